package dev.holdfast.runtime;

/**
 * Rejects a call because a rate limiter holds calls back for longer than {@code maxDelay} or the call's deadline,
 * because its quota has no place within {@code maxWait} or the deadline, or because the wait was interrupted.
 */
public final class RateLimitedException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    /** Whether the quota rejected the call. */
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
