package dev.holdfast.runtime.internal.http;

import dev.holdfast.runtime.internal.unit.Decimal;

/**
 * Reads waits that headers give as plain numbers, which {@link Decimal} reads; whatever else is there is unusable. Of several numbers
 * with commas between them the longest wait counts.
 */
public final class WaitNumber {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private WaitNumber() {}

    /** Returns the nanoseconds that a number of seconds is, or {@link RetryAfter#NONE}. */
    public static long seconds(String text) {
        return longest(text, NANOS_PER_SECOND);
    }

    /** Returns the nanoseconds that a number of milliseconds is, or {@link RetryAfter#NONE}. */
    public static long millis(String text) {
        return longest(text, NANOS_PER_MILLI);
    }

    /**
     * Returns the nanoseconds to what is a number of seconds, or an instant in seconds or milliseconds from 1970; or
     * {@link RetryAfter#NONE}. No standard says which of them a server means, so the size decides.
     *
     * @param nowEpochMillis by the clock of the server, as far as it is known
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
