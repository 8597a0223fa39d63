package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerDraft;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.unit.Settings;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link CircuitBreaker} for generated code, with times in nanoseconds. Not thread-safe. */
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
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the breaker.
     *
     * @param name not empty; "circuit breaker" by default, a name that is never shared
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
     * Sets the rate of failed calls in the window that opens the breaker, in place of consecutive failures.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public BreakerSetup failureRate(int percent) {
        draft.failureRate(percent);
        return this;
    }

    /**
     * Sets the window to a number of latest calls, in place of a time.
     *
     * @param calls from 1 to 10,000
     * @return this
     */
    public BreakerSetup windowCalls(int calls) {
        draft.windowCalls(calls);
        return this;
    }

    /**
     * Sets the window to the latest time, in place of a number of calls.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public BreakerSetup windowNanos(long nanos) {
        draft.windowNanos(nanos);
        return this;
    }

    /**
     * Sets the minimum number of calls in the window before their rates count.
     *
     * @param calls from 1 to 1,000,000, and at most the {@code windowCalls}; 20 by default
     * @return this
     */
    public BreakerSetup minimumCalls(int calls) {
        draft.minimumCalls(calls);
        return this;
    }

    /**
     * Sets the duration of a slow call: longer ones are slow.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public BreakerSetup slowCallNanos(long nanos) {
        draft.slowCallNanos(nanos);
        return this;
    }

    /**
     * Sets the rate of slow calls in the window that opens the breaker.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public BreakerSetup slowCallRate(int percent) {
        draft.slowCallRate(percent);
        return this;
    }

    /**
     * Sets the time in OPEN before the first probe, which is also the shortest time that a probe keeps its place.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public BreakerSetup recoveryTimeoutNanos(long nanos) {
        draft.recoveryTimeoutNanos(nanos);
        return this;
    }

    /**
     * Sets the number of successful probes that closes the breaker, which is also the maximum number of probes in
     * flight.
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
     * @param classes with their subclasses; {@code Exception} by default
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final BreakerSetup monitored(Class<? extends Throwable>... classes) {
        draft.monitored(classes);
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
    public final BreakerSetup ignored(Class<? extends Throwable>... classes) {
        draft.ignored(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses of results and exceptions that count as failures.
     *
     * @param patterns such as {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 5xx by default
     * @return this
     */
    public BreakerSetup failureStatuses(String... patterns) {
        draft.failureStatuses(patterns);
        return this;
    }

    /**
     * Sets the multiplier applied to the recovery time after each failed probe.
     *
     * @param factor from 1.0 to 100.0; 1.0 by default
     * @return this
     */
    public BreakerSetup recoveryFactor(double factor) {
        draft.recoveryFactor(factor);
        return this;
    }

    /**
     * Sets the maximum recovery time with {@link #recoveryFactor}.
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
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public CircuitBreaker build(ClientSetup setup, @Nullable CircuitBreaker given) {
        return setup.client.build(draft, ClientOverrides.ON_TYPE, Settings.implementation(Breaker.class, given));
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public CircuitBreaker build(ClientSetup setup, String method, @Nullable CircuitBreaker given) {
        return setup.client.build(draft, method, Settings.implementation(Breaker.class, given));
    }

    /**
     * Returns the policy that the context shares by its name.
     *
     * @param setup of the client
     * @param usedBy {@code Client} or {@code Client#method}, for the message about different settings
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     * @throws IllegalStateException if the policy of that name has different settings; the message names both users
     */
    public CircuitBreaker share(ClientSetup setup, String usedBy, @Nullable CircuitBreaker given) {
        return setup.client.share(draft, usedBy, Settings.implementation(Breaker.class, given));
    }
}
