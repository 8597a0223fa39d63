/** Times and allocation of protected calls, with JMH: {@link dev.holdfast.benchmarks.call.CallSuite} runs all that belongs together. */
@NullMarked
package dev.holdfast.benchmarks.call;

import org.jspecify.annotations.NullMarked;
