package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerSettings;
import dev.holdfast.runtime.internal.breaker.CountWindow;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link CircuitBreaker} for generated code, with times in nanoseconds. Not thread-safe. */
public final class BreakerSetup extends BreakerSettings {

    /** The simple name of the annotation. */
    static final String ANNOTATION = "CircuitBreaker";

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static BreakerSetup create() {
        return new BreakerSetup();
    }

    BreakerSetup() {}

    /**
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the breaker.
     *
     * @param name not empty; "circuit breaker" by default, a name that is never shared
     * @return this
     */
    public BreakerSetup name(String name) {
        this.name = checkedName(name);
        return this;
    }

    /**
     * Sets the number of consecutive failures that opens the breaker.
     *
     * @param failures from 1; 5 by default
     * @return this
     */
    public BreakerSetup failureThreshold(int failures) {
        this.failureThreshold = Settings.inRange("failureThreshold", failures, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the rate of failed calls in the window that opens the breaker, in place of consecutive failures.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public BreakerSetup failureRate(int percent) {
        this.failureRate = Settings.inRange("failureRate", percent, 0, 100);
        return this;
    }

    /**
     * Sets the window to a number of latest calls, in place of a time.
     *
     * @param calls from 1 to 10,000
     * @return this
     */
    public BreakerSetup windowCalls(int calls) {
        this.windowCalls = Settings.inRange("windowCalls", calls, 1, CountWindow.MAX_SIZE);
        this.windowNanos = 0;
        return this;
    }

    /**
     * Sets the window to the latest time, in place of a number of calls.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public BreakerSetup windowNanos(long nanos) {
        this.windowNanos = Nanos.positive("window", nanos);
        this.windowCalls = 0;
        return this;
    }

    /**
     * Sets the minimum number of calls in the window before their rates count.
     *
     * @param calls from 1 to 1,000,000, and at most the {@code windowCalls}; 20 by default
     * @return this
     */
    public BreakerSetup minimumCalls(int calls) {
        this.minimumCalls = Settings.inRange("minimumCalls", calls, 1, 1_000_000);
        return this;
    }

    /**
     * Sets the duration of a slow call: longer ones are slow.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days
     * @return this
     */
    public BreakerSetup slowCallNanos(long nanos) {
        this.slowNanos = Nanos.positive("slowCall", nanos);
        return this;
    }

    /**
     * Sets the rate of slow calls in the window that opens the breaker.
     *
     * @param percent from 0 to 100; 0, the default, for off
     * @return this
     */
    public BreakerSetup slowCallRate(int percent) {
        this.slowCallRate = Settings.inRange("slowCallRate", percent, 0, 100);
        return this;
    }

    /**
     * Sets the time in OPEN before the first probe, which is also the shortest time that a probe keeps its place.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 60 seconds by default
     * @return this
     */
    public BreakerSetup recoveryTimeoutNanos(long nanos) {
        this.recoveryNanos = Nanos.positive("recoveryTimeout", nanos);
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
        this.successThreshold = Settings.inRange("successThreshold", successes, 1, 1_000);
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
        ClassSet set = ClassSet.of("monitored", classes);
        this.monitored = set.equals(ClassSet.EXCEPTION) ? null : set;
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
        ClassSet set = ClassSet.of("ignored", classes);
        this.ignored = set.equals(ClassSet.NONE) ? null : set;
        return this;
    }

    /**
     * Sets the HTTP statuses of results and exceptions that count as failures.
     *
     * @param patterns such as {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 5xx by default
     * @return this
     */
    public BreakerSetup failureStatuses(String... patterns) {
        this.failureStatuses = StatusSet.of(patterns);
        return this;
    }

    /**
     * Sets the multiplier applied to the recovery time after each failed probe.
     *
     * @param factor from 1.0 to 100.0; 1.0 by default
     * @return this
     */
    public BreakerSetup recoveryFactor(double factor) {
        this.recoveryFactor = Settings.inRange("recoveryFactor", factor, 1.0, 100.0);
        return this;
    }

    /**
     * Sets the maximum recovery time with {@link #recoveryFactor}.
     *
     * @param nanos nanoseconds, at least the recovery timeout, at most 365 days, which is the default
     * @return this
     */
    public BreakerSetup maxRecoveryTimeoutNanos(long nanos) {
        this.maxRecoveryNanos = Nanos.positive("maxRecoveryTimeout", nanos);
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
        return setup.build(this, Breaker.class, given);
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
        return setup.build(this, method, Breaker.class, given);
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
        return setup.share(this, usedBy, Breaker.class, given);
    }

    @Override
    protected String annotation() {
        return ANNOTATION;
    }

    @Override
    protected List<String> overridable() {
        return Arrays.asList(
                "failureThreshold",
                "recoveryTimeout",
                "successThreshold",
                "failureStatuses",
                "recoveryFactor",
                "maxRecoveryTimeout",
                "failureRate",
                "window",
                "minimumCalls",
                "slowCall",
                "slowCallRate");
    }

    @Override
    protected List<String> fixed() {
        return Arrays.asList("name", "monitored", "ignored", "failureResult");
    }

    @Override
    protected String get(String attribute) {
        switch (attribute) {
            case "failureThreshold":
                return String.valueOf(failureThreshold);
            case "recoveryTimeout":
                return DurationText.of(recoveryNanos);
            case "successThreshold":
                return String.valueOf(successThreshold);
            case "failureStatuses":
                return failureStatuses.toString();
            case "recoveryFactor":
                return String.valueOf(recoveryFactor);
            case "maxRecoveryTimeout":
                return DurationText.of(maxRecoveryNanos);
            case "failureRate":
                return String.valueOf(failureRate);
            case "window":
                return window();
            case "minimumCalls":
                return String.valueOf(minimumCalls);
            case "slowCall":
                return durationOrNone(slowNanos);
            default: // "slowCallRate"
                return String.valueOf(slowCallRate);
        }
    }

    @Override
    protected void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "failureThreshold":
                failureThreshold(value.integer());
                break;
            case "recoveryTimeout":
                recoveryTimeoutNanos(value.nanos());
                break;
            case "successThreshold":
                successThreshold(value.integer());
                break;
            case "failureStatuses":
                failureStatuses(value.list());
                break;
            case "recoveryFactor":
                recoveryFactor(value.number());
                break;
            case "maxRecoveryTimeout":
                maxRecoveryTimeoutNanos(value.isEmpty() ? Nanos.MAX : value.nanos());
                break;
            case "failureRate":
                failureRate(value.integer());
                break;
            case "window":
                window(value);
                break;
            case "minimumCalls":
                minimumCalls(value.integer());
                break;
            case "slowCall":
                if (value.isEmpty()) {
                    slowNanos = 0;
                } else {
                    slowCallNanos(value.nanos());
                }
                break;
            case "slowCallRate":
                slowCallRate(value.integer());
                break;
            default:
                value.refuse(attribute);
        }
    }

    private void window(OverrideValue value) {
        int calls = value.calls();
        if (value.isEmpty()) {
            windowCalls = 0;
            windowNanos = 0;
        } else if (calls >= 0) {
            windowCalls(calls);
        } else {
            windowNanos(value.nanos());
        }
    }
}
