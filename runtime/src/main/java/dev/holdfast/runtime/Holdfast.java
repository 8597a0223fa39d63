package dev.holdfast.runtime;

/**
 * What clients share: the clock, waits, threads, random numbers, listener and overrides, and the breakers, limiters and bulkheads that have
 * a name of their own. Two contexts know nothing of each other.
 *
 * <p>A named instance lives as long as its context, also while no client has it: a breaker stays open. It keeps no class loader: when the
 * exceptions that a breaker names are unloaded with the clients that named them, its name is free again.
 *
 * <p>Most programs need none: {@link #defaults()} serves every client that is made without one. A context of one's own is for
 * tests in virtual time, for a listener, or to keep the named instances of two parts of a program apart. Thread-safe.
 */
public interface Holdfast extends AutoCloseable {

    /**
     * Returns the context of clients that are made without one. Made when first asked for.
     *
     * @return the one default context
     */
    static Holdfast defaults() {
        return HoldfastBuilder.defaults();
    }

    /**
     * Starts to build a context of one's own.
     *
     * @return a builder
     */
    static HoldfastBuilder builder() {
        return new HoldfastBuilder();
    }

    /**
     * Returns the breaker that this context shares under the name in the settings, made at the first call.
     *
     * @param settings name and settings
     * @param usedBy who asks, such as an interface's name, for the error message
     * @return the one breaker of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a breaker of that name was made with other settings; names both places
     */
    default CircuitBreaker circuitBreaker(CircuitBreakerBuilder settings, String usedBy) {
        return settings.share(this, usedBy);
    }

    /**
     * Returns the limiter that this context shares under the name in the settings, made at the first call.
     *
     * @param settings name and settings
     * @param usedBy who asks, such as an interface's name, for the error message
     * @return the one limiter of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a limiter of that name was made with other settings; names both places
     */
    default RateLimiter rateLimiter(RateLimiterBuilder settings, String usedBy) {
        return settings.share(this, usedBy);
    }

    /**
     * Returns the bulkhead that this context shares under the name in the settings, made at the first call.
     *
     * @param settings name and settings
     * @param usedBy who asks, such as an interface's name, for the error message
     * @return the one bulkhead of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a bulkhead of that name was made with other settings; names both places
     */
    default Bulkhead bulkhead(BulkheadBuilder settings, String usedBy) {
        return settings.share(this, usedBy);
    }

    /**
     * Ends the threads that this context made for the waits of asynchronous calls, if there were any. Calls that wait there end
     * at once with their last answer, and the time of attempts is not limited any more; calls that wait in a timer that was given to the context do when their wait is over; later
     * ones are not retried after a wait. Synchronous calls, which wait on threads of their own, and a timer or executor that was
     * given to the context are not touched. Closing the default context, or one that is closed, does nothing.
     */
    @Override
    void close();
}
