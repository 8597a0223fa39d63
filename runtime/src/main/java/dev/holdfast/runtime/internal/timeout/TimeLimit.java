package dev.holdfast.runtime.internal.timeout;

import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/** The implementation of {@link TimeLimiter}. */
public final class TimeLimit implements TimeLimiter {

    /** Replaced by new ones as a whole. */
    private volatile TimeLimitSettings settings;

    /** That of the settings, which a first attempt needs alone, without another read. */
    private volatile long limitNanos;

    TimeLimit(TimeLimitSettings settings) {
        this.settings = settings;
        this.limitNanos = settings.limit;
    }

    void settings(TimeLimitSettings next) {
        settings = next;
        limitNanos = next.isOff() ? Nanos.MAX : next.limit;
    }

    @Override
    public Duration limit(int attempt) {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt is " + attempt + ", must not be negative");
        }
        return Duration.ofNanos(limitNanos(attempt));
    }

    /** Returns whether overrides have switched it off: all limits are the longest there is. */
    public boolean isOff() {
        return settings.isOff();
    }

    /** Returns the time limit of the first attempt. */
    public long limitNanos() {
        return limitNanos;
    }

    /** Returns the time limit between two items of a stream; 0 for none. */
    public long betweenItemsNanos() {
        TimeLimitSettings now = settings;
        return now.isOff() ? 0 : now.betweenItems;
    }

    public long limitNanos(int attempt) {
        TimeLimitSettings now = settings;
        // Never an overflow: both have at most 365 days, and attempts are only multiplied where that is no more.
        return now.isOff() || (now.increment != 0 && attempt > (Nanos.MAX - now.limit) / now.increment)
                ? Nanos.MAX
                : now.limit + attempt * now.increment;
    }

    /** Returns the time limit of an attempt, counted from 1, but at most the time left before the deadline. */
    public long limitNanos(int number, long left) {
        return Math.max(1, Math.min(number == 1 ? limitNanos : limitNanos(number - 1), left));
    }

    /** Returns the settings. */
    @Override
    public String toString() {
        return "TimeLimiter[" + settings + "]";
    }
}
