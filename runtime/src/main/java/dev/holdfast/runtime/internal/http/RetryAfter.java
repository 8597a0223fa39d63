package dev.holdfast.runtime.internal.http;

import dev.holdfast.runtime.internal.unit.Decimal;
import dev.holdfast.runtime.internal.unit.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Retry-After} header, RFC 9110, section 10.2.3.
 *
 * <p>A value is a number of seconds, also with a fraction ({@code "120"}, {@code "1.5"}), or a date as {@link HttpDate}
 * reads it. Everything else is unusable, and so is a wait of more than 365 days; but a number that is a future instant,
 * in seconds or milliseconds since 1970, is read as one. Of several values, separated by commas, the longest wait
 * counts, and unusable ones are skipped.
 */
public final class RetryAfter {

    /** In place of a wait: there is no usable value. */
    public static final long NONE = -1;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private RetryAfter() {}

    /**
     * Returns the wait in nanoseconds, from 0 (zero seconds, or a past date) to 365 days, or {@link #NONE}.
     *
     * @param retryAfter the unchanged value of the header
     * @param date the value of the answer's {@code Date} header. A date in {@code Retry-After} is relative to it, so
     *     that the clocks of client and server need not agree
     * @param nowEpochMillis the local time, used without a {@code Date}
     */
    public static long parseNanos(@Nullable String retryAfter, @Nullable String date, long nowEpochMillis) {
        if (retryAfter == null) {
            return NONE;
        }
        long longest = NONE;
        for (String value : HeaderValues.of(retryAfter)) {
            longest = Math.max(longest, valueNanos(value, date, nowEpochMillis));
        }
        return longest;
    }

    private static long valueNanos(String value, @Nullable String date, long nowEpochMillis) {
        Decimal number = Decimal.parse(value);
        long wait = number == null ? NONE : number.nanos(NANOS_PER_SECOND);
        if (wait != NONE) {
            return wait;
        }
        long now = answeredAt(date, nowEpochMillis);
        if (number != null) {
            // More than 365 days: an instant. A past one is not "at once", for it may have been meant as a wait.
            long instant = WaitNumber.secondsOrInstant(number, now);
            return instant > 0 ? instant : NONE;
        }
        long then = HttpDate.parseEpochMillis(value, now);
        return then == HttpDate.UNUSABLE ? NONE : orNone(Epochs.nanosUntil(then, now));
    }

    /**
     * Returns the time of an answer, by the server's clock if it has a usable {@code Date}, otherwise by the local
     * clock.
     */
    static long answeredAt(@Nullable String date, long nowEpochMillis) {
        long sent = date == null ? HttpDate.UNUSABLE : HttpDate.parseEpochMillis(date, nowEpochMillis);
        return sent == HttpDate.UNUSABLE ? nowEpochMillis : sent;
    }

    /** Returns a wait from 0 to 365 days unchanged, else {@link #NONE}. */
    static long orNone(long nanos) {
        return nanos < 0 || nanos > Nanos.MAX ? NONE : nanos;
    }
}
