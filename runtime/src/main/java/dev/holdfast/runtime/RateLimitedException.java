package dev.holdfast.runtime;

/**
 * Rejects a call because a rate limiter holds calls back for longer than {@code maxDelay} or the call's deadline,
 * because its quota has no place within {@code maxWait} or the deadline, or because the wait was interrupted.
 */
public final class RateLimitedException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /** Whether the quota rejected the call. */
    private final boolean usedUp;

    /**
     * Creates a rejection, for tests too.
     *
     * @param name the name of the limiter
     * @param retryAfterNanos nanoseconds until a further call has a chance
     * @param usedUp true for the quota, false for a hold
     */
    public RateLimitedException(String name, long retryAfterNanos, boolean usedUp) {
        super(name, retryAfterNanos);
        this.usedUp = usedUp;
    }

    @Override
    String reason() {
        return "rate limiter '" + name() + (usedUp ? "' has used up its quota" : "' holds calls back");
    }
}
