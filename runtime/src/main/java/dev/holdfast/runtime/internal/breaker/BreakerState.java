package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a breaker in one state. A state is left once, for a successor that is complete before that. The loser of
 * a race finds another state in force and changes nothing; neither does a late outcome.
 */
public interface BreakerState {

    int TICK_SHIFT = 26;

    /** Returns CLOSED, with the count that the breaker's settings ask for. */
    static BreakerState closed(Breaker breaker) {
        BreakerSettings settings = breaker.settings();
        if (!settings.hasRate()) {
            return new ClosedState(breaker);
        }
        // Not by a conditional expression: the JVM's verifier would load both classes for any breaker.
        if (settings.windowCalls > 0 && settings.slowNanos == 0) {
            return new ClosedClean(breaker, settings.windowCalls);
        }
        return new ClosedWindow(breaker);
    }

    /**
     * Returns a time of the monotonic clock in units of 2<sup>26</sup> nanoseconds, a fifteenth of a second. As an
     * {@code int} it saves four bytes in every state; it wraps after nine years.
     */
    static int ticks(long nanoTime) {
        return (int) (nanoTime >> TICK_SHIFT);
    }

    CircuitState kind();

    /** The state is about to be left: from now on guards must ask the breaker. */
    default void stop() {}

    /** Returns the beginning of the stay, in {@linkplain #ticks ticks}. */
    int since();

    /**
     * Asks for a permit.
     *
     * @param manual whether the outcome will be reported without a permit
     * @param limitNanos the time limit of the attempt, 0 for none
     * @return null if the call is rejected
     */
    @Nullable
    Permit tryAcquire(boolean manual, long limitNanos);

    /** Returns the nanoseconds until a further call has a chance. */
    long retryAfterNanos();

    /** Returns the number of failures so far, consecutive or in the window, or of those that opened the breaker. */
    int failures();

    /** Returns the calls in the window and the failed ones, as packed by {@link RateWindow}. */
    default long windowTotals() {
        return RateWindow.UNCHANGED;
    }

    /** Returns the calls in the window and the slow ones, as packed by {@link RateWindow}. */
    default long slowTotals() {
        return RateWindow.UNCHANGED;
    }

    /** Returns the number of successful probes so far. */
    default int successes() {
        return 0;
    }

    /** Returns the permit for an outcome that is reported without one. */
    Permit manualPermit();
}
