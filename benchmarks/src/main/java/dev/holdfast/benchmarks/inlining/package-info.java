/** Whether HotSpot inlines generated methods: {@link dev.holdfast.benchmarks.inlining.InliningReport} asks it. */
@NullMarked
package dev.holdfast.benchmarks.inlining;

import org.jspecify.annotations.NullMarked;
