package dev.holdfast.runtime;

import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link CircuitBreaker} with the defaults of {@link dev.holdfast.annotations.CircuitBreaker}. Every setter
 * throws {@code IllegalArgumentException} for a value out of its range. Not thread-safe; the built object is.
 */
public final class CircuitBreakerBuilder {

    private final BreakerSetup setup = BreakerSetup.create();

    CircuitBreakerBuilder() {}

    /**
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the breaker.
     *
     * @param name not empty; "circuit breaker" by default, a name that is never shared
     * @return this
     */
    public CircuitBreakerBuilder name(String name) {
        setup.name(name);
        return this;
    }

    /**
     * Sets the number of consecutive failures that opens the breaker.
     *
     * @param failures from 1; 5 by default
     * @return this
     */
    public CircuitBreakerBuilder failureThreshold(int failures) {
        setup.failureThreshold(failures);
        return this;
    }

    /**
     * Sets the rate of failed calls in the window that opens the breaker, in place of consecutive failures.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public CircuitBreakerBuilder failureRate(int percent) {
        setup.failureRate(percent);
        return this;
    }

    /**
     * Sets the window to a number of latest calls, in place of a time.
     *
     * @param calls from 1 to 10,000
     * @return this
     */
    public CircuitBreakerBuilder windowCalls(int calls) {
        setup.windowCalls(calls);
        return this;
    }

    /**
     * Sets the window to the latest time, in place of a number of calls.
     *
     * @param duration more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder window(Duration duration) {
        setup.windowNanos(Nanos.of("window", duration));
        return this;
    }

    /**
     * Sets the minimum number of calls in the window before their rates count.
     *
     * @param calls from 1 to 1,000,000, and at most the {@code windowCalls}; 20 by default
     * @return this
     */
    public CircuitBreakerBuilder minimumCalls(int calls) {
        setup.minimumCalls(calls);
        return this;
    }

    /**
     * Sets the duration of a slow call: longer ones are slow.
     *
     * @param duration more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder slowCall(Duration duration) {
        setup.slowCallNanos(Nanos.of("slowCall", duration));
        return this;
    }

    /**
     * Sets the rate of slow calls in the window that opens the breaker.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public CircuitBreakerBuilder slowCallRate(int percent) {
        setup.slowCallRate(percent);
        return this;
    }

    /**
     * Sets the time in OPEN before the first probe, which is also the shortest time that a probe keeps its place.
     *
     * @param duration more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryTimeout(Duration duration) {
        setup.recoveryTimeoutNanos(Nanos.of("recoveryTimeout", duration));
        return this;
    }

    /**
     * Sets the number of successful probes that closes the breaker, which is also the maximum number of probes in
     * flight.
     *
     * @param successes from 1 to 1,000; 2 by default
     * @return this
     */
    public CircuitBreakerBuilder successThreshold(int successes) {
        setup.successThreshold(successes);
        return this;
    }

    /**
     * Sets the exceptions that count as failures.
     *
     * @param classes with their subclasses; {@code Exception} by default
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final CircuitBreakerBuilder monitored(Class<? extends Throwable>... classes) {
        setup.monitored(classes);
        return this;
    }

    /**
     * Sets the exceptions that count as neither failure nor success. Takes precedence over all other settings.
     *
     * @param classes with their subclasses; none by default
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final CircuitBreakerBuilder ignored(Class<? extends Throwable>... classes) {
        setup.ignored(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses of results and exceptions that count as failures.
     *
     * @param patterns such as {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 5xx by default
     * @return this
     */
    public CircuitBreakerBuilder failureStatuses(String... patterns) {
        setup.failureStatuses(patterns);
        return this;
    }

    /**
     * Sets the multiplier applied to the recovery time after each failed probe.
     *
     * @param factor from 1.0 to 100.0; 1.0 by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryFactor(double factor) {
        setup.recoveryFactor(factor);
        return this;
    }

    /**
     * Sets the maximum recovery time with {@link #recoveryFactor}.
     *
     * @param duration at least the recovery timeout, at most 365 days, which is the default
     * @return this
     */
    public CircuitBreakerBuilder maxRecoveryTimeout(Duration duration) {
        setup.maxRecoveryTimeoutNanos(Nanos.of("maxRecoveryTimeout", duration));
        return this;
    }

    /**
     * Builds a breaker with the system clock and without a listener.
     *
     * @return a new breaker, closed
     * @throws IllegalArgumentException if settings contradict each other
     */
    public CircuitBreaker build() {
        return Context.defaults().make(setup);
    }

    /**
     * Builds an unshared breaker with the clock and the listener of a context.
     *
     * @param holdfast the context
     * @return a new breaker, closed
     * @throws IllegalArgumentException if settings contradict each other
     */
    public CircuitBreaker build(Holdfast holdfast) {
        return Context.of(holdfast).make(setup);
    }

    CircuitBreaker share(Holdfast holdfast, String usedBy) {
        return Context.of(holdfast).share(setup, usedBy);
    }
}
