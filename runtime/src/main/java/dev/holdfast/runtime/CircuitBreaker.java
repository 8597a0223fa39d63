package dev.holdfast.runtime;

import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * Rejects calls to a service that keeps failing, and after a while lets a few probes through to find out whether it has
 * recovered.
 *
 * <p>States and transitions are those of Michael Nygard's pattern (<i>Release It!</i>, 2nd edition, section 5.2):
 *
 * <ul>
 *   <li>CLOSED: calls are admitted. A success resets the count of consecutive failures, {@code failureThreshold} of
 *       them open the breaker. In rate mode, too high a rate of failed or slow calls opens it; the window is a number
 *       of calls or a time.
 *   <li>OPEN: calls are rejected for {@code recoveryTimeout}, measured on a monotonic clock. The next call after that
 *       is admitted as the first probe.
 *   <li>HALF_OPEN: at most {@code successThreshold} probes are in flight. That many successes close the breaker; one
 *       failure re-opens it. A probe that takes longer than the breaker was OPEN, and longer than its {@code @Timeout},
 *       loses its place to another probe, but its result still counts.
 * </ul>
 *
 * <p>A result counts only while the breaker is still in the state that admitted the call. There are two ways to use a
 * breaker by hand: permits ({@link #acquirePermit()}) are exact under concurrency; {@link #canExecute()} with {@link
 * #recordSuccess()} and {@link #recordFailure(Throwable)} applies a result to the state at the time of the report.
 *
 * <p>Thread-safe. While nothing fails, a call costs one volatile read before and one after it. Only a change of state
 * takes a lock, for a comparison and a write.
 */
public interface CircuitBreaker {

    /**
     * Returns a builder with the defaults of {@link dev.holdfast.annotations.CircuitBreaker}.
     *
     * @return a builder
     */
    static CircuitBreakerBuilder builder() {
        return new CircuitBreakerBuilder();
    }

    /**
     * Returns the name in rejections and events.
     *
     * @return the name
     */
    String name();

    /**
     * Acquires a permit for one call. The outcome of the call must be reported to the permit.
     *
     * @return the permit
     * @throws CircuitOpenException if the breaker rejects the call
     */
    Permit acquirePermit();

    /**
     * Acquires a permit for one call. The outcome of the call must be reported to the permit.
     *
     * @return the permit, or null if the breaker rejects the call
     */
    @Nullable
    Permit tryAcquirePermit();

    /**
     * Returns whether a call may be made, for callers that report with {@link #recordSuccess()} or {@link
     * #recordFailure}. In OPEN, once the recovery time is over, the breaker becomes HALF_OPEN. In HALF_OPEN a return
     * value of true takes the place of a probe until a result is recorded, or until as much time has passed as the
     * breaker was OPEN.
     *
     * @return true for a call that may be made
     */
    boolean canExecute();

    /** Records a success: resets the count in CLOSED, counts as a probe in HALF_OPEN, does nothing otherwise. */
    void recordSuccess();

    /**
     * Records an exception, if the breaker monitors its class: counts in CLOSED, re-opens in HALF_OPEN, does nothing
     * otherwise.
     *
     * @param failure the exception of the call
     */
    void recordFailure(Throwable failure);

    /**
     * Returns the current state. Changes nothing: an OPEN breaker whose recovery time is over stays OPEN until the next
     * call.
     *
     * @return the state
     */
    CircuitState state();

    /**
     * Returns the number of consecutive failures, or in rate mode of failures in the window: so far in CLOSED, and the
     * number that opened the breaker in OPEN and HALF_OPEN.
     *
     * @return the number
     */
    int failureCount();

    /**
     * Returns the number of successful probes so far in HALF_OPEN.
     *
     * @return the number, 0 in other states
     */
    int successCount();

    /**
     * Returns a snapshot of all figures, for logs and metrics.
     *
     * @return the figures, immutable
     */
    BreakerSnapshot snapshot();

    /** Closes the breaker and resets all counts. Results of earlier calls no longer count. */
    void reset();

    /** Rejects all calls until {@link #reset()} or {@link #disable()}. */
    void forceOpen();

    /** Admits all calls and counts nothing until {@link #reset()} or {@link #forceOpen()}. */
    void disable();
}
