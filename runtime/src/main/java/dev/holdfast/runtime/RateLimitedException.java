package dev.holdfast.runtime;

/**
 * A call that a rate limiter holds back for longer than its {@code maxDelay}, its deadline, or an interrupt allows; or for which its
 * quota has no place within {@code maxWait} or the deadline.
 */
public final class RateLimitedException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /** Whether it was the quota. */
    private final boolean usedUp;

    /**
     * Creates a rejection as a limiter throws it during a hold, for tests too.
     *
     * @param name the limiter's name
     * @param retryAfterNanos nanoseconds until the hold ends; zero or more
     * @return a new exception
     */
    public static RateLimitedException heldBack(String name, long retryAfterNanos) {
        return new RateLimitedException(name, retryAfterNanos, false);
    }

    /**
     * Creates a rejection as a limiter throws it where its quota has no place, for tests too.
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
