package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What generated code makes the policies and guards of one client with: a context, and if that has {@link Overrides}, what they
 * say of the client. Not thread-safe, but where there are none.
 */
public final class ClientSetup {

    private final Holdfast holdfast;
    private final @Nullable ClientOverrides overrides;

    ClientSetup(Holdfast holdfast, @Nullable ClientOverrides overrides) {
        this.holdfast = holdfast;
        this.overrides = overrides;
    }

    /**
     * Begins to set a client up.
     *
     * @param holdfast the context; null for the default one
     * @param client the interface's canonical name, with which the keys of overrides begin
     * @return the setup
     */
    public static ClientSetup of(@Nullable Holdfast holdfast, String client) {
        return (holdfast == null ? Holdfast.defaults() : holdfast).setup(client);
    }

    /**
     * Returns a breaker that the context shares under its name.
     *
     * @param settings name and settings
     * @param usedBy what it is on: an interface, or an interface, {@code #} and a method
     * @param given the instance to use instead, or null
     * @return the given instance, else the one of that name
     * @throws IllegalArgumentException if an override is wrong
     * @throws IllegalStateException if a breaker of that name was made with other settings; names both places
     */
    public CircuitBreaker circuitBreaker(
            CircuitBreakerBuilder settings, String usedBy, @Nullable CircuitBreaker given) {
        return build(settings, ClientOverrides.method(usedBy, '#'), usedBy, given);
    }

    /**
     * Returns a limiter that the context shares under its name.
     *
     * @param settings name and settings
     * @param usedBy what it is on: an interface, or an interface, {@code #} and a method
     * @param given the instance to use instead, or null
     * @return the given instance, else the one of that name
     * @throws IllegalArgumentException if an override is wrong
     * @throws IllegalStateException if a limiter of that name was made with other settings; names both places
     */
    public RateLimiter rateLimiter(RateLimiterBuilder settings, String usedBy, @Nullable RateLimiter given) {
        return build(settings, ClientOverrides.method(usedBy, '#'), usedBy, given);
    }

    /**
     * Returns a bulkhead that the context shares under its name.
     *
     * @param settings name and settings
     * @param usedBy what it is on: an interface, or an interface, {@code #} and a method
     * @param given the instance to use instead, or null
     * @return the given instance, else the one of that name
     * @throws IllegalArgumentException if an override is wrong
     * @throws IllegalStateException if a bulkhead of that name was made with other settings; names both places
     */
    public Bulkhead bulkhead(BulkheadBuilder settings, String usedBy, @Nullable Bulkhead given) {
        return build(settings, ClientOverrides.method(usedBy, '#'), usedBy, given);
    }

    /**
     * Refuses keys of overrides that begin with the client and mean nothing. To be called when all policies and guards are made.
     *
     * @throws IllegalArgumentException if there are any; names them all
     */
    public void refuseUnknownKeys() {
        if (overrides != null) {
            overrides.refuseUnknownKeys();
        }
    }

    Holdfast holdfast() {
        return holdfast;
    }

    <P> P build(PolicyBuilder<P> builder, String method, @Nullable String usedBy, @Nullable P given) {
        if (overrides != null) {
            return overrides.build(builder, method, usedBy, given);
        }
        if (given != null) {
            return given;
        }
        return usedBy == null ? builder.build(holdfast) : builder.share(holdfast, usedBy);
    }

    /** What protects a method in place of a policy that was built here: the same, one of its own, or null for nothing. */
    <P> @Nullable P ofMethod(String call, String annotation, @Nullable P policy) {
        return overrides == null || policy == null ? policy : overrides.ofMethod(call, annotation, policy);
    }
}
