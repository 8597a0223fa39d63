package dev.holdfast.runtime.event;

import java.time.Duration;

/** A call, or a further attempt of one, that Holdfast did not let through. Immutable. */
public final class RejectedEvent {

    private final String call;
    private final String policy;
    private final long retryAfterNanos;
    private final RuntimeException rejection;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param call what was called, such as {@code "GitHubClient.user"}
     * @param policy the name of the breaker, limiter or bulkhead that rejected it
     * @param retryAfterNanos nanoseconds until a call may succeed
     * @param rejection the exception
     */
    public RejectedEvent(String call, String policy, long retryAfterNanos, RuntimeException rejection) {
        this.call = call;
        this.policy = policy;
        this.retryAfterNanos = retryAfterNanos;
        this.rejection = rejection;
    }

    /**
     * Returns what was called, such as {@code "GitHubClient.user"}.
     *
     * @return the name
     */
    public String call() {
        return call;
    }

    /**
     * Returns the name of the breaker, limiter or bulkhead that rejected it.
     *
     * @return the name
     */
    public String policy() {
        return policy;
    }

    /**
     * Returns how long to wait before a further call has a chance, as seen when this one was rejected.
     *
     * @return the duration, zero or more
     */
    public Duration retryAfter() {
        return Duration.ofNanos(retryAfterNanos);
    }

    /**
     * Returns the rejection, a {@code ResilienceException}. A first attempt throws it; a further one ends with the last real failure.
     *
     * @return the rejection
     */
    public RuntimeException rejection() {
        return rejection;
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return call + ": " + rejection.getMessage();
    }
}
