package dev.holdfast.runtime;

/** Rejects a call because the circuit breaker is open, or half-open with all probes in flight. */
public final class CircuitOpenException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    public CircuitOpenException(String name, long retryAfterNanos) {
        super(name, retryAfterNanos);
    }

    @Override
    public String reason() {
        return "circuit breaker '" + name() + "' is open";
    }
}
