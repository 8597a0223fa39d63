package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.internal.context.EventQueue;
import dev.holdfast.runtime.internal.context.QueuedEvent;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link CircuitBreaker}: a sequence of {@linkplain BreakerState states}. */
public final class Breaker implements CircuitBreaker {

    /** The first settings. */
    private final Object lock;

    /** Replaced by new ones as a whole. */
    private volatile BreakerSettings settings;

    /**
     * Written with the lock held. A field, because an {@code AtomicReference} would cost every call another read.
     */
    private volatile BreakerState state;

    Breaker(BreakerSettings settings) {
        this.lock = settings;
        this.settings = settings;
        this.state = BreakerState.closed(this);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Permit acquirePermit() {
        Permit permit = tryAcquirePermit();
        return permit == null ? Open.reject(this) : permit;
    }

    @Override
    public @Nullable Permit tryAcquirePermit() {
        return tryAcquirePermit(0);
    }

    @Override
    public boolean canExecute() {
        return state.tryAcquire(true, 0) != null;
    }

    @Override
    public void recordSuccess() {
        state.manualPermit().succeeded();
    }

    @Override
    public void recordFailure(Throwable failure) {
        state.manualPermit().failed(failure);
    }

    @Override
    public CircuitState state() {
        return state.kind();
    }

    @Override
    public int failureCount() {
        return state.failures();
    }

    @Override
    public int successCount() {
        return state.successes();
    }

    @Override
    public BreakerSnapshot snapshot() {
        return BreakerFigures.of(state, settings.clock);
    }

    @Override
    public void reset() {
        switchTo(BreakerState.closed(this));
    }

    @Override
    public void forceOpen() {
        switchTo(new ManualState(this, CircuitState.FORCED_OPEN, false));
    }

    @Override
    public void disable() {
        switchTo(new ManualState(this, CircuitState.DISABLED, false));
    }

    /** Name and state, for logs. */
    @Override
    public String toString() {
        return "CircuitBreaker[" + settings.name() + ", " + state() + "]";
    }

    /** The same as {@link #tryAcquirePermit()}, for an attempt with a time limit. */
    public @Nullable Permit tryAcquirePermit(long limitNanos) {
        return state.tryAcquire(false, limitNanos);
    }

    /** Returns a permit that admits calls for as long as the breaker stays closed; one that rejects them if it can't. */
    public SharedPermit sharedPermit() {
        BreakerState current = state;
        return current instanceof ClosedState && current.equals(current.tryAcquire(false, 0))
                ? (ClosedState) current
                : SharedPermit.REJECTING;
    }

    /** Returns the lowest status that is a failure. */
    public int lowestFailureStatus() {
        return settings.lowestFailureStatus();
    }

    /** Returns whether a status is a failure. */
    public boolean isFailure(int status) {
        return settings.isFailure(status);
    }

    /** Returns whether an exception that an attempt ended with is neither success nor failure by the settings. */
    public boolean ignores(Throwable failure) {
        return settings.ignores(failure);
    }

    /** Returns whether such an exception is a failure, if it has no status. */
    public boolean monitors(Throwable failure) {
        return settings.monitors(failure);
    }

    public BreakerSettings settings() {
        return settings;
    }

    /** Puts other settings in force. The state stays as it is, with its counts and, where it is OPEN, its end. */
    void settings(BreakerSettings next) {
        settings = next;
    }

    /** Disables the breaker if its settings switch it off, and ends that if they do no longer. A state set by hand stays. */
    void followSwitch() {
        boolean done = false;
        while (!done) {
            boolean off = settings.isOff();
            BreakerState current = state;
            BreakerState next = null;
            if (!(current instanceof ManualState)) {
                next = off ? new ManualState(this, CircuitState.DISABLED, true) : null;
            } else if (!off && ((ManualState) current).byOverrides) {
                next = BreakerState.closed(this);
            }
            // Again after another reload, or where a call was faster.
            done = (next == null || transition(current, next, StateChangeEvent.Reason.BY_HAND, null))
                    && off == settings.isOff();
        }
    }

    /**
     * Returns the rejection of an OPEN breaker, with one reading of the clock; null if the breaker must be asked for a
     * permit.
     */
    public @Nullable CircuitOpenException rejectionWhileOpen() {
        BreakerState current = state;
        long remaining = current instanceof Open ? current.retryAfterNanos() : 0;
        return remaining > 0 ? new CircuitOpenException(settings.name(), remaining) : null;
    }

    public CircuitOpenException rejection() {
        return new CircuitOpenException(settings.name(), state.retryAfterNanos());
    }

    /**
     * Returns whether a call after a wait would be rejected, as far as is known now. A half-open breaker may have
     * closed by then.
     */
    public boolean isRejectingFor(long nanos) {
        BreakerState current = state;
        CircuitState kind = current.kind();
        return kind == CircuitState.FORCED_OPEN || (kind == CircuitState.OPEN && current.retryAfterNanos() > nanos);
    }

    /** Returns whether a call that is made now would be rejected. */
    public boolean isRejecting() {
        return isRejectingFor(0) || (state() == CircuitState.HALF_OPEN && state.retryAfterNanos() > 0);
    }

    public BreakerState current() {
        return state;
    }

    /**
     * Changes the state, and reports that to the listener, if the old state is still in force. Returns whether it was.
     */
    boolean transition(
            BreakerState left, BreakerState next, StateChangeEvent.Reason reason, @Nullable Throwable cause) {
        EventQueue eventQueue = settings.eventQueue;
        if (eventQueue == null || left.kind() == next.kind()) {
            return replace(left, next);
        }
        QueuedEvent event = QueuedStateChange.of(settings.name(), left, next, reason, cause);
        synchronized (lock) {
            if (!state.equals(left)) {
                return false;
            }
            left.stop();
            // No method call from here to the end: a stack overflow between two of these writes would leave them half
            // done.
            state = next;
            if (eventQueue.last == null) {
                eventQueue.first = event;
            } else {
                eventQueue.last.next = event;
            }
            eventQueue.last = event;
        }
        eventQueue.deliver();
        return true;
    }

    /**
     * Replaces a state by another of the same kind, without an event, if it is still in force. Returns whether it was.
     */
    boolean replace(BreakerState left, BreakerState next) {
        synchronized (lock) {
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
            switched = transition(state, next, StateChangeEvent.Reason.BY_HAND, null);
        }
    }
}
