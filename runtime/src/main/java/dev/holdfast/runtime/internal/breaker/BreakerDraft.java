package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.Events;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.context.PolicyAttributes;
import dev.holdfast.runtime.internal.context.PolicyDraft;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Breaker}, each checked when it is set. */
public final class BreakerDraft extends PolicyDraft<Breaker> {

    /** The simple name of the annotation. */
    public static final String ANNOTATION = "CircuitBreaker";

    public @Nullable String name;

    /** 0 until it is set; must not be set in rate mode. */
    public int failureThreshold;

    public int failureRate;
    public int windowCalls;
    public long windowNanos;
    public int minimumCalls = 20;
    long slowNanos;
    public int slowCallRate;
    long recoveryNanos = 60_000_000_000L;
    public int successThreshold = 2;
    public double recoveryFactor = 1.0;
    long maxRecoveryNanos = Nanos.MAX;
    public StatusSet failureStatuses = StatusSet.of("408", "5xx");
    public Class<?>[] monitored = {Exception.class};
    public Class<?>[] ignored = {};

    BreakerSettings settings(boolean shared, Clock clock, Events events) {
        Settings.atLeast("maxRecoveryTimeout", maxRecoveryNanos, "recoveryTimeout", recoveryNanos);
        return new BreakerSettings(this, shared, clock, events);
    }

    public BreakerDraft() {}

    public void name(String name) {
        this.name = Settings.name(name);
    }

    public void failureThreshold(int failures) {
        this.failureThreshold = Settings.inRange("failureThreshold", failures, 1, Integer.MAX_VALUE);
    }

    public void failureRate(int percent) {
        this.failureRate = Settings.inRange("failureRate", percent, 0, 100);
    }

    public void windowCalls(int calls) {
        this.windowCalls = Settings.inRange("windowCalls", calls, 1, CountWindow.MAX_SIZE);
        this.windowNanos = 0;
    }

    public void windowNanos(long nanos) {
        this.windowNanos = Nanos.positive("window", nanos);
        this.windowCalls = 0;
    }

    public void minimumCalls(int calls) {
        this.minimumCalls = Settings.inRange("minimumCalls", calls, 1, 1_000_000);
    }

    public void slowCallNanos(long nanos) {
        this.slowNanos = Nanos.positive("slowCall", nanos);
    }

    public void slowCallRate(int percent) {
        this.slowCallRate = Settings.inRange("slowCallRate", percent, 0, 100);
    }

    public void recoveryTimeoutNanos(long nanos) {
        this.recoveryNanos = Nanos.positive("recoveryTimeout", nanos);
    }

    public void successThreshold(int successes) {
        this.successThreshold = Settings.inRange("successThreshold", successes, 1, 1_000);
    }

    public void monitored(Class<?>[] classes) {
        this.monitored = Settings.classes("monitored", classes);
    }

    public void ignored(Class<?>[] classes) {
        this.ignored = Settings.classes("ignored", classes);
    }

    public void failureStatuses(String... patterns) {
        this.failureStatuses = StatusSet.of(patterns);
    }

    public void recoveryFactor(double factor) {
        this.recoveryFactor = Settings.inRange("recoveryFactor", factor, 1.0, 100.0);
    }

    public void maxRecoveryTimeoutNanos(long nanos) {
        this.maxRecoveryNanos = Nanos.positive("maxRecoveryTimeout", nanos);
    }

    public Breaker make() {
        return new Breaker(settings(false, Clock.system(), Events.NONE));
    }

    @Override
    public Breaker make(Context context) {
        return new Breaker(settings(false, context.clock(), context.events()));
    }

    @Override
    public PolicyAttributes attributes() {
        return PolicyAttributes.of(
                        ANNOTATION,
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
                        "slowCallRate")
                .fixed("name", "monitored", "ignored", "failureResult");
    }

    @Override
    public void set(String attribute, OverrideValue value) {
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
                throw new AssertionError(attribute);
        }
    }

    @Override
    public Breaker share(Context context, String usedBy) {
        String shared = Settings.sharedName(name);
        BreakerSettings wanted = settings(true, context.clock(), context.events());
        return context.share(
                "circuit breaker",
                shared,
                new Breaker(wanted),
                wanted.toString(),
                usedBy,
                wanted.monitored,
                wanted.ignored);
    }

    @Override
    public void rename(String name) {
        name(name);
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
