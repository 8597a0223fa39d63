package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * One stay of a breaker in one state. A state is left once: whoever wins {@link #leave} alone installs the successor, so a
 * breaker needs no lock, and a result that comes in late finds its own state left and changes nothing.
 */
interface BreakerState {

    /** Value of a state's counter from the moment it is left. */
    int LEFT = -1;

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
    int successes();

    /** Where the manual protocol reports a result that comes in now. */
    Permit manualPermit();

    /** Ends this state; false if someone else has done so. */
    boolean leave();
}
