package dev.holdfast.runtime;

/**
 * Rejects a call because the bulkhead has no place within {@code maxWait} or the call's deadline, or before the call
 * was interrupted. The next free place is not known, so {@link #retryAfter} is the wait that was too short, zero
 * without a wait.
 */
public final class BulkheadFullException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /** The number of places. */
    private final int maxConcurrent;

    /**
     * Creates a rejection, for tests too.
     *
     * @param name the name of the bulkhead
     * @param maxConcurrent the number of places
     * @param waitedNanos the wait that was too short, in nanoseconds
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
