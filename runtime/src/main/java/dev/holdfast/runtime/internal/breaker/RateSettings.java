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

    private RateSettings(BreakerSettings given) {
        this.failureRate = given.failureRate;
        this.slowCallRate = given.slowCallRate;
        this.slowNanos = given.slowNanos;
        this.windowCalls = given.windowCalls;
        this.windowNanos = given.windowNanos;
        this.minimumCalls = given.minimumCalls;
    }

    /**
     * Returns the settings, or null for a breaker that counts consecutive failures.
     *
     * @throws IllegalArgumentException if a setting lacks another one that it needs, or excludes another one
     */
    static @Nullable RateSettings of(BreakerSettings given) {
        boolean window = given.windowCalls > 0 || given.windowNanos > 0;
        String rate = given.failureRate > 0 ? "failureRate" : given.slowCallRate > 0 ? "slowCallRate" : null;
        Settings.needs(rate, String.valueOf(rate), window ? "" : null, "window");
        Settings.needs(window ? "" : null, "window", rate, "failureRate or slowCallRate");
        String slow = given.slowNanos > 0 ? "" : null;
        String slowRate = given.slowCallRate > 0 ? "" : null;
        Settings.needs(slow, "slowCall", slowRate, "slowCallRate");
        Settings.needs(slowRate, "slowCallRate", slow, "slowCall");
        if (rate == null) {
            return null;
        }
        if (given.failureThreshold > 0) {
            throw new IllegalArgumentException("failureThreshold is set beside " + rate + ", set one of them");
        }
        if (given.windowCalls > 0 && given.minimumCalls > given.windowCalls) {
            throw new IllegalArgumentException("window is " + given.windowCalls
                    + " calls, must be at least minimumCalls, which is " + given.minimumCalls);
        }
        return new RateSettings(given);
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
