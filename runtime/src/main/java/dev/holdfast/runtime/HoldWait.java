package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The waits of one attempt for the end of a hold, also where it is extended meanwhile, but for no longer than the limiter
 * accepts in all. For one thread at a time.
 */
final class HoldWait {

    /** Nothing is held back. */
    static final long PASS = 0;

    /** The attempt will not be made. */
    static final long REJECTED = -1;

    private final CallPolicy policy;
    private final RateLimiter limiter;
    private final long deadline;
    private long accepted;
    private @Nullable ResilienceException rejection;

    HoldWait(CallPolicy policy, RateLimiter limiter, long deadline) {
        this.policy = policy;
        this.limiter = limiter;
        this.deadline = deadline;
        this.accepted = limiter.settings().maxDelayNanos;
    }

    /** Returns the next wait in nanoseconds, {@link #PASS} or {@link #REJECTED}. */
    long next() {
        Hold hold = limiter.currentHold();
        if (hold == null) {
            return PASS;
        }
        long remaining = Math.max(0, limiter.remaining(hold));
        // A hold may be longer than any wait that is accepted; what is added must not be.
        long spread = Hold.spread(Math.min(hold.nanos, limiter.settings().maxDelayNanos), policy.random);
        long wait = Math.max(1, remaining + spread);
        if (remaining > accepted || policy.overruns(wait, deadline)) {
            rejection = new RateLimitedException(limiter.name(), limiter.heldForNanos());
            return REJECTED;
        }
        if (policy.breaker != null && policy.breaker.isRejectingFor(wait)) {
            rejection = policy.breaker.rejection();
            return REJECTED;
        }
        accepted -= remaining;
        return wait;
    }

    /** Why {@link #next()} said that the attempt will not be made. */
    @Nullable
    ResilienceException rejection() {
        return rejection;
    }
}
