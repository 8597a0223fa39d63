package dev.holdfast.runtime;

/**
 * A call that a rate limiter holds back for longer than its {@code maxDelay}, its deadline, or an interrupt allows; or for which its
 * quota has no place within {@code maxWait} or the deadline.
 */
public final class RateLimitedException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /** Whether it was the quota. */
    private final boolean usedUp;

    public RateLimitedException(String name, long retryAfterNanos, boolean usedUp) {
        super(name, retryAfterNanos);
        this.usedUp = usedUp;
    }

    @Override
    public String reason() {
        return "rate limiter '" + name() + (usedUp ? "' has used up its quota" : "' holds calls back");
    }
}
