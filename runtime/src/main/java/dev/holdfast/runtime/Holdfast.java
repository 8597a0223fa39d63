package dev.holdfast.runtime;

import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.ReloadResult;
import java.util.List;
import java.util.Optional;

/**
 * The context that clients share: clock, waits, threads, random numbers, listener and overrides, and the named
 * breakers, limiters and bulkheads. Two contexts share nothing.
 *
 * <p>A named instance lives as long as its context, even while no client uses it, so that an open breaker stays open.
 * It does not keep class loaders alive: once the exception classes of a breaker are unloaded with their clients, its
 * name is free again.
 *
 * <p>Most programs need none of their own: clients without a context use {@link #defaults()}. A context of your own is
 * for tests in virtual time, for a listener, or to separate the named instances of two parts of a program. Thread-safe.
 */
public interface Holdfast extends AutoCloseable {

    /**
     * Returns the default context, which clients without one use. Created on first use.
     *
     * @return the default context, always the same
     */
    static Holdfast defaults() {
        return HoldfastBuilder.defaults();
    }

    /**
     * Returns a builder for a context.
     *
     * @return a builder
     */
    static HoldfastBuilder builder() {
        return new HoldfastBuilder();
    }

    /**
     * Returns the breaker that this context shares by the name in the settings. The first call creates it.
     *
     * @param settings name and settings
     * @param usedBy the user, such as the name of an interface, for the error message
     * @return the breaker of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a breaker of that name has different settings; the message names both users
     */
    default CircuitBreaker circuitBreaker(CircuitBreakerBuilder settings, String usedBy) {
        return settings.share(this, usedBy);
    }

    /**
     * Returns the limiter that this context shares by the name in the settings. The first call creates it.
     *
     * @param settings name and settings
     * @param usedBy the user, such as the name of an interface, for the error message
     * @return the limiter of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a limiter of that name has different settings; the message names both users
     */
    default RateLimiter rateLimiter(RateLimiterBuilder settings, String usedBy) {
        return settings.share(this, usedBy);
    }

    /**
     * Returns the bulkhead that this context shares by the name in the settings. The first call creates it.
     *
     * @param settings name and settings
     * @param usedBy the user, such as the name of an interface, for the error message
     * @return the bulkhead of that name
     * @throws IllegalArgumentException if the settings have no name
     * @throws IllegalStateException if a bulkhead of that name has different settings; the message names both users
     */
    default Bulkhead bulkhead(BulkheadBuilder settings, String usedBy) {
        return settings.share(this, usedBy);
    }

    /**
     * Returns the breakers that were made in this context: the named ones, and those of clients that are alive. A client that nobody
     * holds goes with its policies; one that was given to a client's builder is not in the list.
     *
     * @return a snapshot, in the order of their names
     */
    List<PolicyEntry<CircuitBreaker>> circuitBreakers();

    /**
     * Returns the limiters that were made in this context, as {@link #circuitBreakers()} does.
     *
     * @return a snapshot, in the order of their names
     */
    List<PolicyEntry<RateLimiter>> rateLimiters();

    /**
     * Returns the bulkheads that were made in this context, as {@link #circuitBreakers()} does.
     *
     * @return a snapshot, in the order of their names
     */
    List<PolicyEntry<Bulkhead>> bulkheads();

    /**
     * Returns the breaker that this context shares by a name.
     *
     * @param name its name
     * @return the breaker; empty if nobody has used that name yet
     */
    Optional<CircuitBreaker> findCircuitBreaker(String name);

    /**
     * Returns the limiter that this context shares by a name.
     *
     * @param name its name
     * @return the limiter; empty if nobody has used that name yet
     */
    Optional<RateLimiter> findRateLimiter(String name);

    /**
     * Returns the bulkhead that this context shares by a name.
     *
     * @param name its name
     * @return the bulkhead; empty if nobody has used that name yet
     */
    Optional<Bulkhead> findBulkhead(String name);

    /**
     * Reads the overrides again, and applies new values to the clients that are alive. System properties and functions are read as they
     * are now; {@code Properties} were copied, see {@link #reload(Overrides)}.
     *
     * @return the values that were changed, and those that only new clients have
     * @throws IllegalArgumentException if a value or key is wrong; nothing is changed then
     * @throws IllegalStateException if this context was built without overrides, or users of one name would have different settings;
     *     nothing is changed then
     */
    ReloadResult reload();

    /**
     * Takes other overrides, for new clients and, as {@link #reload()} does, for those that are alive.
     *
     * @param overrides in place of those so far
     * @return the values that were changed, and those that only new clients have
     * @throws IllegalArgumentException if a value or key is wrong; nothing is changed then
     * @throws IllegalStateException if this context was built without overrides, or users of one name would have different settings;
     *     nothing is changed then
     */
    ReloadResult reload(Overrides overrides);

    /**
     * Stops the threads of this context, if there are any. Asynchronous calls that wait in its timer end at once with
     * their last answer; suspend functions, and calls that wait in a timer of the user's, end after their wait;
     * later calls are not retried after a wait. Attempts have no time limit any more. Synchronous calls wait on their
     * own threads and go on as before. A timer or executor of the user's is not closed. Closing the default context, or
     * a closed one, does nothing.
     */
    @Override
    void close();
}
