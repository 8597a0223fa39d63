package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.breaker.BreakerDraft;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link CircuitBreaker}; the defaults are those of {@link dev.holdfast.annotations.CircuitBreaker}. Every setter
 * throws {@code IllegalArgumentException} for a value out of its range. Not thread-safe; what it builds is.
 */
public final class CircuitBreakerBuilder {

    private final BreakerDraft draft = new BreakerDraft();

    CircuitBreakerBuilder() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the breaker.
     *
     * @param name not empty; "circuit breaker" by default, which is not shared
     * @return this
     */
    public CircuitBreakerBuilder name(String name) {
        draft.name(name);
        return this;
    }

    /**
     * Sets the number of consecutive failures that opens the breaker.
     *
     * @param failures from 1; 5 by default
     * @return this
     */
    public CircuitBreakerBuilder failureThreshold(int failures) {
        draft.failureThreshold(failures);
        return this;
    }

    /**
     * Sets the part of the calls in the window that opens the breaker if it fails, instead of failures in a row.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public CircuitBreakerBuilder failureRate(int percent) {
        draft.failureRate(percent);
        return this;
    }

    /**
     * Sets a window of the last so many calls, instead of one of time.
     *
     * @param calls from 1 to 10,000
     * @return this
     */
    public CircuitBreakerBuilder windowCalls(int calls) {
        draft.windowCalls(calls);
        return this;
    }

    /**
     * Sets a window of the latest time, instead of one of calls.
     *
     * @param duration more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder window(Duration duration) {
        draft.windowNanos(Nanos.of("window", duration));
        return this;
    }

    /**
     * Sets how many calls must be in the window before it can open the breaker.
     *
     * @param calls from 1 to 1,000,000, at most a window's number of calls; 20 by default
     * @return this
     */
    public CircuitBreakerBuilder minimumCalls(int calls) {
        draft.minimumCalls(calls);
        return this;
    }

    /**
     * Sets the time beyond which a call is slow.
     *
     * @param duration more than zero, at most 365 days
     * @return this
     */
    public CircuitBreakerBuilder slowCall(Duration duration) {
        draft.slowCallNanos(Nanos.of("slowCall", duration));
        return this;
    }

    /**
     * Sets the part of the calls in the window that opens the breaker if it is slow.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public CircuitBreakerBuilder slowCallRate(int percent) {
        draft.slowCallRate(percent);
        return this;
    }

    /**
     * Sets the time in OPEN before probes, also the shortest lease of a probe.
     *
     * @param duration more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryTimeout(Duration duration) {
        draft.recoveryTimeoutNanos(Nanos.of("recoveryTimeout", duration));
        return this;
    }

    /**
     * Sets the number of successful probes that closes the breaker, also the most probes in flight at once.
     *
     * @param successes from 1 to 1,000; 2 by default
     * @return this
     */
    public CircuitBreakerBuilder successThreshold(int successes) {
        draft.successThreshold(successes);
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
        draft.monitored(classes);
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
        draft.ignored(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses that count as failures, where results or exceptions carry one.
     *
     * @param patterns such as {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 5xx by default
     * @return this
     */
    public CircuitBreakerBuilder failureStatuses(String... patterns) {
        draft.failureStatuses(patterns);
        return this;
    }

    /**
     * Sets what each re-opening by a failed probe multiplies the recovery time with.
     *
     * @param factor from 1.0 to 100.0; 1.0 by default
     * @return this
     */
    public CircuitBreakerBuilder recoveryFactor(double factor) {
        draft.recoveryFactor(factor);
        return this;
    }

    /**
     * Sets the longest time that {@link #recoveryFactor} leads to.
     *
     * @param duration at least the recovery timeout, at most 365 days, which is the default
     * @return this
     */
    public CircuitBreakerBuilder maxRecoveryTimeout(Duration duration) {
        draft.maxRecoveryTimeoutNanos(Nanos.of("maxRecoveryTimeout", duration));
        return this;
    }

    /**
     * Builds a breaker on the clock of the machine, without a listener.
     *
     * @return a new breaker, closed
     * @throws IllegalArgumentException if settings contradict each other
     */
    public CircuitBreaker build() {
        return draft.make();
    }

    /**
     * Builds a breaker on the clock of a context, which reports to that context's listener and is not shared.
     *
     * @param holdfast the context
     * @return a new breaker, closed
     * @throws IllegalArgumentException if settings contradict each other
     */
    public CircuitBreaker build(Holdfast holdfast) {
        return draft.make(Context.of(holdfast));
    }

    CircuitBreaker share(Holdfast holdfast, String usedBy) {
        return draft.share(Context.of(holdfast), usedBy);
    }
}
