package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Stops calling a service that keeps failing, and finds out by a few probes when it is back.
 *
 * <p>CLOSED: calls go through; {@link #failureThreshold} failures in a row open the breaker. OPEN: calls are rejected at
 * once with {@code CircuitOpenException}, for {@link #recoveryTimeout}. HALF_OPEN: at most {@link #successThreshold} calls
 * are in flight as probes; that many successes close the breaker, one failure opens it again. Each attempt of a retried
 * call is one call to the breaker.
 *
 * <p>Rate mode counts in CLOSED not failures in a row but which part of the latest calls failed, or was slow: see
 * {@link #failureRate}, {@link #slowCallRate} and {@link #window}.
 *
 * <p>On a type it holds for every abstract method, inherited ones included, as one breaker for the interface. On a method
 * it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CircuitBreaker {

    /**
     * Name under which the breaker is shared in a {@code Holdfast} context. Empty, the default: one breaker for the annotated
     * type or method, not shared.
     *
     * @return the name, or an empty string
     */
    String name() default "";

    /**
     * Number of consecutive failures that opens the breaker, from 1. Not beside {@link #failureRate} or
     * {@link #slowCallRate}, which count in another way.
     *
     * @return the number, 5 by default
     */
    int failureThreshold() default 5;

    /**
     * Time in OPEN before calls are let through as probes, more than zero. Also the shortest time after which a probe that has
     * not returned gives its place to another; it is no less than the present time in OPEN and the attempt's time limit.
     *
     * @return the duration, 60 seconds by default
     */
    String recoveryTimeout() default "60s";

    /**
     * Number of successful probes that closes the breaker, from 1 to 1,000; also the most probes in flight at once.
     *
     * @return the number, 2 by default
     */
    int successThreshold() default 2;

    /**
     * Exceptions that count as failures, subclasses included. For an exception that carries an HTTP status,
     * {@link #failureStatuses} decides instead.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] monitored() default {Exception.class};

    /**
     * Exceptions that count as neither failure nor success, subclasses included. Wins over {@link #monitored} and over
     * {@link #failureStatuses}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] ignored() default {};

    /**
     * HTTP statuses that count as failures, where the result or the exception carries one. Any other status is a success:
     * the server is alive. Patterns: {@code "503"}, {@code "5xx"}, {@code "500-504"}.
     *
     * @return the patterns, 408 and all of 500 to 599 by default
     */
    String[] failureStatuses() default {"408", "5xx"};

    /**
     * A predicate on the result; where it says true, the call counts as a failure. It needs an accessible constructor without
     * parameters and must be thread-safe. The result may be null.
     *
     * @return the class, {@link NoPredicate} for none
     */
    Class<? extends Predicate<?>> failureResult() default NoPredicate.class;

    /**
     * Part of the calls in the {@link #window} that opens the breaker if it fails, in percent, from 1 to 100. It opens when at
     * least {@link #minimumCalls} are in the window and {@code failures * 100 >= failureRate * calls}.
     *
     * @return the percentage; 0, the default, for off
     */
    int failureRate() default 0;

    /**
     * The calls that rates are taken of: the last so many, from {@code "1 call"} to {@code "10000 calls"}, which are counted
     * exactly; or those of the latest time, such as {@code "60s"}, to a tenth of that time. A call is in it from its end on.
     *
     * @return the window; empty, the default, without rates
     */
    String window() default "";

    /**
     * Number of calls that must be in the {@link #window} before it can open the breaker, from 1 to 1,000,000, and no more than
     * a window of calls holds.
     *
     * @return the number, 20 by default
     */
    int minimumCalls() default 20;

    /**
     * Time beyond which a call is slow, more than zero: from its admission to its result, failed or not. A slow probe counts as
     * a failed one.
     *
     * @return the duration; empty, the default, for none
     */
    String slowCall() default "";

    /**
     * Part of the calls in the {@link #window} that opens the breaker if it is slow, in percent, from 1 to 100; as
     * {@link #failureRate} otherwise.
     *
     * @return the percentage; 0, the default, for off
     */
    int slowCallRate() default 0;

    /**
     * What each re-opening by a failed probe multiplies the recovery time with, from 1.0 to 100.0.
     *
     * @return the factor, 1.0 by default: the recovery time does not grow
     */
    double recoveryFactor() default 1.0;

    /**
     * Longest recovery time that {@link #recoveryFactor} leads to, at least {@link #recoveryTimeout}.
     *
     * @return the duration; empty, the default, for no bound but 365 days
     */
    String maxRecoveryTimeout() default "";
}
