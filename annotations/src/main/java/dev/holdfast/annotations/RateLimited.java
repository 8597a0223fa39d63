package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Obeys a server that says "not so fast": HTTP 429 with {@code Retry-After}. With a quota, it does not even ask for more than
 * the server is known to grant.
 *
 * <p>A rate-limited answer is tried again after {@code max(hint, own backoff)} plus a random addition of up to 10 % of the
 * hint, never sooner than the server asked for. Attempts count against {@link Backoff#maxAttempts()} where there is a
 * {@link Backoff}, else against {@link #maxAttempts()}. With none left nobody waits: the answer is returned or thrown as it
 * came. A breaker takes such an answer for a success: the server is alive.
 *
 * <p>A quota ({@link #permits}) is kept by the client itself, without an answer of the server's: each attempt takes a place, and
 * the places are {@code per / permits} apart. A call that finds none free waits for up to {@link #maxWait} for its own, or is
 * rejected at once with {@code RateLimitedException}, which says when a place will be free.
 *
 * <p>On a type it holds for every abstract method, inherited ones included, as one limiter for the interface, and at least
 * one of them must return or throw something with a status to read, unless there is a quota. On a method it replaces the
 * type's.
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
     * Wait where the answer gives no usable hint.
     *
     * @return the duration, 30 seconds by default
     */
    String defaultDelay() default "30s";

    /**
     * Longest wait accepted, more than zero and at least {@link #defaultDelay}. Also the longest that a good answer holds calls back.
     *
     * @return the duration, 300 seconds by default
     */
    String maxDelay() default "300s";

    /**
     * Whether {@code Retry-After} and the other headers that name a wait are read. Where they are not, every wait is
     * {@link #defaultDelay}.
     *
     * @return true by default
     */
    boolean respectRetryAfter() default true;

    /**
     * What to do when the server asks for more than {@link #maxDelay}.
     *
     * @return {@link BeyondMaxDelay#GIVE_UP} by default
     */
    BeyondMaxDelay beyondMaxDelay() default BeyondMaxDelay.GIVE_UP;

    /**
     * HTTP statuses that mean a rate limit, each from 400 to 599. Add 503 for servers that say it with {@code Retry-After}: any status
     * but 429 means one only where the answer names a wait, else what it always means. Add 403 for GitHub: it means one with
     * {@code Retry-After} or {@code X-RateLimit-Remaining: 0}.
     *
     * @return the statuses, 429 by default
     */
    int[] statuses() default {429};

    /**
     * Number of calls in all, the first included, from 1 to 1,000. Used only where there is no {@link Backoff}.
     *
     * @return the number, 5 by default
     */
    int maxAttempts() default 5;

    /**
     * Whether a hint holds back every call through this limiter until the time it names, not only the call that got it. A
     * call that would be held longer than {@link #maxDelay} is rejected with {@code RateLimitedException}, but for one after each
     * {@link #maxDelay}, which looks whether the server still means it.
     *
     * @return true by default
     */
    boolean shared() default true;

    /**
     * Number of attempts that this client makes in a time of {@link #per}, from 1 to 1,000,000,000 and at most one for each
     * nanosecond of it; 0 for no quota. They are spaced evenly, {@code per / permits} apart, rounded up to whole nanoseconds. No
     * time of that length sees more than {@code permits + burst} of them.
     *
     * @return the number, 0 by default
     */
    int permits() default 0;

    /**
     * The time that {@link #permits} are for, more than zero.
     *
     * @return the duration, one second by default
     */
    String per() default "1s";

    /**
     * How many attempts more may be made at once, ahead of their evenly spaced places, where none were made for a while; from 0
     * to as many as are regained in 365 days.
     *
     * @return the number, 0 by default
     */
    int burst() default 0;

    /**
     * Longest wait of an attempt for its place. How long it will be is known when the wait would begin, so a call that would have to wait
     * longer, or beyond {@link Backoff#deadline}, is rejected at once.
     *
     * @return the duration, zero by default: never waits
     */
    String maxWait() default "0s";

    /**
     * Undeclared (unchecked) exceptions that carry a status, such as a client library's, where the method's {@code throws}
     * does not name them.
     *
     * @return the classes, none by default
     */
    Class<? extends RuntimeException>[] on() default {};

    /**
     * A class that reads status and hint from a result or an exception of the user's own. It needs an accessible constructor
     * without parameters.
     *
     * @return the class, {@link NoHint} for none
     */
    Class<? extends RateLimitHint<?>> hint() default NoHint.class;
}
