package dev.holdfast.runtime;

import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls to a service that keeps failing, and lets a few probes through after a while to see whether it is back.
 *
 * <p>States and transitions are those of Michael Nygard's pattern (<i>Release It!</i>, 2nd edition, section 5.2):
 *
 * <ul>
 *   <li>CLOSED: calls are admitted. A success resets the count of consecutive failures, {@code failureThreshold} of them open
 *       the breaker. In rate mode instead, too large a part of failed or slow calls in a window does, be it of the last so many
 *       calls or of the latest time.
 *   <li>OPEN: calls are rejected for {@code recoveryTimeout}, measured on a monotonic clock. The next call after that is
 *       admitted as the first probe.
 *   <li>HALF_OPEN: at most {@code successThreshold} probes are in flight. That many successes close the breaker; one failure
 *       re-opens it. A probe that takes longer than the breaker was OPEN before, and than its {@code @Timeout} allows, loses its place to
 *       another, but what it brings still counts.
 * </ul>
 *
 * <p>A result counts only for the stay in a state that its call was admitted in. Two ways to use a breaker by hand: permits
 * ({@link #acquirePermit()}), which are exact under concurrency, and {@link #canExecute()} with {@link #recordSuccess()} and
 * {@link #recordFailure(Throwable)}, which apply a result to whatever state the breaker is in when it is reported.
 *
 * <p>Thread-safe. Where nothing fails, a call costs one volatile read before and one after; only to change the state takes a lock,
 * for a comparison and a write.
 */
public interface CircuitBreaker {

    /**
     * Starts to build a breaker; the defaults are those of {@link dev.holdfast.annotations.CircuitBreaker}.
     *
     * @return a builder
     */
    static CircuitBreakerBuilder builder() {
        return new CircuitBreakerBuilder();
    }

    /**
     * Returns the name that rejections and events carry.
     *
     * @return the name
     */
    String name();

    /**
     * Asks for permission to make one call, whose result must then be reported to the permit.
     *
     * @return the permit
     * @throws CircuitOpenException if the call must not be made
     */
    Permit acquirePermit();

    /**
     * Asks for permission to make one call, whose result must then be reported to the permit.
     *
     * @return the permit, or null if the call must not be made
     */
    @Nullable
    Permit tryAcquirePermit();

    /**
     * Asks whether a call may be made, for callers that report with {@link #recordSuccess()} or {@link #recordFailure}. In OPEN
     * after the recovery time it moves on to HALF_OPEN. In HALF_OPEN a yes takes a probe's place until a result is recorded, for as long as the
     * breaker was OPEN before at most.
     *
     * @return whether it may
     */
    boolean canExecute();

    /** Records a success: it resets the count in CLOSED, counts as a probe in HALF_OPEN, and does nothing otherwise. */
    void recordSuccess();

    /**
     * Records an exception, if the breaker monitors its class: it counts in CLOSED, re-opens in HALF_OPEN, and does nothing
     * otherwise.
     *
     * @param failure what the call threw
     */
    void recordFailure(Throwable failure);

    /**
     * Returns the present state. Asking changes nothing: an OPEN breaker whose recovery time is over stays OPEN until a call.
     *
     * @return the state
     */
    CircuitState state();

    /**
     * Returns the number of failures, consecutive ones or in rate mode those in the window: counted so far in CLOSED, that led
     * here in OPEN and HALF_OPEN.
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
     * Returns all figures of this moment, for logs and metrics.
     *
     * @return the figures, immutable
     */
    BreakerSnapshot snapshot();

    /** Closes the breaker and forgets all counts. Results of calls admitted before change nothing any more. */
    void reset();

    /** Rejects all calls until {@link #reset()} or {@link #disable()}. */
    void forceOpen();

    /** Admits all calls and counts nothing until {@link #reset()} or {@link #forceOpen()}. */
    void disable();
}
