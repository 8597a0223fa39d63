package dev.holdfast.runtime.internal.http;

import dev.holdfast.runtime.internal.unit.Decimal;

/**
 * Reads waits given as plain numbers, see {@link Decimal}. Of several numbers, separated by commas, the longest wait
 * counts.
 */
public final class WaitNumber {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private WaitNumber() {}

    /** Returns a number of seconds in nanoseconds, or {@link RetryAfter#NONE}. */
    public static long seconds(String text) {
        return longest(text, NANOS_PER_SECOND);
    }

    /** Returns a number of milliseconds in nanoseconds, or {@link RetryAfter#NONE}. */
    public static long millis(String text) {
        return longest(text, NANOS_PER_MILLI);
    }

    /**
     * Returns the wait given as a number of seconds, or as an instant in seconds or milliseconds since 1970, in
     * nanoseconds; or {@link RetryAfter#NONE}. The size of the number decides, for there is no standard.
     *
     * @param nowEpochMillis the current time, by the server's clock if known
     */
    public static long secondsOrInstant(String text, long nowEpochMillis) {
        long longest = RetryAfter.NONE;
        for (String value : HeaderValues.of(text)) {
            Decimal number = Decimal.parse(value);
            longest = Math.max(longest, number == null ? RetryAfter.NONE : secondsOrInstant(number, nowEpochMillis));
        }
        return longest;
    }

    /** The same for one number. */
    public static long secondsOrInstant(Decimal number, long nowEpochMillis) {
        if (Epochs.isEpochMillis(number.whole)) {
            return RetryAfter.orNone(Epochs.nanosUntil(number.roundedUp(), nowEpochMillis));
        }
        return Epochs.isEpochSeconds(number.whole)
                ? RetryAfter.orNone(Epochs.nanosUntil(number.thousandths(), nowEpochMillis))
                : number.nanos(NANOS_PER_SECOND);
    }

    private static long longest(String text, long unit) {
        long longest = RetryAfter.NONE;
        for (String value : HeaderValues.of(text)) {
            Decimal number = Decimal.parse(value);
            longest = Math.max(longest, number == null ? RetryAfter.NONE : number.nanos(unit));
        }
        return longest;
    }
}
