package dev.holdfast.runtime.event;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import java.time.Duration;

/**
 * A snapshot of a {@link CircuitBreaker}'s figures, all from the same stay in one state. Immutable.
 *
 * <p>The figures of the window are zero unless the breaker is in rate mode and CLOSED.
 */
public interface BreakerSnapshot {

    /**
     * Returns the state.
     *
     * @return the state
     */
    CircuitState state();

    /**
     * Returns the number of failures, see {@link CircuitBreaker#failureCount()}.
     *
     * @return the number of failures
     */
    int failureCount();

    /**
     * Returns the number of successful probes, see {@link CircuitBreaker#successCount()}.
     *
     * @return the number of successful probes, 0 unless HALF_OPEN
     */
    int successCount();

    /**
     * Returns the number of calls in the window.
     *
     * @return the number of calls
     */
    int windowCalls();

    /**
     * Returns the number of failed calls in the window.
     *
     * @return the number of failed calls
     */
    int windowFailures();

    /**
     * Returns the number of slow calls in the window, including failed ones.
     *
     * @return the number of slow calls, 0 where {@code slowCall} is not set
     */
    int windowSlowCalls();

    /**
     * Returns the rate of failed calls in the window.
     *
     * @return percent, from 0 to 100; 0 without calls
     */
    double failureRate();

    /**
     * Returns the rate of slow calls in the window.
     *
     * @return percent, from 0 to 100; 0 without calls
     */
    double slowCallRate();

    /**
     * Returns the time until a further call has a chance, as in {@link CircuitOpenException#retryAfter()}.
     *
     * @return the time, zero while calls are admitted
     */
    Duration retryAfter();

    /**
     * Returns the time since the breaker entered its state, on a monotonic clock, accurate to a fifteenth of a second.
     *
     * @return the time; wraps after nine years
     */
    Duration inState();
}
