package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Obeys the rate limit of a server: HTTP 429 with {@code Retry-After}. With a quota, the client also limits its own rate.
 *
 * <p>A rate-limited call is retried after {@code max(hint, own backoff)} plus up to 10 % of the hint at random, never earlier than the
 * server asks. {@link Backoff#maxAttempts()} limits the attempts; without {@link Backoff}, {@link #maxAttempts()} does. After the
 * last attempt, the response is returned or thrown at once, unchanged. For a breaker, a rate-limited response is a success: the server
 * is alive.
 *
 * <p>The client enforces a quota ({@link #permits}) by itself, independent of the server: each attempt takes a place, and places are
 * {@code per / permits} apart. If no place is free, a call waits for its place for up to {@link #maxWait}. If the wait would be longer,
 * the call is rejected at once with {@code RateLimitedException}, whose {@code retryAfter()} says when a place is free.
 *
 * <p>On a type, it applies to every abstract method, including inherited ones, with one limiter for the interface. Unless there is a
 * quota, at least one method must have a result or exception with a readable status. On a method, it replaces the limiter of the type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585, section 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RateLimited {

    /**
     * Name of a limiter shared in a {@code Holdfast} context. An empty name, the default, creates an unshared limiter for the
     * annotated type or method.
     *
     * @return the name, or an empty string
     */
    String name() default "";

    /**
     * Wait after a rate-limited response without a usable hint.
     *
     * @return the duration, 30 seconds by default
     */
    String defaultDelay() default "30s";

    /**
     * Longest accepted wait, more than zero and at least {@link #defaultDelay}. Also the longest hold after a successful response.
     *
     * @return the duration, 300 seconds by default
     */
    String maxDelay() default "300s";

    /**
     * Whether to read {@code Retry-After} and the other headers that name a wait. With {@code false}, every wait is
     * {@link #defaultDelay}.
     *
     * @return true by default
     */
    boolean respectRetryAfter() default true;

    /**
     * Reaction to a server that asks for a wait longer than {@link #maxDelay}.
     *
     * @return {@link BeyondMaxDelay#GIVE_UP} by default
     */
    BeyondMaxDelay beyondMaxDelay() default BeyondMaxDelay.GIVE_UP;

    /**
     * HTTP statuses that mean a rate limit, each from 400 to 599. Add 503 for servers that use it with {@code Retry-After}: a status
     * other than 429 means a rate limit only if the response names a wait. Add 403 for GitHub: a 403 means a rate limit only with
     * {@code Retry-After} or {@code X-RateLimit-Remaining: 0}.
     *
     * @return the statuses, 429 by default
     */
    int[] statuses() default {429};

    /**
     * Total number of attempts, including the first, from 1 to 1,000. Used only without {@link Backoff}.
     *
     * @return the number, 5 by default
     */
    int maxAttempts() default 5;

    /**
     * Whether a hint holds back every call through this limiter, not only the call that got it. A call is rejected with
     * {@code RateLimitedException} if its hold would exceed {@link #maxDelay}. During such a hold, one trial call goes through after each
     * {@link #maxDelay}.
     *
     * @return true by default
     */
    boolean shared() default true;

    /**
     * Maximum number of attempts in each period of {@link #per}, from 1 to 1,000,000,000 and at most one per nanosecond; 0 for no
     * quota. Attempts are spaced evenly, {@code per / permits} apart, rounded up to whole nanoseconds. No period of that length
     * contains more than {@code permits + burst} attempts.
     *
     * @return the number, 0 by default
     */
    int permits() default 0;

    /**
     * Period of the quota in {@link #permits}, more than zero.
     *
     * @return the duration, one second by default
     */
    String per() default "1s";

    /**
     * Number of further attempts at once after a pause, ahead of their evenly spaced places; from 0 to the number of places in 365
     * days.
     *
     * @return the number, 0 by default
     */
    int burst() default 0;

    /**
     * Longest wait of an attempt for its place. The wait is known in advance, so a call is rejected at once if it would wait longer, or
     * past {@link Backoff#deadline}.
     *
     * @return the duration, zero by default: attempts never wait
     */
    String maxWait() default "0s";

    /**
     * Exceptions with a status that the method does not declare in its {@code throws}: unchecked ones of a client library, subclasses
     * of those declared, and those that a {@code CompletionStage} fails with.
     *
     * @return the classes, none by default
     */
    Class<? extends Exception>[] on() default {};

    /**
     * Class that reads status and hint from your own result or exception type. It needs an accessible no-argument
     * constructor.
     *
     * @return the class, {@link NoHint} for none
     */
    Class<? extends RateLimitHint<?>> hint() default NoHint.class;
}
