package dev.holdfast.runtime;

import java.time.Duration;
import java.util.Objects;

/**
 * Builds a {@link CircuitBreaker}; the defaults are those of {@link dev.holdfast.annotations.CircuitBreaker}. Every setter
 * throws {@code IllegalArgumentException} for a value out of its range. Not thread-safe; what it builds is.
 */
public final class CircuitBreakerBuilder extends BreakerDraft {

    CircuitBreakerBuilder() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the breaker.
     *
     * @param name not empty; "circuit breaker" by default, which is not shared
     * @return this
     */
    public CircuitBreakerBuilder name(String name) {
        this.name = Settings.name(name);
        return this;
    }

    /**
     * Sets the number of consecutive failures that opens the breaker.
     *
     * @param failures from 1; 5 by default
     * @return this
     */
    public CircuitBreakerBuilder failureThreshold(int failures) {
        this.failureThreshold = Settings.inRange("failureThreshold", failures, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the part of the calls in the window that opens the breaker if it fails, instead of failures in a row.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public CircuitBreakerBuilder failureRate(int percent) {
        this.failureRate = Settings.inRange("failureRate", percent, 0, 100);
        return this;
    }

    /**
     * Sets a window of the last so many calls, instead of one of time.
     *
     * @param calls from 1 to 10,000
     * @return this
     */
    public CircuitBreakerBuilder windowCalls(int calls) {
        this.windowCalls = Settings.inRange("windowCalls", calls, 1, CountWindow.MAX_SIZE);
        this.windowNanos = 0;
        return this;
    }

    /**
     * Sets a window of the latest time, instead of one of calls.
     *
     * @param duration more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder window(Duration duration) {
        return windowNanos(Nanos.of("window", duration));
    }

    /**
     * Sets a window of the latest time, instead of one of calls.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder windowNanos(long nanos) {
        this.windowNanos = Nanos.positive("window", nanos);
        this.windowCalls = 0;
        return this;
    }

    /**
     * Sets how many calls must be in the window before it can open the breaker.
     *
     * @param calls from 1 to 1,000,000, at most a window's number of calls; 20 by default
     * @return this
     */
    public CircuitBreakerBuilder minimumCalls(int calls) {
        this.minimumCalls = Settings.inRange("minimumCalls", calls, 1, 1_000_000);
        return this;
    }

    /**
     * Sets the time beyond which a call is slow.
     *
     * @param duration more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder slowCall(Duration duration) {
        return slowCallNanos(Nanos.of("slowCall", duration));
    }

    /**
     * Sets the time beyond which a call is slow.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder slowCallNanos(long nanos) {
        this.slowNanos = Nanos.positive("slowCall", nanos);
        return this;
    }

    /**
     * Sets the part of the calls in the window that opens the breaker if it is slow.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public CircuitBreakerBuilder slowCallRate(int percent) {
        this.slowCallRate = Settings.inRange("slowCallRate", percent, 0, 100);
        return this;
    }

    /**
     * Sets the time in OPEN before probes, also the shortest lease of a probe.
     *
     * @param duration more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryTimeout(Duration duration) {
        return recoveryTimeoutNanos(Nanos.of("recoveryTimeout", duration));
    }

    /**
     * Sets the time in OPEN before probes, also the shortest lease of a probe.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryTimeoutNanos(long nanos) {
        this.recoveryNanos = Nanos.positive("recoveryTimeout", nanos);
        return this;
    }

    /**
     * Sets the number of successful probes that closes the breaker, also the most probes in flight at once.
     *
     * @param successes from 1 to 1,000; 2 by default
     * @return this
     */
    public CircuitBreakerBuilder successThreshold(int successes) {
        this.successThreshold = Settings.inRange("successThreshold", successes, 1, 1_000);
        return this;
    }

    /**
     * Sets the exceptions that count as failures.
     *
     * @param classes themselves and their subclasses; {@code Exception} by default
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final CircuitBreakerBuilder monitored(Class<? extends Throwable>... classes) {
        this.monitored = Settings.classes("monitored", classes);
        return this;
    }

    /**
     * Sets the exceptions that count as neither failure nor success, which wins over all else.
     *
     * @param classes themselves and their subclasses; none by default
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final CircuitBreakerBuilder ignored(Class<? extends Throwable>... classes) {
        this.ignored = Settings.classes("ignored", classes);
        return this;
    }

    /**
     * Sets the HTTP statuses that count as failures, where results or exceptions carry one.
     *
     * @param patterns such as {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 5xx by default
     * @return this
     */
    public CircuitBreakerBuilder failureStatuses(String... patterns) {
        this.failureStatuses = StatusSet.of(patterns);
        return this;
    }

    /**
     * Sets what each re-opening by a failed probe multiplies the recovery time with.
     *
     * @param factor from 1.0 to 100.0; 1.0 by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryFactor(double factor) {
        this.recoveryFactor = Settings.inRange("recoveryFactor", factor, 1.0, 100.0);
        return this;
    }

    /**
     * Sets the longest time that {@link #recoveryFactor} leads to.
     *
     * @param duration at least the recovery timeout, at most 365 days, which is the default
     * @return this
     */
    public CircuitBreakerBuilder maxRecoveryTimeout(Duration duration) {
        return maxRecoveryTimeoutNanos(Nanos.of("maxRecoveryTimeout", duration));
    }

    /**
     * Sets the longest time that {@link #recoveryFactor} leads to.
     *
     * @param nanos nanoseconds, at least the recovery timeout, at most 365 days, which is the default
     * @return this
     */
    public CircuitBreakerBuilder maxRecoveryTimeoutNanos(long nanos) {
        this.maxRecoveryNanos = Nanos.positive("maxRecoveryTimeout", nanos);
        return this;
    }

    /**
     * Builds a breaker on the clock of the machine, without a listener.
     *
     * @return a new breaker, closed
     * @throws IllegalArgumentException if settings contradict each other
     */
    public CircuitBreaker build() {
        return new CircuitBreaker(settings(false, Clock.system(), Events.NONE));
    }

    /**
     * Builds a breaker on the clock of a context, which reports to that context's listener and is not shared.
     *
     * @param holdfast the context
     * @return a new breaker, closed
     * @throws IllegalArgumentException if settings contradict each other
     */
    @Override
    public CircuitBreaker build(Holdfast holdfast) {
        Objects.requireNonNull(holdfast, "holdfast");
        return new CircuitBreaker(settings(false, holdfast.clock(), holdfast.events()));
    }

    @Override
    String annotation() {
        return "CircuitBreaker";
    }

    @Override
    void set(String attribute, OverrideValue value) {
        OverridableAttributes.set(this, attribute, value);
    }

    @Override
    CircuitBreaker share(Holdfast holdfast, String usedBy) {
        return holdfast.circuitBreaker(this, usedBy);
    }

    @Override
    void rename(String name) {
        name(name);
    }
}
