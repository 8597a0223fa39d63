package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Retry-After} header, RFC 9110, section 10.2.3.
 *
 * <p>A value is a number of seconds, also with a fraction ({@code "120"}, {@code "1.5"}), or an HTTP date. Blanks and tabs
 * around are tolerated, and leading zeros. Everything else is unusable: nothing, signs, exponents, lists, quotes, digits beyond
 * ASCII, anything behind the value. So is a wait of more than 365 days, in either form: a server that asks for that is not
 * serious, and the caller's default is the better answer. Text of any length is read in one pass and without copies.
 */
final class RetryAfter {

    /** What {@link #parseNanos} returns where there is no usable value. */
    static final long NONE = -1;

    private static final long MAX_SECONDS = Nanos.MAX / 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

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
        int start = 0;
        int end = retryAfter.length();
        while (start < end && isBlank(retryAfter.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(retryAfter.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return NONE;
        }
        return isDigit(retryAfter.charAt(start))
                ? seconds(retryAfter, start, end)
                : until(retryAfter, date, nowEpochMillis);
    }

    private static long seconds(String text, int start, int end) {
        long seconds = 0;
        int at = start;
        for (; at < end && isDigit(text.charAt(at)); at++) {
            // Once too many, seconds stay too many; the digits are still read, for what follows them may be junk.
            seconds = Math.min(10 * seconds + text.charAt(at) - '0', MAX_SECONDS + 1);
        }
        long fraction = 0;
        if (at < end) {
            if (text.charAt(at) != '.' || at + 1 == end) {
                return NONE;
            }
            fraction = fraction(text, at + 1, end);
        }
        if (fraction == NONE || seconds > MAX_SECONDS) {
            return NONE;
        }
        long nanos = seconds * 1_000_000_000L + fraction;
        return nanos > Nanos.MAX ? NONE : nanos;
    }

    /** Returns what stands behind the point, in nanoseconds and rounded up: a wait is never shorter than asked for. */
    private static long fraction(String text, int start, int end) {
        long nanos = 0;
        long unit = 100_000_000L;
        boolean more = false;
        for (int at = start; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return NONE;
            }
            int digit = text.charAt(at) - '0';
            nanos += digit * unit;
            more |= unit == 0 && digit > 0;
            unit /= 10;
        }
        return more ? nanos + 1 : nanos;
    }

    private static long until(String retryAfter, @Nullable String date, long nowEpochMillis) {
        long sent = date == null ? HttpDate.UNUSABLE : HttpDate.parseEpochMillis(date, nowEpochMillis);
        long now = sent == HttpDate.UNUSABLE ? nowEpochMillis : sent;
        long then = HttpDate.parseEpochMillis(retryAfter, now);
        if (then == HttpDate.UNUSABLE) {
            return NONE;
        }
        if (then <= now) {
            return 0;
        }
        long millis = then - now;
        // Less than zero: the difference does not fit, because our clock is absurdly early.
        return millis < 0 || millis > Nanos.MAX / NANOS_PER_MILLI ? NONE : millis * NANOS_PER_MILLI;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
