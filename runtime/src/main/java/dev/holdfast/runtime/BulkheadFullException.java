package dev.holdfast.runtime;

/**
 * A call for which a bulkhead has no place within its {@code maxWait}, its deadline, or until an interrupt. Nobody knows when there
 * will be one: {@link #retryAfter} is the wait that was not enough, zero where none was made.
 */
public final class BulkheadFullException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /** How many places there are. */
    private final int maxConcurrent;

    /**
     * Creates a rejection as a bulkhead throws it, for tests too.
     *
     * @param name the bulkhead's name
     * @param maxConcurrent its number of places
     * @param waitedNanos nanoseconds that the call has waited; zero or more
     */
    public BulkheadFullException(String name, int maxConcurrent, long waitedNanos) {
        super(name, waitedNanos);
        this.maxConcurrent = maxConcurrent;
    }

    @Override
    String reason() {
        return "bulkhead '" + name() + "' is full (" + maxConcurrent + " at once)";
    }
}
