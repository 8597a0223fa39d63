package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.internal.context.EventQueue;
import dev.holdfast.runtime.internal.context.Events;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of a breaker, checked and immutable. */
public final class BreakerSettings {

    private static final int FAILURE_THRESHOLD = 5;

    final String name;
    final int failureThreshold;

    /** Null for a breaker that counts consecutive failures. */
    final @Nullable RateSettings rates;

    final int successThreshold;
    final long recoveryNanos;
    final Clock clock;

    /** Events for the listener; null without a listener. */
    final @Nullable EventQueue eventQueue;

    private final double recoveryFactor;
    private final long maxRecoveryNanos;
    private final StatusSet failureStatuses;
    final ClassSet monitored;
    final ClassSet ignored;

    BreakerSettings(BreakerDraft draft, Clock clock, Events events) {
        this(draft, false, clock, events);
    }

    /**
     * Builds the settings from a draft.
     *
     * @param shared whether a context shares the breaker by its name
     */
    BreakerSettings(BreakerDraft draft, boolean shared, Clock clock, Events events) {
        this.name = draft.name == null ? "circuit breaker" : draft.name;
        this.failureThreshold = draft.failureThreshold == 0 ? FAILURE_THRESHOLD : draft.failureThreshold;
        this.rates = RateSettings.of(draft);
        this.successThreshold = draft.successThreshold;
        this.recoveryNanos = draft.recoveryNanos;
        this.recoveryFactor = draft.recoveryFactor;
        this.maxRecoveryNanos = draft.maxRecoveryNanos;
        this.failureStatuses = draft.failureStatuses;
        this.monitored = new ClassSet(draft.monitored, shared);
        this.ignored = new ClassSet(draft.ignored, shared);
        this.clock = clock;
        this.eventQueue = EventQueue.of(events, this);
    }

    /** Returns the time in OPEN after a number of failed probes since the breaker was last closed. */
    long recoveryNanos(int reopenings) {
        return recoveryFactor == 1.0
                ? recoveryNanos
                : Nanos.multiply(recoveryNanos, Math.pow(recoveryFactor, reopenings), maxRecoveryNanos);
    }

    /** Returns whether an exception without a status is a failure. */
    boolean counts(Throwable failure) {
        return !isNeutral(failure) && monitored.matches(failure);
    }

    /** Returns whether an exception is neither success nor failure, whatever its status. */
    boolean isNeutral(Throwable failure) {
        return Interrupts.isNoAnswer(failure) || ignored.matches(failure);
    }

    boolean isFailure(int status) {
        return failureStatuses.contains(status);
    }

    int lowestFailureStatus() {
        return failureStatuses.lowest();
    }

    /** The settings that two breakers of one name must share; classes appear by name only. */
    @Override
    public String toString() {
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
