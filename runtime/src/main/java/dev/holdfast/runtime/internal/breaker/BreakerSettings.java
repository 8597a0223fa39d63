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

    /** In percent; 0 for off. */
    protected int failureRate;

    /** 0 if the window is a time. */
    protected int windowCalls;

    protected long windowNanos;
    protected int minimumCalls = 20;

    /** 0 for off. */
    protected long slowNanos;

    /** In percent; 0 for off. */
    protected int slowCallRate;

    protected int successThreshold = 2;
    protected long recoveryNanos = 60_000_000_000L;
    protected double recoveryFactor = 1.0;
    protected long maxRecoveryNanos = Nanos.MAX;
    protected StatusSet failureStatuses = StatusSet.of("408", "5xx");

    /** Null for Exception. */
    protected @Nullable ClassSet monitored;

    /** Null for none. */
    protected @Nullable ClassSet ignored;

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
        ClassSet failures = monitored().weak();
        ClassSet neutral = ignored().weak();
        monitored = failures;
        ignored = neutral;
        return new ClassSet[] {failures, neutral};
    }

    @Override
    protected final void check() {
        atLeast("maxRecoveryTimeout", maxRecoveryNanos, "recoveryTimeout", recoveryNanos);
        checkRates();
        failureThreshold = failureThreshold == 0 && !hasRate() ? FAILURE_THRESHOLD : failureThreshold;
    }

    @Override
    protected final Breaker build(Context context) {
        clock = context.clock();
        eventQueue = context.newEventQueue(this);
        return new Breaker(this);
    }

    @Override
    protected final void applyTo(Breaker breaker) {
        breaker.settings(this);
    }

    @Override
    protected final void applied(Breaker breaker, boolean switched) {
        if (switched) {
            breaker.followSwitch();
        }
    }

    /** A window can't be changed while it counts, nor can statuses that guards have read; no mode turns into the other. */
    @Override
    protected final boolean isChangeable(String attribute, PolicySettings<?> wanted) {
        BreakerSettings next = (BreakerSettings) wanted;
        switch (attribute) {
            case "failureStatuses":
            case "window":
            case "minimumCalls":
                return false;
            case "slowCall":
            case "slowCallRate":
                return slowNanos > 0 && next.slowNanos > 0;
            default:
                return hasRate() == next.hasRate();
        }
    }

    private void checkRates() {
        boolean window = windowCalls > 0 || windowNanos > 0;
        if (!window && !hasRate() && slowNanos == 0) {
            return;
        }
        String rate = failureRate > 0 ? "failureRate" : slowCallRate > 0 ? "slowCallRate" : null;
        Settings.needs(rate, String.valueOf(rate), window ? "" : null, "window");
        Settings.needs(window ? "" : null, "window", rate, "failureRate or slowCallRate");
        String slow = slowNanos > 0 ? "" : null;
        String slowRate = slowCallRate > 0 ? "" : null;
        Settings.needs(slow, "slowCall", slowRate, "slowCallRate");
        Settings.needs(slowRate, "slowCallRate", slow, "slowCall");
        if (rate == null) {
            return;
        }
        if (failureThreshold > 0) {
            throw new IllegalArgumentException("failureThreshold is set beside " + rate + ", set one of them");
        }
        if (windowCalls > 0 && minimumCalls > windowCalls) {
            throw new IllegalArgumentException(
                    "window is " + windowCalls + " calls, must be at least minimumCalls, which is " + minimumCalls);
        }
    }

    /** Returns whether a rate opens the breaker, not the number of consecutive failures. */
    final boolean hasRate() {
        return failureRate > 0 || slowCallRate > 0;
    }

    final boolean isSlow(long nanos) {
        return slowNanos > 0 && nanos > slowNanos;
    }

    /** Returns whether a rate opens the breaker; a setting of 0 never does. */
    final boolean isReached(int rate, long totals) {
        int calls = RateWindow.calls(totals);
        return rate > 0 && calls >= minimumCalls && RateWindow.marked(totals) * 100L >= (long) rate * calls;
    }

    /** Returns the time in OPEN after a number of failed probes since the breaker was last closed. */
    final long recoveryNanos(int reopenings) {
        return recoveryFactor == 1.0
                ? recoveryNanos
                : Nanos.multiply(recoveryNanos, Math.pow(recoveryFactor, reopenings), maxRecoveryNanos);
    }

    /** Returns whether an exception without a status is a failure. */
    final boolean counts(Throwable failure) {
        return !Interrupts.isNoAnswer(failure) && !ignores(failure) && monitors(failure);
    }

    final boolean ignores(Throwable failure) {
        return ignored != null && ignored.matches(failure);
    }

    final boolean monitors(Throwable failure) {
        return monitored == null ? failure instanceof Exception : monitored.matches(failure);
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
        return (hasRate() ? rates() : "failureThreshold=" + failureThreshold)
                + ", recoveryTimeout=" + DurationText.of(recoveryNanos)
                + ", successThreshold=" + successThreshold
                + ", monitored=" + monitored()
                + ", ignored=" + ignored()
                + ", failureStatuses=" + failureStatuses
                + ", recoveryFactor=" + recoveryFactor
                + ", maxRecoveryTimeout=" + DurationText.of(maxRecoveryNanos);
    }

    private ClassSet monitored() {
        return monitored == null ? ClassSet.EXCEPTION : monitored;
    }

    private ClassSet ignored() {
        return ignored == null ? ClassSet.NONE : ignored;
    }

    /** Returns the window as in the annotation. */
    protected final String window() {
        return windowCalls > 0 ? windowCalls + " calls" : durationOrNone(windowNanos);
    }

    private String rates() {
        return "failureRate=" + failureRate + ", window="
                + window() + ", minimumCalls="
                + minimumCalls + ", slowCall=" + durationOrNone(slowNanos) + ", slowCallRate="
                + slowCallRate;
    }
}
