package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Retry-After} header, RFC 9110, section 10.2.3.
 *
 * <p>A value is a number of seconds, also with a fraction ({@code "120"}, {@code "1.5"}), or an HTTP date. Everything else is
 * unusable. So is a wait of more than 365 days, in either form: a server that asks for that is not serious, and the caller's
 * default is the better answer.
 */
final class RetryAfter {

    /** What {@link #parseNanos} returns where there is no usable value. */
    static final long NONE = -1;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private RetryAfter() {}

    /**
     * Returns the wait in nanoseconds, from 0 (zero seconds, or a date that is past) to 365 days, or {@link #NONE}.
     *
     * @param retryAfter the header's value as it came
     * @param date the value of the answer's {@code Date} header: where it is a date, a date in {@code Retry-After} is relative
     *     to it and not to our clock, so that the two clocks need not agree
     * @param nowEpochMillis our clock, for want of a {@code Date}
     */
    static long parseNanos(@Nullable String retryAfter, @Nullable String date, long nowEpochMillis) {
        if (retryAfter == null) {
            return NONE;
        }
        Decimal seconds = Decimal.parse(retryAfter);
        if (seconds != null) {
            return orNone(seconds.nanos(NANOS_PER_SECOND));
        }
        long now = answeredAt(date, nowEpochMillis);
        long then = HttpDate.parseEpochMillis(retryAfter, now);
        return then == HttpDate.UNUSABLE ? NONE : orNone(ClientAnswers.nanosUntil(then, now));
    }

    /** When an answer was sent, by the clock of its server where it has a usable {@code Date}, else by ours. */
    static long answeredAt(@Nullable String date, long nowEpochMillis) {
        long sent = date == null ? HttpDate.UNUSABLE : HttpDate.parseEpochMillis(date, nowEpochMillis);
        return sent == HttpDate.UNUSABLE ? nowEpochMillis : sent;
    }

    /** A wait as it is where it is one of 0 to 365 days, else {@link #NONE}. */
    static long orNone(long nanos) {
        return nanos < 0 || nanos > Nanos.MAX ? NONE : nanos;
    }
}
