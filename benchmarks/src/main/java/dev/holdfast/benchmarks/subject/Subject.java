package dev.holdfast.benchmarks.subject;

import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A library that protects calls. Its class has the name that it gets in tables. */
public interface Subject {

    /**
     * Says what it can protect synchronous calls by.
     *
     * @return what {@link #protect} takes
     */
    Set<Policies> policies();

    /**
     * Protects a client.
     *
     * @param policies by what
     * @param delegate what calls go to
     * @return a new client with policies of its own
     */
    Client protect(Policies policies, Delegate delegate);

    /**
     * Says what it can protect asynchronous calls by.
     *
     * @return what {@link #protectAsync} takes
     */
    default Set<Policies> asyncPolicies() {
        return EnumSet.noneOf(Policies.class);
    }

    /**
     * Protects an asynchronous client.
     *
     * @param policies by what
     * @param delegate what calls go to
     * @return a new client with policies of its own
     */
    default AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        throw new UnsupportedOperationException(getClass() + " does not protect asynchronous calls");
    }

    /**
     * Makes a breaker on its own, for libraries that have it.
     *
     * @param policies what kind
     * @return a new one, or nothing
     */
    default Optional<Breaker> breaker(Policies policies) {
        return Optional.empty();
    }
}
