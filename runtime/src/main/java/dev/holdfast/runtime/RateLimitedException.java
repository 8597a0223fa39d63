package dev.holdfast.runtime;

/** A call that a rate limiter holds back for longer than its {@code maxDelay}, its deadline, or an interrupt allows. */
public final class RateLimitedException extends ResilienceException {

    private static final long serialVersionUID = 1L;

    RateLimitedException(String name, long retryAfterNanos) {
        super(name, retryAfterNanos);
    }

    @Override
    String reason() {
        return "rate limiter '" + name() + "' holds calls back";
    }
}
