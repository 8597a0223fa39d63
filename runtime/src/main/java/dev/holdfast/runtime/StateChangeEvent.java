package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** A circuit breaker that went from one state to another. Immutable. */
public final class StateChangeEvent {

    private final String breaker;
    private final CircuitBreaker.State from;
    private final CircuitBreaker.State to;
    private final @Nullable Throwable cause;

    StateChangeEvent(String breaker, CircuitBreaker.State from, CircuitBreaker.State to, @Nullable Throwable cause) {
        this.breaker = breaker;
        this.from = from;
        this.to = to;
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
    public CircuitBreaker.State from() {
        return from;
    }

    /**
     * Returns the state that was entered.
     *
     * @return the state
     */
    public CircuitBreaker.State to() {
        return to;
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
        return breaker + ": " + from + " -> " + to + (cause == null ? "" : " (" + cause + ")");
    }
}
