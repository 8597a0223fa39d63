package dev.holdfast.runtime;

import java.time.Duration;

/**
 * How long each attempt of a call may take, see {@link dev.holdfast.annotations.Timeout}. Immutable, and shared by any number of
 * calls.
 *
 * <p>A synchronous attempt that takes longer is interrupted, once, by a thread of its context. That one interrupt is taken back when the attempt has ended:
 * from an {@code InterruptedException} that it threw, otherwise from the thread's flag. So it is never left behind, and an
 * interrupt by someone else is not swallowed, with one exception that no program can tell apart: a thread has only one flag, so
 * two interrupts before it is looked at are one. A delegate that sets the flag again and throws {@code InterruptedException} all
 * the same, which none should, leaves it set. Of limits within each other, on one thread, the first that passes cuts, and nothing begins after the outer one's. What does not end by an interrupt is not cut; its result counts as too late when it comes.
 */
public interface TimeLimiter {

    /**
     * Starts to build a time limit.
     *
     * @return a builder, whose limit must be set
     */
    static TimeLimiterBuilder builder() {
        return new TimeLimiterBuilder();
    }

    /**
     * Returns how long an attempt may take, by this limit alone.
     *
     * @param attempt the attempt, counted from 0
     * @return the duration, more than zero and at most 365 days
     * @throws IllegalArgumentException if the attempt is negative
     */
    Duration limit(int attempt);
}
