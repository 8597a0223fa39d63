package dev.holdfast.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SyncGuard}. Used by generated code. Not thread-safe; what it builds is. */
public final class SyncGuardBuilder {

    final String call;

    @Nullable
    CircuitBreaker breaker;

    @Nullable
    ExponentialBackoff backoff;

    @Nullable
    RateLimiter limiter;

    @Nullable
    Bulkhead bulkhead;

    @Nullable
    Timeout timeout;

    @Nullable
    Fallback fallback;

    Class<?>[] taken = {};

    boolean interruptible;

    SyncGuardBuilder(String call) {
        this.call = Objects.requireNonNull(call, "call");
    }

    /**
     * Sets the breaker.
     *
     * @param breaker may be null for none, the default
     * @return this
     */
    public SyncGuardBuilder circuitBreaker(@Nullable CircuitBreaker breaker) {
        this.breaker = breaker;
        return this;
    }

    /**
     * Sets how to retry.
     *
     * @param backoff may be null for none, the default
     * @return this
     */
    public SyncGuardBuilder backoff(@Nullable ExponentialBackoff backoff) {
        this.backoff = backoff;
        return this;
    }

    /**
     * Sets how to obey rate limits.
     *
     * @param limiter may be null for none, the default
     * @return this
     */
    public SyncGuardBuilder rateLimiter(@Nullable RateLimiter limiter) {
        this.limiter = limiter;
        return this;
    }

    /**
     * Sets how many calls may be under way at once.
     *
     * @param bulkhead may be null for none, the default
     * @return this
     */
    public SyncGuardBuilder bulkhead(@Nullable Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
        return this;
    }

    /**
     * Sets how long an attempt may take.
     *
     * @param timeout may be null for no limit, the default
     * @return this
     */
    public SyncGuardBuilder timeout(@Nullable Timeout timeout) {
        this.timeout = timeout;
        return this;
    }

    /**
     * Sets which failures the method's fallback answers for.
     *
     * @param fallback may be null for none, the default
     * @param taken what the fallback's own parameter takes; nothing for anything
     * @return this
     */
    public SyncGuardBuilder fallback(@Nullable Fallback fallback, Class<?>... taken) {
        this.fallback = fallback;
        this.taken = taken.clone();
        return this;
    }

    /**
     * Says that the guarded method declares {@code InterruptedException}: an interrupted wait then throws it. Otherwise such a
     * wait ends the call with its last failure.
     *
     * @return this
     */
    public SyncGuardBuilder interruptible() {
        this.interruptible = true;
        return this;
    }

    /**
     * Builds the guard.
     *
     * @param holdfast the context whose clock, waits, random numbers and listener it uses
     * @return a new guard
     */
    public SyncGuard build(Holdfast holdfast) {
        CallPolicy policy = new CallPolicy(call, breaker, backoff, limiter, bulkhead, timeout, holdfast);
        return new SyncGuard(policy, interruptible, MethodFallback.of(policy, fallback, taken));
    }

    /**
     * Builds the guard of a generated client, as overrides say.
     *
     * @param setup the client's, which its policies were built with
     * @return a new guard
     * @throws IllegalArgumentException if an override is wrong
     */
    public SyncGuard build(ClientSetup setup) {
        fallback = setup.ofMethod(call, "Fallback", fallback);
        breaker = setup.ofMethod(call, "CircuitBreaker", breaker);
        backoff = setup.ofMethod(call, "Backoff", backoff);
        limiter = setup.ofMethod(call, "RateLimited", limiter);
        bulkhead = setup.ofMethod(call, "Bulkhead", bulkhead);
        timeout = setup.ofMethod(call, "Timeout", timeout);
        return build(setup.holdfast());
    }
}
