package dev.holdfast.runtime.internal.timeout;

import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/** The implementation of {@link TimeLimiter}. */
public final class TimeLimit implements TimeLimiter {

    private final long limitNanos;
    private final long incrementNanos;

    private final long betweenItemsNanos;

    /**
     * Creates one.
     *
     * @param betweenItemsNanos of a stream; 0 for no limit
     */
    public TimeLimit(long limitNanos, long incrementNanos, long betweenItemsNanos) {
        this.limitNanos = limitNanos;
        this.incrementNanos = incrementNanos;
        this.betweenItemsNanos = betweenItemsNanos;
    }

    @Override
    public Duration limit(int attempt) {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt is " + attempt + ", must not be negative");
        }
        return Duration.ofNanos(limitNanos(attempt));
    }

    /** Returns the time limit of the first attempt. */
    public long limitNanos() {
        return limitNanos;
    }

    /** Returns the time limit between two items of a stream; 0 for none. */
    public long betweenItemsNanos() {
        return betweenItemsNanos;
    }

    public long limitNanos(int attempt) {
        // Never an overflow: both have at most 365 days, and attempts are only multiplied where that is no more.
        return incrementNanos != 0 && attempt > (Nanos.MAX - limitNanos) / incrementNanos
                ? Nanos.MAX
                : limitNanos + attempt * incrementNanos;
    }

    /** Returns the time limit of an attempt, counted from 1, but at most the time left before the deadline. */
    public long limitNanos(int number, long left) {
        return Math.max(1, Math.min(number == 1 ? limitNanos : limitNanos(number - 1), left));
    }

    /** Returns the settings. */
    @Override
    public String toString() {
        return "TimeLimiter[limit=" + DurationText.of(limitNanos) + ", increment=" + DurationText.of(incrementNanos)
                + (betweenItemsNanos == 0 ? "" : ", betweenItems=" + DurationText.of(betweenItemsNanos)) + "]";
    }
}
