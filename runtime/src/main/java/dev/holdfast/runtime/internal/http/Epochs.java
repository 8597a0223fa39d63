package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;

/** Waits from numbers in headers. */
public final class Epochs {

    static final long NANOS_PER_SECOND = 1_000_000_000L;
    static final long NANOS_PER_MILLI = 1_000_000L;

    /** The lowest number that is an instant in seconds, in the year 2001, and not a wait, of 31 years. */
    private static final long FIRST_EPOCH_SECOND = 1_000_000_000L;

    /** The lowest number that is an instant in milliseconds, in the year 1973, and not in seconds, in 5138. */
    private static final long FIRST_EPOCH_MILLI = 100_000_000_000L;

    private Epochs() {}

    public static long retryDelayNanos(long number, long nowEpochMillis) {
        if (number < 0) {
            return RateLimitHint.NO_DELAY;
        }
        if (isEpochMillis(number)) {
            return nanosUntil(number, nowEpochMillis);
        }
        return isEpochSeconds(number)
                ? nanosUntil(number * 1_000, nowEpochMillis)
                : saturated(number, NANOS_PER_SECOND);
    }

    public static long nanosUntil(long epochMillis, long nowEpochMillis) {
        if (epochMillis <= nowEpochMillis) {
            return 0;
        }
        long millis = epochMillis - nowEpochMillis;
        // Less than zero: the difference overflows, because a clock is absurd.
        return millis < 0 ? Long.MAX_VALUE : saturated(millis, NANOS_PER_MILLI);
    }

    static boolean isEpochMillis(long number) {
        return number >= FIRST_EPOCH_MILLI;
    }

    static boolean isEpochSeconds(long number) {
        return number >= FIRST_EPOCH_SECOND && number < FIRST_EPOCH_MILLI;
    }

    static long saturated(long number, long unit) {
        return number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit;
    }
}
