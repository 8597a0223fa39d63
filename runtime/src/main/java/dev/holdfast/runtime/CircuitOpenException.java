package dev.holdfast.runtime;

/** A call that found its circuit breaker open, or half-open with all probes in flight. */
public final class CircuitOpenException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates a rejection as a breaker throws it, for tests too.
     *
     * @param name the breaker's name
     * @param retryAfterNanos nanoseconds until the next probe may begin; zero or more
     */
    public CircuitOpenException(String name, long retryAfterNanos) {
        super(name, retryAfterNanos);
    }

    @Override
    String reason() {
        return "circuit breaker '" + name() + "' is open";
    }
}
