package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Stops calling a failing service, and sends a few probes to detect its recovery.
 *
 * <p>CLOSED: calls go through; {@link #failureThreshold} consecutive failures open the breaker. OPEN: calls are rejected at
 * once with {@code CircuitOpenException}, for {@link #recoveryTimeout}. HALF_OPEN: at most {@link #successThreshold} probes are in
 * flight; that many successes close the breaker, one failure re-opens it. The breaker counts each attempt of a retried call.
 *
 * <p>In rate mode, the CLOSED breaker does not count consecutive failures. It opens at a percentage of failed or slow calls: see
 * {@link #failureRate}, {@link #slowCallRate} and {@link #window}.
 *
 * <p>On a type, it applies to every abstract method, including inherited ones, with one breaker for the interface. On a method, it
 * replaces the breaker of the type.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CircuitBreaker {

    /**
     * Name of a breaker shared in a {@code Holdfast} context. An empty name, the default, creates an unshared breaker for the
     * annotated type or method.
     *
     * @return the name, or an empty string
     */
    String name() default "";

    /**
     * Number of consecutive failures that opens the breaker, at least 1. Cannot be combined with {@link #failureRate} or
     * {@link #slowCallRate}.
     *
     * @return the number, 5 by default
     */
    int failureThreshold() default 5;

    /**
     * Time in OPEN before the first probe, more than zero. Also the shortest lease of a probe: after its lease, another probe may take
     * the place of one that has not returned. The lease is the last time in OPEN or the time limit of the attempt, whichever is longer.
     *
     * @return the duration, 60 seconds by default
     */
    String recoveryTimeout() default "60s";

    /**
     * Number of successful probes that closes the breaker, from 1 to 1,000. Also the maximum number of probes in flight.
     *
     * @return the number, 2 by default
     */
    int successThreshold() default 2;

    /**
     * Exceptions that count as failures, including subclasses. If an exception carries an HTTP status,
     * {@link #failureStatuses} decides instead; not below 300, where the server's answer was good and could not be read.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] monitored() default {Exception.class};

    /**
     * Exceptions that count as neither failure nor success, including subclasses. Wins over {@link #monitored} and over
     * {@link #failureStatuses}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] ignored() default {};

    /**
     * HTTP statuses that count as failures, if the result or the exception carries a status. Any other status is a success:
     * the server is alive. Patterns: {@code "503"}, {@code "5xx"}, {@code "500-504"}.
     *
     * @return the patterns, 408 and all of 500 to 599 by default
     */
    String[] failureStatuses() default {"408", "5xx"};

    /**
     * Predicate for results that count as failures: {@code true} means a failure. The class needs an accessible no-argument
     * constructor and must be thread-safe. The result may be null.
     *
     * @return the class, {@link NoPredicate} for none
     */
    Class<? extends Predicate<?>> failureResult() default NoPredicate.class;

    /**
     * Percentage of failed calls in the {@link #window} that opens the breaker, from 1 to 100. The breaker opens when the window contains
     * at least {@link #minimumCalls} and {@code failures * 100 >= failureRate * calls}.
     *
     * @return the percentage; 0, the default, turns it off
     */
    int failureRate() default 0;

    /**
     * Window of the rates: a number of last calls, from {@code "1 call"} to {@code "10000 calls"}, counted exactly; or a period such as
     * {@code "60s"}, accurate to a tenth of its length. A call enters the window when it ends.
     *
     * @return the window; empty, the default, for no rates
     */
    String window() default "";

    /**
     * Minimum number of calls in the {@link #window} before the breaker can open, from 1 to 1,000,000, and at most the size of a
     * window of calls.
     *
     * @return the number, 20 by default
     */
    int minimumCalls() default 20;

    /**
     * Duration above which a call is slow, more than zero: from its admission to its result, whether it failed or not. A slow probe
     * counts as a failure.
     *
     * @return the duration; empty, the default, for none
     */
    String slowCall() default "";

    /**
     * Percentage of slow calls in the {@link #window} that opens the breaker, from 1 to 100; otherwise like
     * {@link #failureRate}.
     *
     * @return the percentage; 0, the default, turns it off
     */
    int slowCallRate() default 0;

    /**
     * Multiplier applied to the recovery time after each failed probe, from 1.0 to 100.0.
     *
     * @return the factor, 1.0 by default: the recovery time does not grow
     */
    double recoveryFactor() default 1.0;

    /**
     * Upper limit of the recovery time that {@link #recoveryFactor} increases; at least {@link #recoveryTimeout}.
     *
     * @return the duration; empty, the default, for 365 days
     */
    String maxRecoveryTimeout() default "";
}
