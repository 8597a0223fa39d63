package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Retries a failed call after an exponentially growing, random delay.
 *
 * <p>The delay after the first attempt (number 0) and after each further one is
 * {@code min(maxDelay, baseDelay * factor^attempt)} before {@linkplain Jitter jitter}. An answer whose headers can be
 * read, such as a 503, may ask for a longer delay: then the delay is that, plus a random addition of up to 10 %; if it
 * is longer than {@link #maxDelay}, the answer is final. After the last attempt the last failure is thrown, or the last
 * bad result returned, unchanged. {@code Error}, {@code InterruptedException}, {@code CancellationException} and
 * rejections by Holdfast are retried only if {@link #retryOn} names them or their subclasses.
 *
 * <p>On a type it applies to every abstract method, including inherited ones. On a method it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Backoff {

    /**
     * Maximum number of attempts, including the first, from 1 to 1,000.
     *
     * @return the number, 5 by default
     */
    int maxAttempts() default 5;

    /**
     * Delay after the first attempt, before jitter. Zero retries at once.
     *
     * @return the duration, 1 second by default
     */
    String baseDelay() default "1s";

    /**
     * Maximum delay, with jitter; at least {@link #baseDelay}. Without a {@link RateLimited}, an answer that asks for a
     * longer delay, for example by {@code Retry-After}, is not retried.
     *
     * @return the duration, 60 seconds by default
     */
    String maxDelay() default "60s";

    /**
     * Multiplier applied to the delay after each attempt, from 1.0 to 100.0.
     *
     * @return the factor, 2.0 by default
     */
    double factor() default 2.0;

    /**
     * Random variation of delays.
     *
     * @return the kind of jitter, {@link Jitter#FULL} by default
     */
    Jitter jitter() default Jitter.FULL;

    /**
     * Exceptions to retry, with their subclasses. For an exception with an HTTP status, {@link #retryStatuses} decides.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] retryOn() default {Exception.class};

    /**
     * Exceptions that are never retried, with their subclasses. Takes precedence over {@link #retryOn} and
     * {@link #retryStatuses}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] abortOn() default {};

    /**
     * HTTP statuses of results and exceptions to retry; other statuses are final. Patterns: {@code "503"},
     * {@code "5xx"}, {@code "500-504"}.
     *
     * @return the patterns, 408 and all of 500 to 599 by default
     */
    String[] retryStatuses() default {"408", "5xx"};

    /**
     * A predicate for results to retry. Needs an accessible constructor without parameters, and must be thread-safe.
     * The result may be null.
     *
     * @return the class, {@link NoPredicate} for none
     */
    Class<? extends Predicate<?>> retryResult() default NoPredicate.class;

    /**
     * Deadline of a call: the time for all attempts and waits together. A wait beyond the deadline is not begun. An
     * attempt in flight ends at the deadline only with a {@link Timeout}, which gives it at most the time that is left.
     *
     * @return the duration, more than zero; empty, the default, for no deadline
     */
    String deadline() default "";
}
