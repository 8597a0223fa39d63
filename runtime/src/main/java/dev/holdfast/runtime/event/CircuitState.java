package dev.holdfast.runtime.event;

import dev.holdfast.runtime.CircuitBreaker;

/** The state of a circuit breaker. */
public enum CircuitState {
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
