package dev.holdfast.runtime;

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
public final class CircuitBreaker {

    /** What a breaker does with calls. */
    public enum State {
        /** Calls are admitted and failures counted. */
        CLOSED,
        /** Calls are rejected until the recovery time is over; the state changes with the first call after that. */
        OPEN,
        /** A few calls are admitted as probes. */
        HALF_OPEN,
        /** Calls are rejected until {@link CircuitBreaker#reset()}, by {@link CircuitBreaker#forceOpen()}. */
        FORCED_OPEN,
        /** Calls are admitted and nothing is counted until {@link CircuitBreaker#reset()}, by {@link CircuitBreaker#disable()}. */
        DISABLED
    }

    private final BreakerSettings settings;

    /** Left under the lock that the settings are; a field and no {@code AtomicReference}, which is one step more for every call. */
    private volatile BreakerState state;

    CircuitBreaker(BreakerSettings settings) {
        this.settings = settings;
        this.state = BreakerState.closed(this);
    }

    /**
     * Starts to build a breaker; the defaults are those of {@link dev.holdfast.annotations.CircuitBreaker}.
     *
     * @return a builder
     */
    public static CircuitBreakerBuilder builder() {
        return new CircuitBreakerBuilder();
    }

    /**
     * Returns the name that rejections and events carry.
     *
     * @return the name
     */
    public String name() {
        return settings.name;
    }

    /**
     * Asks for permission to make one call, whose result must then be reported to the permit.
     *
     * @return the permit
     * @throws CircuitOpenException if the call must not be made
     */
    public Permit acquirePermit() {
        Permit permit = tryAcquirePermit();
        if (permit == null) {
            throw rejection();
        }
        return permit;
    }

    /**
     * Asks for permission to make one call, whose result must then be reported to the permit.
     *
     * @return the permit, or null if the call must not be made
     */
    public @Nullable Permit tryAcquirePermit() {
        return tryAcquirePermit(0);
    }

    /**
     * Asks whether a call may be made, for callers that report with {@link #recordSuccess()} or {@link #recordFailure}. In OPEN
     * after the recovery time it moves on to HALF_OPEN. In HALF_OPEN a yes takes a probe's place until a result is recorded, for as long as the
     * breaker was OPEN before at most.
     *
     * @return whether it may
     */
    public boolean canExecute() {
        return state.tryAcquire(true, 0) != null;
    }

    /** Records a success: it resets the count in CLOSED, counts as a probe in HALF_OPEN, and does nothing otherwise. */
    public void recordSuccess() {
        state.manualPermit().succeeded();
    }

    /**
     * Records an exception, if the breaker monitors its class: it counts in CLOSED, re-opens in HALF_OPEN, and does nothing
     * otherwise.
     *
     * @param failure what the call threw
     */
    public void recordFailure(Throwable failure) {
        state.manualPermit().failed(failure);
    }

    /**
     * Returns the present state. Asking changes nothing: an OPEN breaker whose recovery time is over stays OPEN until a call.
     *
     * @return the state
     */
    public State state() {
        return state.kind();
    }

    /**
     * Returns the number of failures, consecutive ones or in rate mode those in the window: counted so far in CLOSED, that led
     * here in OPEN and HALF_OPEN.
     *
     * @return the number
     */
    public int failureCount() {
        return state.failures();
    }

    /**
     * Returns the number of successful probes so far in HALF_OPEN.
     *
     * @return the number, 0 in other states
     */
    public int successCount() {
        return state.successes();
    }

    /**
     * Returns all figures of this moment, for logs and metrics.
     *
     * @return the figures, immutable
     */
    public BreakerSnapshot snapshot() {
        return new BreakerSnapshot(state, settings.clock);
    }

    /** Closes the breaker and forgets all counts. Results of calls admitted before change nothing any more. */
    public void reset() {
        switchTo(BreakerState.closed(this));
    }

    /** Rejects all calls until {@link #reset()} or {@link #disable()}. */
    public void forceOpen() {
        switchTo(new Switched(this, State.FORCED_OPEN));
    }

    /** Admits all calls and counts nothing until {@link #reset()} or {@link #forceOpen()}. */
    public void disable() {
        switchTo(new Switched(this, State.DISABLED));
    }

    /** Name and state, for logs. */
    @Override
    public String toString() {
        return "CircuitBreaker[" + settings.name + ", " + state() + "]";
    }

    /** The same as {@link #tryAcquirePermit()}, for an attempt whose time is limited. */
    @Nullable
    Permit tryAcquirePermit(long limitNanos) {
        return state.tryAcquire(false, limitNanos);
    }

    BreakerSettings settings() {
        return settings;
    }

    /** Rejects a call if the breaker is OPEN and will be for a while, with one look at the clock; null where it must be asked. */
    @Nullable
    CircuitOpenException rejectionWhileOpen() {
        BreakerState current = state;
        long remaining = current instanceof Open ? current.retryAfterNanos() : 0;
        return remaining > 0 ? new CircuitOpenException(settings.name, remaining) : null;
    }

    CircuitOpenException rejection() {
        return new CircuitOpenException(settings.name, state.retryAfterNanos());
    }

    /**
     * Whether a call that is made after a wait would be rejected for all that is known now, so that the wait makes no sense.
     * A half-open breaker may have closed by then.
     */
    boolean isRejectingFor(long nanos) {
        BreakerState current = state;
        State kind = current.kind();
        return kind == State.FORCED_OPEN || (kind == State.OPEN && current.retryAfterNanos() > nanos);
    }

    BreakerState current() {
        return state;
    }

    /** Leaves a state for another, unless someone else has left it before: a state is left once. Returns whether this has. */
    boolean leave(BreakerState left, BreakerState next, StateChangeEvent.Reason reason, @Nullable Throwable cause) {
        Notices notices = settings.notices;
        if (notices == null || left.kind() == next.kind()) {
            return replace(left, next);
        }
        Notice notice = new Notice(new StateChangeEvent(settings.name, left.kind(), next.kind(), reason, cause));
        synchronized (settings) {
            if (!state.equals(left)) {
                return false;
            }
            left.stop();
            // No call from here to the end: a stack that overflows between two of these would leave them half done.
            state = next;
            if (notices.last == null) {
                notices.first = notice;
            } else {
                notices.last.next = notice;
            }
            notices.last = notice;
        }
        notices.tell();
        return true;
    }

    /** Goes on by other means, if nobody has before; returns whether it does. Says nothing to the listener. */
    boolean replace(BreakerState left, BreakerState next) {
        synchronized (settings) {
            boolean inForce = state.equals(left);
            if (inForce) {
                left.stop();
                state = next;
            }
            return inForce;
        }
    }

    private void switchTo(BreakerState next) {
        boolean switched = false;
        while (!switched) {
            switched = leave(state, next, StateChangeEvent.Reason.BY_HAND, null);
        }
    }
}
