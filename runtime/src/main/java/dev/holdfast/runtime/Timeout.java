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
public final class Timeout {

    private final long limitNanos;
    private final long incrementNanos;

    Timeout(long limitNanos, long incrementNanos) {
        this.limitNanos = limitNanos;
        this.incrementNanos = incrementNanos;
    }

    /**
     * Starts to build a time limit.
     *
     * @return a builder, whose limit must be set
     */
    public static TimeoutBuilder builder() {
        return new TimeoutBuilder();
    }

    /**
     * Returns how long an attempt may take, by this limit alone.
     *
     * @param attempt the attempt, counted from 0
     * @return the duration, more than zero and at most 365 days
     * @throws IllegalArgumentException if the attempt is negative
     */
    public Duration limit(int attempt) {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt is " + attempt + ", must not be negative");
        }
        return Duration.ofNanos(limitNanos(attempt));
    }

    long limitNanos(int attempt) {
        // Never an overflow: both have at most 365 days, and attempts are only multiplied where that is no more.
        return incrementNanos != 0 && attempt > (Nanos.MAX - limitNanos) / incrementNanos
                ? Nanos.MAX
                : limitNanos + attempt * incrementNanos;
    }

    /** What an attempt, counted from 1, really gets: also no more than what is left of its call's budget. */
    long limitNanos(int number, long left) {
        return Math.max(1, Math.min(limitNanos(number - 1), left));
    }

    /** Returns the settings. */
    @Override
    public String toString() {
        return "Timeout[limit=" + DurationText.of(limitNanos) + ", increment=" + DurationText.of(incrementNanos) + "]";
    }
}
