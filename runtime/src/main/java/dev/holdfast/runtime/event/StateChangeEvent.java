package dev.holdfast.runtime.event;

import dev.holdfast.runtime.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** A circuit breaker that went from one state to another. Immutable. */
public final class StateChangeEvent {

    /** Why a circuit breaker changes its state. */
    public enum Reason {
        /** As many failures in a row as {@code failureThreshold} allows. */
        FAILURES_IN_A_ROW,
        /** Too large a part of the calls in the window failed. */
        FAILURE_RATE,
        /** Too large a part of the calls in the window was slow. */
        SLOW_CALL_RATE,
        /** The recovery time was over when a call came. */
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
     * @param from the state before
     * @param to the state after
     * @param reason why
     * @param cause the failure that caused it, or null
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
     * Returns the state that was left.
     *
     * @return the state
     */
    public CircuitState from() {
        return from;
    }

    /**
     * Returns the state that was entered.
     *
     * @return the state
     */
    public CircuitState to() {
        return to;
    }

    /**
     * Returns why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the exception that opened the breaker.
     *
     * @return the exception, or null where a result, time, a success or an operator was the reason
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
