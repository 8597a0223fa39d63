package dev.holdfast.runtime.event;

import dev.holdfast.runtime.Holdfast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One breaker, limiter or bulkhead of a context, with its name and its users. A snapshot, except for the policy itself, which it keeps
 * alive. Immutable.
 *
 * @param <P> {@code CircuitBreaker}, {@code RateLimiter} or {@code Bulkhead}
 */
public final class PolicyEntry<P> {

    private final String kind;
    private final String name;
    private final boolean named;
    private final List<String> users;
    private final P policy;

    /**
     * Makes an entry, for tests of listeners.
     *
     * @param kind {@code circuitbreaker}, {@code ratelimiter} or {@code bulkhead}
     * @param name the name
     * @param named whether the context shares the policy by that name
     * @param users the users, in any order
     * @param policy the policy
     */
    public PolicyEntry(String kind, String name, boolean named, List<String> users, P policy) {
        this.kind = kind;
        this.name = name;
        this.named = named;
        this.users = Collections.unmodifiableList(new ArrayList<>(users));
        this.policy = policy;
    }

    /**
     * Returns the kind of policy, as a part of names of metrics.
     *
     * @return {@code circuitbreaker}, {@code ratelimiter} or {@code bulkhead}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns the name in events and rejections. Policies of two clients may have the same, unless it is shared.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns whether the context shares the policy by its name, and keeps it as long as it lives itself. Any other policy goes with
     * its client.
     *
     * @return true for a shared policy
     * @see Holdfast
     */
    public boolean isNamed() {
        return named;
    }

    /**
     * Returns the users so far: {@code com.acme.GitHubClient} for a policy on the interface, {@code com.acme.GitHubClient#user} for one
     * on a method, and the text that was given with a policy from {@link Holdfast}.
     *
     * @return the users, at least one
     */
    public List<String> users() {
        return users;
    }

    /**
     * Returns the policy.
     *
     * @return the policy itself, to look at or to change by hand
     */
    public P policy() {
        return policy;
    }

    /** One line for logs. */
    @Override
    public String toString() {
        // Not String.join of a list, which Android has from API level 26 on.
        String all = users.toString();
        return kind + " '" + name + "'" + (named ? ", shared" : "") + ", of " + all.substring(1, all.length() - 1);
    }
}
