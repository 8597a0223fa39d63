package dev.holdfast.runtime.internal.unit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks and arithmetic for durations in nanoseconds. Not for readings of a clock, which may wrap. */
public final class Nanos {

    private static final long PER_SECOND = 1_000_000_000L;
    private static final long MAX_SECONDS = 365L * 24 * 60 * 60;

    /** The longest duration of any setting or hint: 365 days. */
    public static final long MAX = MAX_SECONDS * PER_SECOND;

    private Nanos() {}

    /** Returns a setting in nanoseconds; throws an IllegalArgumentException unless it is from zero to 365 days. */
    public static long of(String name, @Nullable Duration duration) {
        if (duration == null || duration.isNegative()) {
            throw outOfRange(name, String.valueOf(duration), "0");
        }
        long seconds = duration.getSeconds();
        int fraction = duration.getNano();
        if (seconds > MAX_SECONDS || (seconds == MAX_SECONDS && fraction > 0)) {
            throw outOfRange(name, duration.toString(), "0");
        }
        return seconds * PER_SECOND + fraction;
    }

    /** Returns a setting unchanged; throws an IllegalArgumentException unless it is from 1 ns to 365 days. */
    public static long positive(String name, long nanos) {
        if (nanos <= 0 || nanos > MAX) {
            throw outOfRange(name, nanos + " ns", "1 ns");
        }
        return nanos;
    }

    /** Returns a setting unchanged; throws an IllegalArgumentException unless it is from zero to 365 days. */
    public static long notNegative(String name, long nanos) {
        if (nanos < 0 || nanos > MAX) {
            throw outOfRange(name, nanos + " ns", "0");
        }
        return nanos;
    }

    /**
     * Returns {@code min(cap, nanos * factor)}, to the nearest nanosecond. No argument is negative; the factor may be
     * infinite.
     */
    public static long multiply(long nanos, double factor, long cap) {
        if (nanos == 0 || factor == 1.0) {
            // Exact, also where a double is not; and zero times infinity is no number.
            return Math.min(nanos, cap);
        }
        return Math.min(cap, Math.round(nanos * factor));
    }

    private static IllegalArgumentException outOfRange(String name, String value, String lowest) {
        return new IllegalArgumentException(name + " is " + value + ", must be from " + lowest + " to 365 days");
    }
}
