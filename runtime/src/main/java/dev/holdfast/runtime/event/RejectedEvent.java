package dev.holdfast.runtime.event;

import java.time.Duration;

/** A call, or a further attempt of a call, that Holdfast rejected. Immutable. */
public final class RejectedEvent {

    private final String call;
    private final String policy;
    private final long retryAfterNanos;
    private final RuntimeException rejection;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param call the name of the call, such as {@code "GitHubClient.user"}
     * @param policy the name of the breaker, limiter or bulkhead
     * @param retryAfterNanos nanoseconds until a further call has a chance
     * @param rejection the exception
     */
    public RejectedEvent(String call, String policy, long retryAfterNanos, RuntimeException rejection) {
        this.call = call;
        this.policy = policy;
        this.retryAfterNanos = retryAfterNanos;
        this.rejection = rejection;
    }

    /**
     * Returns the name of the call, such as {@code "GitHubClient.user"}.
     *
     * @return the name
     */
    public String call() {
        return call;
    }

    /**
     * Returns the name of the breaker, limiter or bulkhead.
     *
     * @return the name
     */
    public String policy() {
        return policy;
    }

    /**
     * Returns the time until a further call has a chance, as of the rejection.
     *
     * @return the duration, zero or more
     */
    public Duration retryAfter() {
        return Duration.ofNanos(retryAfterNanos);
    }

    /**
     * Returns the rejection, a {@code ResilienceException}. It is thrown for a first attempt; for a further one the
     * caller gets the last answer.
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
