/** The page that figures end on: {@link dev.holdfast.benchmarks.page.PerformancePage} writes it. */
@NullMarked
package dev.holdfast.benchmarks.page;

import org.jspecify.annotations.NullMarked;
