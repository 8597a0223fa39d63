package dev.holdfast.testing;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings breakers, limiters and bulkheads into the state that a test begins with, in one line and without calls of a client:
 *
 * <pre>{@code
 * openBreaker(holdfast, "GitHubClient");
 *
 * assertThatThrownBy(() -> client.user("octocat")).isInstanceOf(CircuitOpenException.class);
 * }</pre>
 *
 * <p>They are found by their names, which events and rejections carry too: the {@code name} in the annotation, or else that of the
 * client, such as {@code "GitHubClient"}. Listeners get the changes of state as usual.
 */
public final class PolicyStates {

    /** More failures than a breaker needs. */
    private static final int MANY = 1_000_000;

    private PolicyStates() {}

    /**
     * Opens a breaker, as failures do.
     *
     * @param holdfast the context
     * @param name the name of the breaker
     * @return the breaker, OPEN since now
     */
    public static CircuitBreaker openBreaker(Holdfast holdfast, String name) {
        return openBreaker(find("circuit breaker", name, holdfast.circuitBreakers()));
    }

    /**
     * Opens a breaker, as failures do.
     *
     * @param breaker the breaker
     * @return the breaker, OPEN since now
     */
    public static CircuitBreaker openBreaker(CircuitBreaker breaker) {
        return openBreaker(breaker, new IOException("a test opens the breaker"));
    }

    /**
     * Opens a breaker that monitors only some exceptions, as failures do.
     *
     * @param breaker the breaker
     * @param failure an exception that it monitors
     * @return the breaker, OPEN since now
     * @throws IllegalArgumentException if it does not open, such as where it does not monitor the exception
     */
    public static CircuitBreaker openBreaker(CircuitBreaker breaker, Throwable failure) {
        breaker.reset();
        for (int count = 0; count < MANY && breaker.state() == CircuitState.CLOSED; count++) {
            breaker.recordFailure(failure);
            if (count == 0 && breaker.failureCount() == 0) {
                break;
            }
        }
        if (breaker.state() != CircuitState.OPEN) {
            throw new IllegalArgumentException("The breaker '" + breaker.name() + "' does not open after any number of "
                    + failure.getClass().getName()
                    + ": give an exception that it monitors, or let forceOpen() open it.");
        }
        return breaker;
    }

    /**
     * Opens a breaker, and lets its recovery time pass, so that the next call is a probe.
     *
     * @param holdfast the context
     * @param name the name of the breaker
     * @param time the time of the context
     * @return the breaker, HALF_OPEN, without a probe
     */
    public static CircuitBreaker halfOpenBreaker(Holdfast holdfast, String name, VirtualTime time) {
        return halfOpenBreaker(find("circuit breaker", name, holdfast.circuitBreakers()), time);
    }

    /**
     * Opens a breaker, and lets its recovery time pass, so that the next call is a probe.
     *
     * @param breaker the breaker
     * @param time the time of its context
     * @return the breaker, HALF_OPEN, without a probe
     */
    public static CircuitBreaker halfOpenBreaker(CircuitBreaker breaker, VirtualTime time) {
        if (breaker.state() != CircuitState.OPEN) {
            openBreaker(breaker);
        }
        time.advance(breaker.snapshot().retryAfter());
        Permit probe = breaker.tryAcquirePermit();
        if (probe == null) {
            throw new IllegalArgumentException("The breaker '" + breaker.name() + "' is not in this virtual time");
        }
        probe.release();
        return breaker;
    }

    /**
     * Begins a hold, as a response 429 with {@code Retry-After} does.
     *
     * @param holdfast the context
     * @param name the name of the limiter
     * @param duration as in annotations: {@code "2s"}
     * @return the limiter
     */
    public static RateLimiter holdLimiter(Holdfast holdfast, String name, String duration) {
        return holdLimiter(find("rate limiter", name, holdfast.rateLimiters()), Durations.parse(duration));
    }

    /**
     * Begins a hold, as a response 429 with {@code Retry-After} does.
     *
     * @param limiter the limiter
     * @param duration how long
     * @return the limiter
     */
    public static RateLimiter holdLimiter(RateLimiter limiter, Duration duration) {
        limiter.release();
        String seconds = Durations.seconds(duration);
        // In the default context, since the listeners of the limiter's own would hear of a call that nobody made.
        Resilience.of(() -> 429)
                .rateLimiter(limiter)
                .backoff(ExponentialBackoff.builder().maxAttempts(1).build())
                .status(status -> status)
                .header((status, header) -> header.equalsIgnoreCase("Retry-After") ? seconds : null)
                .call();
        return limiter;
    }

    /**
     * Takes all places of a bulkhead, so that the next call waits or is rejected. {@link Bulkhead#release()} gives one back.
     *
     * @param holdfast the context
     * @param name the name of the bulkhead
     * @return the bulkhead
     */
    public static Bulkhead fillBulkhead(Holdfast holdfast, String name) {
        return fillBulkhead(find("bulkhead", name, holdfast.bulkheads()));
    }

    /**
     * Takes all places of a bulkhead, so that the next call waits or is rejected. {@link Bulkhead#release()} gives one back.
     *
     * @param bulkhead the bulkhead
     * @return the bulkhead
     */
    public static Bulkhead fillBulkhead(Bulkhead bulkhead) {
        boolean taken = true;
        while (taken) {
            taken = bulkhead.tryAcquire();
        }
        return bulkhead;
    }

    /** Returns the only policy of a name. */
    private static <P> P find(String kind, String name, List<PolicyEntry<P>> known) {
        List<PolicyEntry<P>> named =
                known.stream().filter(entry -> entry.name().equals(name)).collect(Collectors.toList());
        if (named.size() != 1) {
            throw new IllegalArgumentException(
                    "The context has " + (named.isEmpty() ? "no " : named.size() + " ") + kind
                            + (named.size() > 1 ? "s" : "") + " named '" + name + "'. " + others(known)
                            + " Make the client first, or give the " + kind + " itself.");
        }
        return named.get(0).policy();
    }

    private static <P> String others(List<PolicyEntry<P>> known) {
        return known.isEmpty()
                ? "There is none at all."
                : "There is: " + known.stream().map(PolicyEntry::toString).collect(Collectors.joining("; ")) + ".";
    }
}
