package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** What the builder of a breaker has been told so far, each value in its range. */
abstract class BreakerDraft extends PolicyBuilder<CircuitBreaker> {

    @Nullable
    String name;

    /** 0 until it is set, which it must not be in rate mode. */
    int failureThreshold;

    int failureRate;
    int windowCalls;
    long windowNanos;
    int minimumCalls = 20;
    long slowNanos;
    int slowCallRate;
    long recoveryNanos = 60_000_000_000L;
    int successThreshold = 2;
    double recoveryFactor = 1.0;
    long maxRecoveryNanos = Nanos.MAX;
    StatusSet failureStatuses = StatusSet.of("408", "5xx");
    Class<?>[] monitored = {Exception.class};
    Class<?>[] ignored = {};

    BreakerSettings settings(boolean shared, Clock clock, Events events) {
        Settings.atLeast("maxRecoveryTimeout", maxRecoveryNanos, "recoveryTimeout", recoveryNanos);
        return new BreakerSettings(this, shared, clock, events);
    }
}
