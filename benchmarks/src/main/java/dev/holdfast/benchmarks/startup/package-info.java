/** The first protected call of a JVM: {@link dev.holdfast.benchmarks.startup.FirstCallReport} measures it in fresh ones. */
@NullMarked
package dev.holdfast.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
