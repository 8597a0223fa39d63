package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link AsyncGuard}. Used by generated code, which has seen to it that hints and predicates fit the results of the
 * guarded method. Not thread-safe; what it builds is.
 */
public final class AsyncGuardBuilder {

    final String call;
    final List<AsyncGuard.FailureHint> failureHints = new ArrayList<>();

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

    @Nullable
    RateLimitHint<Object> resultHint;

    @Nullable
    Predicate<@Nullable Object> retryResult;

    @Nullable
    Predicate<@Nullable Object> failureResult;

    AsyncGuardBuilder(String call) {
        this.call = Objects.requireNonNull(call, "call");
    }

    /**
     * Sets the breaker.
     *
     * @param breaker may be null for none, the default
     * @return this
     */
    public AsyncGuardBuilder circuitBreaker(@Nullable CircuitBreaker breaker) {
        this.breaker = breaker;
        return this;
    }

    /**
     * Sets how to retry.
     *
     * @param backoff may be null for none, the default
     * @return this
     */
    public AsyncGuardBuilder backoff(@Nullable ExponentialBackoff backoff) {
        this.backoff = backoff;
        return this;
    }

    /**
     * Sets how to obey rate limits.
     *
     * @param limiter may be null for none, the default
     * @return this
     */
    public AsyncGuardBuilder rateLimiter(@Nullable RateLimiter limiter) {
        this.limiter = limiter;
        return this;
    }

    /**
     * Sets how many calls may be under way at once.
     *
     * @param bulkhead may be null for none, the default
     * @return this
     */
    public AsyncGuardBuilder bulkhead(@Nullable Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
        return this;
    }

    /**
     * Sets how long an attempt may take.
     *
     * @param timeout may be null for no limit, the default
     * @return this
     */
    public AsyncGuardBuilder timeout(@Nullable Timeout timeout) {
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
    public AsyncGuardBuilder fallback(@Nullable Fallback fallback, Class<?>... taken) {
        this.fallback = fallback;
        this.taken = taken.clone();
        return this;
    }

    /**
     * Sets what reads the status of results.
     *
     * @param hint fits every result of the guarded method
     * @return this
     */
    public AsyncGuardBuilder result(RateLimitHint<?> hint) {
        this.resultHint = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        return this;
    }

    /**
     * Sets what reads the status of exceptions of a class, unless they are of a class that was named before.
     *
     * @param <E> the exceptions
     * @param type their class
     * @param hint reads them
     * @return this
     */
    public <E extends Throwable> AsyncGuardBuilder failure(Class<E> type, RateLimitHint<? super E> hint) {
        Objects.requireNonNull(type, "type");
        RateLimitHint<Throwable> any = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        failureHints.add(new AsyncGuard.FailureHint(type, any));
        return this;
    }

    /**
     * Sets which results are retried, whatever their status.
     *
     * @param predicate fits every result of the guarded method
     * @return this
     */
    public AsyncGuardBuilder retryResult(Predicate<?> predicate) {
        this.retryResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
        return this;
    }

    /**
     * Sets which results the breaker counts as failures, whatever their status.
     *
     * @param predicate fits every result of the guarded method
     * @return this
     */
    public AsyncGuardBuilder failureResult(Predicate<?> predicate) {
        this.failureResult = unchecked(Objects.requireNonNull(predicate, "predicate"));
        return this;
    }

    /**
     * Builds the guard.
     *
     * @param holdfast the context whose clock, timer, executor, random numbers and listener it uses
     * @return a new guard
     */
    public AsyncGuard build(Holdfast holdfast) {
        return new AsyncGuard(this, holdfast);
    }

    /**
     * Builds the guard of a generated client, as overrides say.
     *
     * @param setup the client's, which its policies were built with
     * @return a new guard
     * @throws IllegalArgumentException if an override is wrong
     */
    public AsyncGuard build(ClientSetup setup) {
        fallback = setup.ofMethod(call, "Fallback", fallback);
        breaker = setup.ofMethod(call, "CircuitBreaker", breaker);
        backoff = setup.ofMethod(call, "Backoff", backoff);
        limiter = setup.ofMethod(call, "RateLimited", limiter);
        bulkhead = setup.ofMethod(call, "Bulkhead", bulkhead);
        timeout = setup.ofMethod(call, "Timeout", timeout);
        return build(setup.holdfast());
    }

    /** One guard serves methods with type variables of their own, so it has none; whoever sets it up knows that all fits. */
    @SuppressWarnings("unchecked")
    private static <T> RateLimitHint<T> uncheckedHint(RateLimitHint<?> hint) {
        return (RateLimitHint<T>) hint;
    }

    @SuppressWarnings("unchecked")
    private static Predicate<@Nullable Object> unchecked(Predicate<?> predicate) {
        return (Predicate<@Nullable Object>) predicate;
    }
}
