package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerDraft;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.unit.Settings;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link CircuitBreaker} as generated code gives them, with times in nanoseconds. Not thread-safe. */
public final class BreakerSetup {

    private final BreakerDraft draft = new BreakerDraft();

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static BreakerSetup create() {
        return new BreakerSetup();
    }

    private BreakerSetup() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the breaker.
     *
     * @param name not empty; "circuit breaker" by default, which is not shared
     * @return this
     */
    public BreakerSetup name(String name) {
        draft.name(name);
        return this;
    }

    /**
     * Sets the number of consecutive failures that opens the breaker.
     *
     * @param failures from 1; 5 by default
     * @return this
     */
    public BreakerSetup failureThreshold(int failures) {
        draft.failureThreshold(failures);
        return this;
    }

    /**
     * Sets the part of the calls in the window that opens the breaker if it fails, instead of failures in a row.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public BreakerSetup failureRate(int percent) {
        draft.failureRate(percent);
        return this;
    }

    /**
     * Sets a window of the last so many calls, instead of one of time.
     *
     * @param calls from 1 to 10,000
     * @return this
     */
    public BreakerSetup windowCalls(int calls) {
        draft.windowCalls(calls);
        return this;
    }

    /**
     * Sets a window of the latest time, instead of one of calls.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public BreakerSetup windowNanos(long nanos) {
        draft.windowNanos(nanos);
        return this;
    }

    /**
     * Sets how many calls must be in the window before it can open the breaker.
     *
     * @param calls from 1 to 1,000,000, at most a window's number of calls; 20 by default
     * @return this
     */
    public BreakerSetup minimumCalls(int calls) {
        draft.minimumCalls(calls);
        return this;
    }

    /**
     * Sets the time beyond which a call is slow.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public BreakerSetup slowCallNanos(long nanos) {
        draft.slowCallNanos(nanos);
        return this;
    }

    /**
     * Sets the part of the calls in the window that opens the breaker if it is slow.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public BreakerSetup slowCallRate(int percent) {
        draft.slowCallRate(percent);
        return this;
    }

    /**
     * Sets the time in OPEN before probes, also the shortest lease of a probe.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public BreakerSetup recoveryTimeoutNanos(long nanos) {
        draft.recoveryTimeoutNanos(nanos);
        return this;
    }

    /**
     * Sets the number of successful probes that closes the breaker, also the most probes in flight at once.
     *
     * @param successes from 1 to 1,000; 2 by default
     * @return this
     */
    public BreakerSetup successThreshold(int successes) {
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
    public final BreakerSetup monitored(Class<? extends Throwable>... classes) {
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
    public final BreakerSetup ignored(Class<? extends Throwable>... classes) {
        draft.ignored(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses that count as failures, where results or exceptions carry one.
     *
     * @param patterns such as {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 5xx by default
     * @return this
     */
    public BreakerSetup failureStatuses(String... patterns) {
        draft.failureStatuses(patterns);
        return this;
    }

    /**
     * Sets what each re-opening by a failed probe multiplies the recovery time with.
     *
     * @param factor from 1.0 to 100.0; 1.0 by default
     * @return this
     */
    public BreakerSetup recoveryFactor(double factor) {
        draft.recoveryFactor(factor);
        return this;
    }

    /**
     * Sets the longest time that {@link #recoveryFactor} leads to.
     *
     * @param nanos nanoseconds, at least the recovery timeout, at most 365 days, which is the default
     * @return this
     */
    public BreakerSetup maxRecoveryTimeoutNanos(long nanos) {
        draft.maxRecoveryTimeoutNanos(nanos);
        return this;
    }

    /**
     * Builds the policy of the interface.
     *
     * @param setup of the client
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     */
    public CircuitBreaker build(ClientSetup setup, @Nullable CircuitBreaker given) {
        return setup.client.build(draft, ClientOverrides.ON_TYPE, Settings.ours(Breaker.class, given));
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     */
    public CircuitBreaker build(ClientSetup setup, String method, @Nullable CircuitBreaker given) {
        return setup.client.build(draft, method, Settings.ours(Breaker.class, given));
    }

    /**
     * Returns the policy that the context shares under the name that is set.
     *
     * @param setup of the client
     * @param usedBy {@code Client} or {@code Client#method}, for the message where settings differ
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     * @throws IllegalStateException if one of that name was made with other settings; names both places
     */
    public CircuitBreaker share(ClientSetup setup, String usedBy, @Nullable CircuitBreaker given) {
        return setup.client.share(draft, usedBy, Settings.ours(Breaker.class, given));
    }
}
