package dev.holdfast.runtime;

/** Rejects a call because the circuit breaker is open, or half-open with all probes in flight. */
public final class CircuitOpenException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates a rejection, for tests too.
     *
     * @param name the name of the breaker
     * @param retryAfterNanos nanoseconds until a further call has a chance
     */
    public CircuitOpenException(String name, long retryAfterNanos) {
        super(name, retryAfterNanos);
    }

    @Override
    String reason() {
        return "circuit breaker '" + name() + "' is open";
    }
}
