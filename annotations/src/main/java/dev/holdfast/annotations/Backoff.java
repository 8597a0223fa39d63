package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Retries a failed call with exponential delays and random jitter.
 *
 * <p>The delay after an attempt, counted from 0, is {@code min(maxDelay, baseDelay * factor^attempt)} before
 * {@linkplain Jitter jitter}. A response with a status and readable headers, such as a 503, may name a longer wait. The retry then
 * waits that long, plus up to 10 % at random; if the response names more than {@link #maxDelay}, it is final. After the last attempt,
 * the last failure is thrown or the last bad result returned, unchanged. {@code Error}, {@code InterruptedException},
 * {@code CancellationException} and Holdfast's own rejections are never retried, unless {@link #retryOn} names them or
 * subclasses of them.
 *
 * <p>On a type, it applies to every abstract method, including inherited ones. On a method, it replaces the policy of the type.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Backoff {

    /**
     * Total number of attempts, including the first, from 1 to 1,000.
     *
     * @return the number, 5 by default
     */
    int maxAttempts() default 5;

    /**
     * Delay after the first attempt, before jitter. With zero, retries start at once.
     *
     * @return the duration, 1 second by default
     */
    String baseDelay() default "1s";

    /**
     * Longest delay, after jitter; at least {@link #baseDelay}. Without {@link RateLimited}, also the longest wait that a
     * response may name, for example by {@code Retry-After}; a response that names more is not retried.
     *
     * @return the duration, 60 seconds by default
     */
    String maxDelay() default "60s";

    /**
     * Multiplier applied to the delay after each further attempt, from 1.0 to 100.0.
     *
     * @return the factor, 2.0 by default
     */
    double factor() default 2.0;

    /**
     * Random spread of the delays.
     *
     * @return the kind of jitter, {@link Jitter#FULL} by default
     */
    Jitter jitter() default Jitter.FULL;

    /**
     * Exceptions to retry, including subclasses. If an exception carries an HTTP status, {@link #retryStatuses}
     * decides instead; not below 300, where the server's answer was good and could not be read.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] retryOn() default {Exception.class};

    /**
     * Exceptions to never retry, including subclasses. Wins over {@link #retryOn} and {@link #retryStatuses}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] abortOn() default {};

    /**
     * HTTP statuses to retry, if the result or the exception carries a status. No other status is retried. Patterns:
     * {@code "503"}, {@code "5xx"}, {@code "500-504"}.
     *
     * @return the patterns, 408 and all of 500 to 599 by default
     */
    String[] retryStatuses() default {"408", "5xx"};

    /**
     * Predicate for results to retry: {@code true} retries the call. The class needs an accessible no-argument constructor and must be
     * thread-safe. The result may be null.
     *
     * @return the class, {@link NoPredicate} for none
     */
    Class<? extends Predicate<?>> retryResult() default NoPredicate.class;

    /**
     * Time budget for all attempts and waits together, from the start of the call. No wait starts if it would overrun the budget.
     * Only with {@link Timeout} does the budget cut a running attempt: the attempt gets at most the remaining time.
     *
     * @return the duration, more than zero; empty, the default, for no budget
     */
    String deadline() default "";
}
