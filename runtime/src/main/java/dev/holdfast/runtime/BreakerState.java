package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * One stay of a breaker in one state. A state is left once, for a successor that is complete before: whoever loses the race
 * finds another state in force and changes nothing, and so does a result that comes in late.
 */
interface BreakerState {

    CircuitBreaker.State kind();

    /**
     * Asks for a permit.
     *
     * @param manual whether the result will come through the manual protocol, which has no permits
     * @return null if the call is rejected
     */
    @Nullable
    Permit tryAcquire(boolean manual);

    /** Nanoseconds until a rejected caller has a chance. */
    long retryAfterNanos();

    /** Consecutive failures so far, or that led here. */
    int failures();

    /** Successful probes so far. */
    default int successes() {
        return 0;
    }

    /** Where the manual protocol reports a result that comes in now. */
    Permit manualPermit();
}
