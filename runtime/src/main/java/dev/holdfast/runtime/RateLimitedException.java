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
     * Creates the rejection of a hold, for tests too.
     *
     * @param name the limiter's name
     * @param retryAfterNanos nanoseconds until the hold ends; zero or more
     * @return a new exception
     */
    public static RateLimitedException heldBack(String name, long retryAfterNanos) {
        return new RateLimitedException(name, retryAfterNanos, false);
    }

    /**
     * Creates the rejection of a quota without a place, for tests too.
     *
     * @param name the limiter's name
     * @param retryAfterNanos nanoseconds until the next place; zero or more
     * @return a new exception
     */
    public static RateLimitedException quotaUsedUp(String name, long retryAfterNanos) {
        return new RateLimitedException(name, retryAfterNanos, true);
    }

    private RateLimitedException(String name, long retryAfterNanos, boolean usedUp) {
        super(name, retryAfterNanos);
        this.usedUp = usedUp;
    }

    @Override
    String reason() {
        return "rate limiter '" + name() + (usedUp ? "' has used up its quota" : "' holds calls back");
    }
}
