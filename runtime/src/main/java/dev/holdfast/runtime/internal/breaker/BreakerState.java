package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.unit.Ticks;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a breaker in one state. A state is left once, for a successor that is complete before: whoever loses the race
 * finds another state in force and changes nothing, and so does a result that comes in late.
 */
public interface BreakerState {

    /** CLOSED, as the breaker is set to count. */
    static BreakerState closed(Breaker breaker) {
        RateSettings rates = breaker.settings().rates;
        if (rates == null) {
            return new Closed(breaker);
        }
        return rates.windowCalls > 0 && rates.slowNanos == 0
                ? new ClosedClean(breaker, rates.windowCalls)
                : new ClosedWindow(breaker, rates);
    }

    CircuitState kind();

    /** The state is about to be left: from now on no guard may admit a call by it without asking the breaker. */
    default void stop() {}

    /** When the stay began, in {@link Ticks}. */
    int since();

    /**
     * Asks for a permit.
     *
     * @param manual whether the result will come through the manual protocol, which has no permits
     * @param limitNanos how long the attempt may take, 0 where nothing says so
     * @return null if the call is rejected
     */
    @Nullable
    Permit tryAcquire(boolean manual, long limitNanos);

    /** Nanoseconds until a rejected caller has a chance. */
    long retryAfterNanos();

    /** Failures so far, in a row or in the window, or that led here. */
    int failures();

    /** Calls in the window and the failed ones among them, as of {@link RateWindow}. */
    default long windowTotals() {
        return RateWindow.UNCHANGED;
    }

    /** Calls in the window and the slow ones among them, as of {@link RateWindow}. */
    default long slowTotals() {
        return RateWindow.UNCHANGED;
    }

    /** Successful probes so far. */
    default int successes() {
        return 0;
    }

    /** Where the manual protocol reports a result that comes in now. */
    Permit manualPermit();
}
