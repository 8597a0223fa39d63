package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Obeys the rate limits of a server: HTTP 429 with {@code Retry-After}. With a quota, also limits the rate of calls
 * from this side.
 *
 * <p>A rate-limited call is retried after {@code max(hint, own backoff)} plus a random addition of up to 10 % of the
 * hint, never sooner than the server asked for. The maximum number of attempts is {@link Backoff#maxAttempts()} with a
 * {@link Backoff}, otherwise {@link #maxAttempts()}. The answer of the last attempt is returned or thrown at once,
 * unchanged. For a breaker a rate limit is a success: the server is alive.
 *
 * <p>A quota ({@link #permits}) is kept without the server: each attempt takes a place, and places are
 * {@code per / permits} apart. A call waits for its place for up to {@link #maxWait}, or is rejected at once with
 * {@code RateLimitedException}, which carries the time until a place is free.
 *
 * <p>On a type it applies to every abstract method, including inherited ones, as one limiter for the interface, and at
 * least one of them must return or throw a type with a readable status, unless there is a quota. On a method it
 * replaces the type's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585, section 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RateLimited {

    /**
     * Name under which the limiter is shared in a {@code Holdfast} context. Empty, the default: one limiter for the annotated
     * type or method, not shared.
     *
     * @return the name, or an empty string
     */
    String name() default "";

    /**
     * Delay after a rate limit without a usable hint.
     *
     * @return the duration, 30 seconds by default
     */
    String defaultDelay() default "30s";

    /**
     * Maximum delay, more than zero and at least {@link #defaultDelay}. Also the longest hold after a good answer.
     *
     * @return the duration, 300 seconds by default
     */
    String maxDelay() default "300s";

    /**
     * Whether {@code Retry-After} and other headers with a wait are read. If not, every delay is {@link #defaultDelay}.
     *
     * @return true by default
     */
    boolean respectRetryAfter() default true;

    /**
     * Reaction to a requested delay beyond {@link #maxDelay}.
     *
     * @return {@link BeyondMaxDelay#GIVE_UP} by default
     */
    BeyondMaxDelay beyondMaxDelay() default BeyondMaxDelay.GIVE_UP;

    /**
     * HTTP statuses of rate limits, each from 400 to 599. Add 503 for servers that send it with {@code Retry-After}:
     * any status but 429 is a rate limit only if the answer names a wait. Add 403 for GitHub: it is a rate limit with
     * {@code Retry-After} or {@code X-RateLimit-Remaining: 0}.
     *
     * @return the statuses, 429 by default
     */
    int[] statuses() default {429};

    /**
     * Maximum number of attempts, including the first, from 1 to 1,000. Used only without a {@link Backoff}.
     *
     * @return the number, 5 by default
     */
    int maxAttempts() default 5;

    /**
     * Whether a requested delay holds back all calls of this limiter, and not only the call that received it. A call
     * that would wait for longer than {@link #maxDelay} is rejected with {@code RateLimitedException}; but every
     * {@link #maxDelay} one call is let through to check whether the server still refuses calls.
     *
     * @return true by default
     */
    boolean shared() default true;

    /**
     * Quota: number of attempts per {@link #per}, from 1 to 1,000,000,000 and at most one per nanosecond; 0 for no
     * quota. Attempts are evenly spaced, {@code per / permits} apart, rounded up to nanoseconds. There are at most
     * {@code permits + burst} of them in any {@link #per}.
     *
     * @return the number, 0 by default
     */
    int permits() default 0;

    /**
     * Time unit of {@link #permits}, more than zero.
     *
     * @return the duration, one second by default
     */
    String per() default "1s";

    /**
     * Number of attempts that may be made ahead of the even spacing, after a time without attempts; from 0 to the
     * number of permits in 365 days.
     *
     * @return the number, 0 by default
     */
    int burst() default 0;

    /**
     * Longest wait of an attempt for its place. The wait is known at its beginning, so a call that would wait longer,
     * or beyond {@link Backoff#deadline}, is rejected at once.
     *
     * @return the duration, zero by default: never waits
     */
    String maxWait() default "0s";

    /**
     * Unchecked exceptions with a status, such as a client library's, that the method does not declare.
     *
     * @return the classes, none by default
     */
    Class<? extends RuntimeException>[] on() default {};

    /**
     * A class that reads status and hint from results or exceptions of your own types. Needs an accessible constructor
     * without parameters.
     *
     * @return the class, {@link NoHint} for none
     */
    Class<? extends RateLimitHint<?>> hint() default NoHint.class;
}
