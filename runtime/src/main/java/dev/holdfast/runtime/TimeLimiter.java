package dev.holdfast.runtime;

import java.time.Duration;

/**
 * Limits the time of each attempt, see {@link dev.holdfast.annotations.Timeout}. Immutable and thread-safe; can be
 * shared by any number of calls.
 *
 * <p>A synchronous attempt that takes longer is interrupted, once, by a thread of its context. This interrupt is taken
 * back when the attempt has ended: it is the {@code InterruptedException} that the attempt threw, or else the thread's
 * interrupt flag is cleared. So the interrupt never outlives the attempt, and an interrupt by other code is kept. The
 * one exception: two interrupts before the thread notices are one, for a thread has only one flag. A delegate that sets
 * the flag and also throws {@code InterruptedException} leaves the flag set. If limits on one thread are nested, the
 * first to expire ends its attempt, and no attempt begins after the outer limit. An attempt that ignores the interrupt
 * goes on, and its result is too late.
 */
public interface TimeLimiter {

    /**
     * Returns a builder.
     *
     * @return a builder; the limit must be set
     */
    static TimeLimiterBuilder builder() {
        return new TimeLimiterBuilder();
    }

    /**
     * Returns the time limit of an attempt, apart from any deadline.
     *
     * @param attempt the attempt, counted from 0
     * @return the duration, more than zero and at most 365 days
     * @throws IllegalArgumentException if the attempt is negative
     */
    Duration limit(int attempt);
}
