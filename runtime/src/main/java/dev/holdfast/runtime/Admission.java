package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How one attempt is let through: the waits for the end of a hold, also where it is extended meanwhile, the breaker's permit,
 * and the wait for a place in the quota, with the permit in hand. After that wait hold and breaker are asked again, for much may have
 * happened, and the time of the call begins only then. For one thread at a time.
 */
final class Admission {

    /** The attempt may be made now, with {@link #permit()}. */
    static final long PASS = 0;

    /** The attempt will not be made, for {@link #rejection()}. */
    static final long REJECTED = -1;

    private final CallPolicy policy;
    private final long deadline;

    /** For how long holds are accepted in all. */
    private long acceptedHold;

    /** How long the waits for places may take in all. */
    private long acceptedWait;

    private @Nullable BreakerPermit permit;
    private Quota.@Nullable Place place;
    private @Nullable ResilienceException rejection;

    Admission(CallPolicy policy, long deadline) {
        this.policy = policy;
        this.deadline = deadline;
        if (policy.limiter != null) {
            this.acceptedHold = policy.limiter.settings().maxDelayNanos;
            this.acceptedWait = policy.limiter.settings().maxWaitNanos;
        }
    }

    /** Returns the next wait in nanoseconds, {@link #PASS} or {@link #REJECTED}. To be asked again after the wait. */
    long next() {
        RateLimiter limiter = policy.limiter;
        Hold hold = limiter == null ? null : limiter.currentHold();
        boolean hasWaited = place != null;
        if (hold != null && limiter != null) {
            abandon();
            return holdWait(limiter, hold);
        }
        if (permit != null) {
            permit.release();
            permit = null;
        }
        CircuitBreaker breaker = policy.breaker;
        permit = breaker == null ? Unguarded.PERMIT : (BreakerPermit) breaker.tryAcquirePermit();
        if (breaker != null && permit == null) {
            return reject(breaker.rejection());
        }
        if (limiter == null || limiter.quota() == null || hasWaited) {
            place = null;
            return PASS;
        }
        return placeWait(limiter, limiter.quota());
    }

    private long holdWait(RateLimiter limiter, Hold hold) {
        long remaining = Math.max(0, limiter.remaining(hold));
        // A hold may be longer than any wait that is accepted; what is added must not be.
        long spread = Hold.spread(Math.min(hold.nanos, limiter.settings().maxDelayNanos), policy.random);
        long wait = Math.max(1, remaining + spread);
        if (remaining > acceptedHold || policy.overruns(wait, deadline)) {
            return reject(limiter.heldBack());
        }
        if (policy.breaker != null && policy.breaker.isRejectingFor(wait)) {
            return reject(policy.breaker.rejection());
        }
        acceptedHold -= remaining;
        return wait;
    }

    private long placeWait(RateLimiter limiter, Quota quota) {
        place = quota.take(Math.min(acceptedWait, policy.untilDeadline(deadline)));
        if (place == null) {
            return reject(limiter.usedUp(quota));
        }
        long wait = place.wait;
        if (wait == 0) {
            place = null;
            return PASS;
        }
        acceptedWait -= wait;
        return wait;
    }

    private long reject(ResilienceException why) {
        abandon();
        rejection = why;
        return REJECTED;
    }

    /** The attempt will not be made, though it was not rejected: gives back what it has. */
    void abandon() {
        if (permit != null) {
            permit.release();
            permit = null;
        }
        if (place != null && policy.limiter != null && policy.limiter.quota() != null) {
            policy.limiter.quota().giveBack(place);
        }
        place = null;
    }

    /** After {@link #PASS}. */
    @Nullable
    Permit permit() {
        return permit;
    }

    /** After {@link #REJECTED}. */
    ResilienceException rejection() {
        if (rejection == null) {
            throw new IllegalStateException("not rejected");
        }
        return rejection;
    }
}
