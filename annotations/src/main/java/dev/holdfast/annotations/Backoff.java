package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Retries a failed call after a delay that grows exponentially and is spread at random.
 *
 * <p>The delay after the first attempt (number 0) and after each further one is
 * {@code min(maxDelay, baseDelay * factor^attempt)} before {@linkplain Jitter jitter}. An answer with a status, such as 503, whose
 * headers can be read may name a longer wait: then it is that, plus a random addition of up to 10 %, or where more than
 * {@link #maxDelay} is named the answer is final. When no attempt is left the last
 * failure is thrown as it is, or the last bad result returned as it came. {@code Error}, {@code InterruptedException} and
 * {@code CancellationException} and rejections by Holdfast itself are never retried unless {@link #retryOn} names them or
 * subclasses of theirs.
 *
 * <p>On a type it holds for every abstract method, inherited ones included. On a method it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Backoff {

    /**
     * Number of calls in all, the first included, from 1 to 1,000.
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
     * Longest delay, also after jitter; at least {@link #baseDelay}. Where there is no {@link RateLimited}, also the longest wait that an
     * answer may name, as by {@code Retry-After}, and still be retried.
     *
     * @return the duration, 60 seconds by default
     */
    String maxDelay() default "60s";

    /**
     * What each further attempt multiplies the delay with, from 1.0 to 100.0.
     *
     * @return the factor, 2.0 by default
     */
    double factor() default 2.0;

    /**
     * How delays are spread at random.
     *
     * @return the kind of jitter, {@link Jitter#FULL} by default
     */
    Jitter jitter() default Jitter.FULL;

    /**
     * Exceptions that are retried, subclasses included. For an exception that carries an HTTP status, {@link #retryStatuses}
     * decides instead.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] retryOn() default {Exception.class};

    /**
     * Exceptions that are never retried, subclasses included. Wins over {@link #retryOn} and {@link #retryStatuses}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] abortOn() default {};

    /**
     * HTTP statuses that are retried, where the result or the exception carries one; no other status is. Patterns:
     * {@code "503"}, {@code "5xx"}, {@code "500-504"}.
     *
     * @return the patterns, 408 and all of 500 to 599 by default
     */
    String[] retryStatuses() default {"408", "5xx"};

    /**
     * A predicate on the result; where it says true, the call is retried. It needs an accessible constructor without parameters
     * and must be thread-safe. The result may be null.
     *
     * @return the class, {@link NoPredicate} for none
     */
    Class<? extends Predicate<?>> retryResult() default NoPredicate.class;

    /**
     * Budget for all attempts and waits together, from the start of the call. A wait that would overrun it is not begun.
     * An attempt that is under way is cut only where there is a {@link Timeout}: then it gets no more than what is left.
     *
     * @return the duration, more than zero; empty, the default, for no budget
     */
    String deadline() default "";
}
