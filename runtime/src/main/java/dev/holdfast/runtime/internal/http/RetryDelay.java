package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.unit.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an answer how long the server wants to be left alone. {@code Retry-After} is the standard and comes first; the
 * others are asked only where there is none. The first that is there and names a wait decides, readable or not: what a server
 * meant by a second header nobody knows once the first is nonsense.
 */
public final class RetryDelay {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RATE_LIMIT = "RateLimit";
    private static final String RESET = "RateLimit-Reset";
    private static final String REMAINING = "X-RateLimit-Remaining";

    private RetryDelay() {}

    /** Returns the wait that a rate-limited answer asks for, from 0 to 365 days, or {@link RetryAfter#NONE}. */
    public static <R> long nanos(@Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        long wait = beforeReset(hint, answer, nowEpochMillis);
        return wait == ServiceLimits.NO_WAIT ? untilReset(hint, answer, nowEpochMillis) : wait;
    }

    /** All that comes before the headers that say when a limit begins afresh; {@link ServiceLimits#NO_WAIT} where none of it is there. */
    private static <R> long beforeReset(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        String retryAfter = Hints.retryAfter(hint, answer);
        if (retryAfter != null) {
            return RetryAfter.parseNanos(retryAfter, Hints.date(hint, answer), nowEpochMillis);
        }
        long delay = Hints.retryDelayNanos(hint, answer, nowEpochMillis);
        if (delay >= 0) {
            return RetryAfter.orNone(delay);
        }
        for (String name : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
            String millis = Hints.header(hint, answer, name);
            if (millis != null) {
                return WaitNumber.millis(millis);
            }
        }
        return usedUpNanos(hint, answer);
    }

    /**
     * Returns for how long any answer, also a good one, says by {@code RateLimit} that nothing more is to be had; or
     * {@link ServiceLimits#NO_WAIT}, or {@link RetryAfter#NONE} where that can't be read.
     */
    public static <R> long usedUpNanos(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        String rateLimit = Hints.header(hint, answer, RATE_LIMIT);
        return rateLimit == null
                ? ServiceLimits.NO_WAIT
                : ServiceLimits.waitNanos(rateLimit, Hints.header(hint, answer, RATE_LIMIT + "-Policy"));
    }

    /**
     * Returns the wait that an answer of any status names beyond doubt, from 0 to 365 days, or {@link RetryAfter#NONE}. As {@link #nanos},
     * but many servers send with every answer when their limits begin afresh: that is a wait only where nothing remains.
     */
    public static <R> long namedNanos(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        long wait = beforeReset(hint, answer, nowEpochMillis);
        if (wait != ServiceLimits.NO_WAIT) {
            return wait;
        }
        boolean standard = Hints.header(hint, answer, RESET) != null;
        return isUsedUp(remaining(hint, answer, standard ? "RateLimit-Remaining" : REMAINING))
                ? untilReset(hint, answer, nowEpochMillis)
                : RetryAfter.NONE;
    }

    /**
     * Whether an answer whose status may be a rate limit is one: a 429 always. A 403 is what GitHub sends for a limit, and everybody for
     * what is forbidden; any other status, such as 503, is a failure of the server too. So these must have more to show.
     */
    public static <R> boolean isRateLimited(
            int status, @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        if (status == FORBIDDEN) {
            return Hints.retryAfter(hint, answer) != null
                    || Hints.retryDelayNanos(hint, answer, nowEpochMillis) >= 0
                    || isUsedUp(remaining(hint, answer, REMAINING));
        }
        return status == TOO_MANY_REQUESTS || namedNanos(hint, answer, nowEpochMillis) > 0;
    }

    /** The same where there is no more than a {@code Retry-After}. */
    public static boolean isRateLimited(
            int status, @Nullable String retryAfter, @Nullable String date, long nowEpochMillis) {
        return status == TOO_MANY_REQUESTS
                || (status == FORBIDDEN && retryAfter != null)
                || RetryAfter.parseNanos(retryAfter, date, nowEpochMillis) > 0;
    }

    private static <R> long untilReset(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        String seconds = Hints.header(hint, answer, RESET);
        if (seconds != null) {
            return WaitNumber.seconds(seconds);
        }
        String reset = Hints.header(hint, answer, "X-RateLimit-Reset");
        if (reset == null) {
            return RetryAfter.NONE;
        }
        Decimal remaining = remaining(hint, answer, REMAINING);
        if (remaining != null && !isUsedUp(remaining)) {
            // It was another limit that was hit, which this says nothing of.
            return RetryAfter.NONE;
        }
        return WaitNumber.secondsOrInstant(reset, RetryAfter.answeredAt(Hints.date(hint, answer), nowEpochMillis));
    }

    /** What remains of a quota, where an answer tells and it can be read. */
    private static <R> @Nullable Decimal remaining(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, String header) {
        String remaining = Hints.header(hint, answer, header);
        return remaining == null ? null : Decimal.parse(remaining);
    }

    private static boolean isUsedUp(@Nullable Decimal remaining) {
        return remaining != null && remaining.isZero();
    }
}
