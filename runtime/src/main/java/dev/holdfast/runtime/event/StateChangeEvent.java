package dev.holdfast.runtime.event;

import dev.holdfast.runtime.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** A change of a circuit breaker's state. Immutable. */
public final class StateChangeEvent {

    /** The reason of a change. */
    public enum Reason {
        /** The number of consecutive failures reached {@code failureThreshold}. */
        FAILURES_IN_A_ROW,
        /** The rate of failed calls in the window reached {@code failureRate}. */
        FAILURE_RATE,
        /** The rate of slow calls in the window reached {@code slowCallRate}. */
        SLOW_CALL_RATE,
        /** A call came after the recovery time. */
        RECOVERY_TIME_OVER,
        /** A probe failed, or was slow where {@code slowCall} is set. */
        PROBE_FAILED,
        /** Enough probes succeeded. */
        PROBES_SUCCEEDED,
        /** By {@link CircuitBreaker#reset()}, {@link CircuitBreaker#forceOpen()} or {@link CircuitBreaker#disable()}. */
        BY_HAND
    }

    private final String breaker;
    private final CircuitState from;
    private final CircuitState to;
    private final Reason reason;
    private final @Nullable Throwable cause;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param breaker its name
     * @param from the old state
     * @param to the new state
     * @param reason the reason
     * @param cause the exception behind it, or null
     */
    public StateChangeEvent(
            String breaker, CircuitState from, CircuitState to, Reason reason, @Nullable Throwable cause) {
        this.breaker = breaker;
        this.from = from;
        this.to = to;
        this.reason = reason;
        this.cause = cause;
    }

    /**
     * Returns the name of the breaker.
     *
     * @return the name
     */
    public String breaker() {
        return breaker;
    }

    /**
     * Returns the old state.
     *
     * @return the state
     */
    public CircuitState from() {
        return from;
    }

    /**
     * Returns the new state.
     *
     * @return the state
     */
    public CircuitState to() {
        return to;
    }

    /**
     * Returns the reason.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the exception behind the change.
     *
     * @return the exception, or null for a bad result, the time, a success or an operator
     */
    public @Nullable Throwable cause() {
        return cause;
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return breaker + ": " + from + " -> " + to + " (" + reason + (cause == null ? ")" : ": " + cause + ")");
    }
}
