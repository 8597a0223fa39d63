package dev.holdfast.runtime;

/** Reads waits that headers give as plain numbers, which {@link Decimal} reads; whatever else is there is unusable. */
final class WaitNumber {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private WaitNumber() {}

    /** Returns the nanoseconds that a number of seconds is, or {@link RetryAfter#NONE}. */
    static long seconds(String text) {
        return units(text, NANOS_PER_SECOND);
    }

    /** Returns the nanoseconds that a number of milliseconds is, or {@link RetryAfter#NONE}. */
    static long millis(String text) {
        return units(text, NANOS_PER_MILLI);
    }

    /**
     * Returns the nanoseconds to what is a number of seconds, or an instant in seconds or milliseconds from 1970; or
     * {@link RetryAfter#NONE}. No standard says which of them a server means, so the size decides.
     *
     * @param nowEpochMillis by the clock of the server, as far as it is known
     */
    static long secondsOrInstant(String text, long nowEpochMillis) {
        Decimal number = Decimal.parse(text);
        if (number == null) {
            return RetryAfter.NONE;
        }
        if (ClientAnswers.isEpochMillis(number.whole)) {
            return RetryAfter.orNone(ClientAnswers.nanosUntil(number.roundedUp(), nowEpochMillis));
        }
        return ClientAnswers.isEpochSeconds(number.whole)
                ? RetryAfter.orNone(ClientAnswers.nanosUntil(number.thousandths(), nowEpochMillis))
                : number.nanos(NANOS_PER_SECOND);
    }

    private static long units(String text, long unit) {
        Decimal number = Decimal.parse(text);
        return number == null ? RetryAfter.NONE : number.nanos(unit);
    }
}
