package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of a breaker in rate mode, checked and immutable. */
final class RateSettings {

    /** In percent; 0 for off. */
    final int failureRate;

    /** In percent; 0 for off. */
    final int slowCallRate;

    /** 0 for off. */
    final long slowNanos;

    /** 0 if the window is a time. */
    final int windowCalls;

    final long windowNanos;
    final int minimumCalls;

    private RateSettings(BreakerDraft draft) {
        this.failureRate = draft.failureRate;
        this.slowCallRate = draft.slowCallRate;
        this.slowNanos = draft.slowNanos;
        this.windowCalls = draft.windowCalls;
        this.windowNanos = draft.windowNanos;
        this.minimumCalls = draft.minimumCalls;
    }

    /**
     * Returns the settings, or null for a breaker that counts consecutive failures.
     *
     * @throws IllegalArgumentException if a setting lacks another one that it needs, or excludes another one
     */
    static @Nullable RateSettings of(BreakerDraft draft) {
        boolean window = draft.windowCalls > 0 || draft.windowNanos > 0;
        String rate = draft.failureRate > 0 ? "failureRate" : draft.slowCallRate > 0 ? "slowCallRate" : null;
        Settings.needs(rate, String.valueOf(rate), window ? "" : null, "window");
        Settings.needs(window ? "" : null, "window", rate, "failureRate or slowCallRate");
        String slow = draft.slowNanos > 0 ? "" : null;
        String slowRate = draft.slowCallRate > 0 ? "" : null;
        Settings.needs(slow, "slowCall", slowRate, "slowCallRate");
        Settings.needs(slowRate, "slowCallRate", slow, "slowCall");
        if (rate == null) {
            return null;
        }
        if (draft.failureThreshold > 0) {
            throw new IllegalArgumentException("failureThreshold is set beside " + rate + ", set one of them");
        }
        if (draft.windowCalls > 0 && draft.minimumCalls > draft.windowCalls) {
            throw new IllegalArgumentException("window is " + draft.windowCalls
                    + " calls, must be at least minimumCalls, which is " + draft.minimumCalls);
        }
        return new RateSettings(draft);
    }

    RateWindow newWindow(Clock clock) {
        return windowCalls > 0
                ? new CountWindow(windowCalls, 0, minimumCalls)
                : new TimeWindow(windowNanos, minimumCalls, clock);
    }

    boolean isSlow(long nanos) {
        return slowNanos > 0 && nanos > slowNanos;
    }

    /** Returns whether a rate opens the breaker; a setting of 0 never does. */
    boolean isReached(int rate, long totals) {
        int calls = RateWindow.calls(totals);
        return rate > 0 && calls >= minimumCalls && RateWindow.marked(totals) * 100L >= (long) rate * calls;
    }

    @Override
    public String toString() {
        return "failureRate=" + failureRate + ", window="
                + (windowCalls > 0 ? windowCalls + " calls" : DurationText.of(windowNanos)) + ", minimumCalls="
                + minimumCalls + ", slowCall=" + (slowNanos == 0 ? "" : DurationText.of(slowNanos)) + ", slowCallRate="
                + slowCallRate;
    }
}
