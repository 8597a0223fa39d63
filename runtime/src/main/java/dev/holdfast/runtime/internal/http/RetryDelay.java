package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.unit.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requested delay from an answer. The standard {@code Retry-After} comes first, other headers are read only
 * without it. The first header that names a wait decides, even if it is unreadable.
 */
public final class RetryDelay {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RATE_LIMIT = "RateLimit";
    private static final String RESET = "RateLimit-Reset";
    private static final String REMAINING = "X-RateLimit-Remaining";

    private RetryDelay() {}

    /** Returns the requested delay of a rate-limited answer, from 0 to 365 days, or {@link RetryAfter#NONE}. */
    public static <R> long nanos(@Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        long wait = beforeReset(hint, answer, nowEpochMillis);
        return wait == ServiceLimits.NO_WAIT ? untilReset(hint, answer, nowEpochMillis) : wait;
    }

    /** Reads the hints that take precedence over reset headers; {@link ServiceLimits#NO_WAIT} without any. */
    private static <R> long beforeReset(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        String retryAfter = HintCalls.retryAfter(hint, answer);
        if (retryAfter != null) {
            return RetryAfter.parseNanos(retryAfter, HintCalls.date(hint, answer), nowEpochMillis);
        }
        long delay = HintCalls.retryDelayNanos(hint, answer, nowEpochMillis);
        if (delay >= 0) {
            return RetryAfter.orNone(delay);
        }
        for (String name : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
            String millis = HintCalls.header(hint, answer, name);
            if (millis != null) {
                return WaitNumber.millis(millis);
            }
        }
        return usedUpNanos(hint, answer);
    }

    /**
     * Returns the time for which nothing remains, by the {@code RateLimit} header of any answer;
     * {@link ServiceLimits#NO_WAIT} without such a time, {@link RetryAfter#NONE} for an unreadable one.
     */
    public static <R> long usedUpNanos(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        String rateLimit = HintCalls.header(hint, answer, RATE_LIMIT);
        return rateLimit == null
                ? ServiceLimits.NO_WAIT
                : ServiceLimits.waitNanos(rateLimit, HintCalls.header(hint, answer, RATE_LIMIT + "-Policy"));
    }

    /**
     * Returns the requested delay of an answer of any status, from 0 to 365 days, or {@link RetryAfter#NONE}. Unlike in
     * {@link #nanos}, a reset header counts only if nothing remains, because many servers send it with every answer.
     */
    public static <R> long namedNanos(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        long wait = beforeReset(hint, answer, nowEpochMillis);
        if (wait != ServiceLimits.NO_WAIT) {
            return wait;
        }
        boolean standard = HintCalls.header(hint, answer, RESET) != null;
        return isUsedUp(remaining(hint, answer, standard ? "RateLimit-Remaining" : REMAINING))
                ? untilReset(hint, answer, nowEpochMillis)
                : RetryAfter.NONE;
    }

    /**
     * Returns whether an answer is a rate limit: a 429 always. Other statuses also have other meanings, such as 403
     * (GitHub's rate limit, but otherwise forbidden) and 503, and need more evidence.
     */
    public static <R> boolean isRateLimited(
            int status, @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        if (status == FORBIDDEN) {
            return HintCalls.retryAfter(hint, answer) != null
                    || HintCalls.retryDelayNanos(hint, answer, nowEpochMillis) >= 0
                    || isUsedUp(remaining(hint, answer, REMAINING));
        }
        return status == TOO_MANY_REQUESTS || namedNanos(hint, answer, nowEpochMillis) > 0;
    }

    /** The same with {@code Retry-After} as the only evidence. */
    public static boolean isRateLimited(
            int status, @Nullable String retryAfter, @Nullable String date, long nowEpochMillis) {
        return status == TOO_MANY_REQUESTS
                || (status == FORBIDDEN && retryAfter != null)
                || RetryAfter.parseNanos(retryAfter, date, nowEpochMillis) > 0;
    }

    private static <R> long untilReset(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        String seconds = HintCalls.header(hint, answer, RESET);
        if (seconds != null) {
            return WaitNumber.seconds(seconds);
        }
        String reset = HintCalls.header(hint, answer, "X-RateLimit-Reset");
        if (reset == null) {
            return RetryAfter.NONE;
        }
        Decimal remaining = remaining(hint, answer, REMAINING);
        if (remaining != null && !isUsedUp(remaining)) {
            // Another limit was hit, which this does not describe.
            return RetryAfter.NONE;
        }
        return WaitNumber.secondsOrInstant(reset, RetryAfter.answeredAt(HintCalls.date(hint, answer), nowEpochMillis));
    }

    /** Returns the remaining quota, or null if it is missing or unreadable. */
    private static <R> @Nullable Decimal remaining(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, String header) {
        String remaining = HintCalls.header(hint, answer, header);
        return remaining == null ? null : Decimal.parse(remaining);
    }

    private static boolean isUsedUp(@Nullable Decimal remaining) {
        return remaining != null && remaining.isZero();
    }
}
