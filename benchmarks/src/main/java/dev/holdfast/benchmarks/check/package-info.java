/** A short run that fails if a change has lost what was won: {@link dev.holdfast.benchmarks.check.Check} runs it. */
@NullMarked
package dev.holdfast.benchmarks.check;

import org.jspecify.annotations.NullMarked;
