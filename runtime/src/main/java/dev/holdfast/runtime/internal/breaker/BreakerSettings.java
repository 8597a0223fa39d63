package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.EventQueue;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Breaker}. A breaker keeps a copy, which nobody changes. */
public abstract class BreakerSettings extends PolicySettings<Breaker> {

    private static final int FAILURE_THRESHOLD = 5;

    /** 0 until it is set; must not be set in rate mode. */
    protected int failureThreshold;

    protected int failureRate;
    protected int windowCalls;
    protected long windowNanos;
    protected int minimumCalls = 20;
    protected long slowNanos;
    protected int slowCallRate;
    protected int successThreshold = 2;
    protected long recoveryNanos = 60_000_000_000L;
    protected double recoveryFactor = 1.0;
    protected long maxRecoveryNanos = Nanos.MAX;
    protected StatusSet failureStatuses = StatusSet.of("408", "5xx");
    protected ClassSet monitored = ClassSet.of("monitored", Exception.class);
    protected ClassSet ignored = ClassSet.of("ignored");

    /** Null for a breaker that counts consecutive failures. */
    @Nullable
    RateSettings rates;

    Clock clock = Clock.system();

    /** Events for the listener; null without a listener. */
    @Nullable
    EventQueue eventQueue;

    protected BreakerSettings() {}

    @Override
    protected final String kind() {
        return "circuit breaker";
    }

    @Override
    protected final ClassSet[] weakClasses() {
        monitored = monitored.weak();
        ignored = ignored.weak();
        return new ClassSet[] {monitored, ignored};
    }

    @Override
    protected final Breaker build(Context context) {
        Settings.atLeast("maxRecoveryTimeout", maxRecoveryNanos, "recoveryTimeout", recoveryNanos);
        rates = RateSettings.of(this);
        failureThreshold = failureThreshold == 0 ? FAILURE_THRESHOLD : failureThreshold;
        clock = context.clock();
        eventQueue = EventQueue.of(context.events(), this);
        return new Breaker(this);
    }

    /** Returns the time in OPEN after a number of failed probes since the breaker was last closed. */
    final long recoveryNanos(int reopenings) {
        return recoveryFactor == 1.0
                ? recoveryNanos
                : Nanos.multiply(recoveryNanos, Math.pow(recoveryFactor, reopenings), maxRecoveryNanos);
    }

    /** Returns whether an exception without a status is a failure. */
    final boolean counts(Throwable failure) {
        return !isNeutral(failure) && monitored.matches(failure);
    }

    /** Returns whether an exception is neither success nor failure, whatever its status. */
    final boolean isNeutral(Throwable failure) {
        return Interrupts.isNoAnswer(failure) || ignored.matches(failure);
    }

    final boolean isFailure(int status) {
        return failureStatuses.contains(status);
    }

    final int lowestFailureStatus() {
        return failureStatuses.lowest();
    }

    /** The settings that two breakers of one name must share; classes appear by name only. */
    @Override
    public final String toString() {
        return (rates == null ? "failureThreshold=" + failureThreshold : rates)
                + ", recoveryTimeout=" + DurationText.of(recoveryNanos)
                + ", successThreshold=" + successThreshold
                + ", monitored=" + monitored
                + ", ignored=" + ignored
                + ", failureStatuses=" + failureStatuses
                + ", recoveryFactor=" + recoveryFactor
                + ", maxRecoveryTimeout=" + DurationText.of(maxRecoveryNanos);
    }
}
