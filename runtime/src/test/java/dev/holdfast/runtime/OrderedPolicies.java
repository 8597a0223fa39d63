package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.GuardedClient.Form;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A client in virtual time, and policies to put around it. */
abstract class OrderedPolicies {

    static final TimeLimiter TIMEOUT =
            TimeLimiter.builder().limit(Duration.ofSeconds(10)).build();

    public final GuardedClient client;
    private final long start;

    OrderedPolicies(Form form) {
        this.client = new GuardedClient(form);
        this.start = client.time.nanoTime();
    }

    @AfterEach
    void leavesNothingToWaitFor() {
        if (client.time.waiting() + client.timers.left() > 0) {
            throw new AssertionError("something is left to wait for");
        }
    }

    long elapsedSeconds() {
        return Duration.ofNanos(client.time.nanoTime() - start).toSeconds();
    }

    public CircuitBreaker breaker(int failureThreshold) {
        return CircuitBreaker.builder()
                .name("breaker")
                .failureThreshold(failureThreshold)
                .successThreshold(1)
                .build(client.holdfast);
    }

    CircuitBreaker openBreaker() {
        CircuitBreaker breaker = breaker(1);
        breaker.forceOpen();
        return breaker;
    }

    /** One that lets a single call through, to see how it goes. */
    CircuitBreaker halfOpenBreaker() {
        CircuitBreaker breaker = breaker(1);
        breaker.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        return breaker;
    }

    /** One call in so many seconds. */
    public RateLimiter quota(int seconds, int maxWaitSeconds) {
        return RateLimiter.builder()
                .name("quota")
                .permits(1)
                .per(Duration.ofSeconds(seconds))
                .maxWait(Duration.ofSeconds(maxWaitSeconds))
                .maxDelay(Duration.ofSeconds(60))
                .build(client.holdfast);
    }

    RateLimiter usedUpQuota(int seconds, int maxWaitSeconds) {
        RateLimiter limiter = quota(seconds, maxWaitSeconds);
        Engines.of(limiter).quota().tryTake();
        return limiter;
    }

    /** One that holds calls back; the longest hold that they accept is a minute. */
    public RateLimiter hold(int seconds) {
        RateLimiter limiter = quota(1, 0);
        Engines.of(limiter).holdFor(Duration.ofSeconds(seconds).toNanos());
        return limiter;
    }

    /** One call at a time. */
    public Bulkhead bulkhead(int maxWaitSeconds) {
        return Bulkhead.builder()
                .name("bulkhead")
                .maxConcurrent(1)
                .maxWait(Duration.ofSeconds(maxWaitSeconds))
                .build(client.holdfast);
    }

    Bulkhead fullBulkhead(int maxWaitSeconds) {
        Bulkhead bulkhead = bulkhead(maxWaitSeconds);
        bulkhead.tryAcquire();
        return bulkhead;
    }

    /** Attempts that are two seconds apart. */
    public static ExponentialBackoffBuilder backoff(int attempts) {
        return ExponentialBackoff.builder()
                .maxAttempts(attempts)
                .baseDelay(Duration.ofSeconds(2))
                .factor(1)
                .jitter(Jitter.NONE);
    }

    public static ExponentialBackoff deadline(int attempts, int seconds) {
        return backoff(attempts).deadline(Duration.ofSeconds(seconds)).build();
    }
}
