/** What asynchronous calls cost while they wait for another attempt: {@link dev.holdfast.benchmarks.pending.PendingReport} runs it. */
@NullMarked
package dev.holdfast.benchmarks.pending;

import org.jspecify.annotations.NullMarked;
