package dev.holdfast.runtime.event;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import java.time.Duration;

/**
 * The figures of a {@link CircuitBreaker} at one moment, all of the same stay in a state. Immutable.
 *
 * <p>Those of the window are zero unless the breaker is in rate mode and CLOSED.
 */
public interface BreakerSnapshot {

    /**
     * Returns the state.
     *
     * @return the state
     */
    CircuitState state();

    /**
     * Returns what {@link CircuitBreaker#failureCount()} does.
     *
     * @return the number of failures
     */
    int failureCount();

    /**
     * Returns what {@link CircuitBreaker#successCount()} does.
     *
     * @return the number of successful probes, 0 unless HALF_OPEN
     */
    int successCount();

    /**
     * Returns how many calls are in the window.
     *
     * @return the number of calls
     */
    int windowCalls();

    /**
     * Returns how many calls in the window failed.
     *
     * @return the number of failed calls
     */
    int windowFailures();

    /**
     * Returns how many calls in the window were slow, failed ones included.
     *
     * @return the number of slow calls, 0 where {@code slowCall} is not set
     */
    int windowSlowCalls();

    /**
     * Returns which part of the calls in the window failed.
     *
     * @return from 0 to 100, in percent; 0 where there are no calls
     */
    double failureRate();

    /**
     * Returns which part of the calls in the window was slow.
     *
     * @return from 0 to 100, in percent; 0 where there are no calls
     */
    double slowCallRate();

    /**
     * Returns what a caller who is rejected now would read from {@link CircuitOpenException#retryAfter()}.
     *
     * @return the time, zero where calls are admitted
     */
    Duration retryAfter();

    /**
     * Returns how long the breaker has been in its state, to a fifteenth of a second, on a monotonic clock.
     *
     * @return the time; wraps after nine years
     */
    Duration inState();
}
