package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Stops calling a service that keeps failing, and finds out with a few probes when it has recovered.
 *
 * <p>CLOSED: calls are admitted; {@link #failureThreshold} consecutive failures open the breaker. OPEN: calls are
 * rejected at once with {@code CircuitOpenException}, for {@link #recoveryTimeout}. HALF_OPEN: at most
 * {@link #successThreshold} calls are in flight as probes; that many successes close the breaker, one failure opens it
 * again. Each attempt of a retried call is one call to the breaker.
 *
 * <p>Rate mode opens the breaker by the rate of failed or slow calls in place of consecutive failures: see
 * {@link #failureRate}, {@link #slowCallRate} and {@link #window}.
 *
 * <p>On a type it applies to every abstract method, including inherited ones, as one breaker for the interface. On a
 * method it replaces the type's.
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
     * Number of consecutive failures that opens the breaker, from 1. Cannot be combined with {@link #failureRate} or
     * {@link #slowCallRate}.
     *
     * @return the number, 5 by default
     */
    int failureThreshold() default 5;

    /**
     * Time in OPEN before the first probe, more than zero. A probe that has not ended after the time in OPEN, or its
     * time limit if that is longer, loses its place to another probe.
     *
     * @return the duration, 60 seconds by default
     */
    String recoveryTimeout() default "60s";

    /**
     * Number of successful probes that closes the breaker, from 1 to 1,000; also the maximum number of probes in
     * flight.
     *
     * @return the number, 2 by default
     */
    int successThreshold() default 2;

    /**
     * Exceptions that count as failures, with their subclasses. For an exception with an HTTP status,
     * {@link #failureStatuses} decides.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] monitored() default {Exception.class};

    /**
     * Exceptions that count as neither failure nor success, with their subclasses. Takes precedence over
     * {@link #monitored} and {@link #failureStatuses}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] ignored() default {};

    /**
     * HTTP statuses of results and exceptions that count as failures. Any other status is a success: the server is
     * alive. Patterns: {@code "503"}, {@code "5xx"}, {@code "500-504"}.
     *
     * @return the patterns, 408 and all of 500 to 599 by default
     */
    String[] failureStatuses() default {"408", "5xx"};

    /**
     * A predicate for results that count as failures. Needs an accessible constructor without parameters, and must be
     * thread-safe. The result may be null.
     *
     * @return the class, {@link NoPredicate} for none
     */
    Class<? extends Predicate<?>> failureResult() default NoPredicate.class;

    /**
     * Rate of failed calls in the {@link #window} that opens the breaker, in percent, from 1 to 100. The breaker opens
     * when at least {@link #minimumCalls} are in the window and {@code failures * 100 >= failureRate * calls}.
     *
     * @return the percentage; 0, the default, for off
     */
    int failureRate() default 0;

    /**
     * Window of the rates: a number of latest calls, from {@code "1 call"} to {@code "10000 calls"}, counted exactly;
     * or the latest time, such as {@code "60s"}, accurate to a tenth. A call counts from its end on.
     *
     * @return the window; empty, the default, without rates
     */
    String window() default "";

    /**
     * Minimum number of calls in the {@link #window} before rates count, from 1 to 1,000,000, and at most the calls of
     * the window.
     *
     * @return the number, 20 by default
     */
    int minimumCalls() default 20;

    /**
     * Duration of a slow call, more than zero: longer ones, from admission to outcome, are slow, failed or not. A slow
     * probe counts as a failed one.
     *
     * @return the duration; empty, the default, for none
     */
    String slowCall() default "";

    /**
     * Rate of slow calls in the {@link #window} that opens the breaker, in percent, from 1 to 100; otherwise like
     * {@link #failureRate}.
     *
     * @return the percentage; 0, the default, for off
     */
    int slowCallRate() default 0;

    /**
     * Multiplier applied to the recovery time after each failed probe, from 1.0 to 100.0.
     *
     * @return the factor, 1.0 by default, with which the recovery time does not grow
     */
    double recoveryFactor() default 1.0;

    /**
     * Maximum recovery time with {@link #recoveryFactor}, at least {@link #recoveryTimeout}.
     *
     * @return the duration; empty, the default, for 365 days
     */
    String maxRecoveryTimeout() default "";
}
