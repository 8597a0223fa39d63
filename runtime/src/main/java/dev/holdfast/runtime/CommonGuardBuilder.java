package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SyncGuardBuilder} and {@link AsyncGuardBuilder} have in common: the policies of a call. Used by generated code. Not
 * thread-safe; what it builds is. Not for subclasses of users' own.
 *
 * @param <B> the builder itself
 */
public abstract class CommonGuardBuilder<B extends CommonGuardBuilder<B>> {

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

    /** What the fallback's own overloads take; empty where one of them takes anything. */
    Class<?>[] taken = {};

    final List<FailureHint> failureHints = new ArrayList<>();

    boolean interruptible;

    boolean discards;

    CommonGuardBuilder(String call) {
        this.call = Objects.requireNonNull(call, "call");
    }

    abstract B self();

    /**
     * Sets the breaker.
     *
     * @param breaker may be null for none, the default
     * @return this builder
     */
    public final B circuitBreaker(@Nullable CircuitBreaker breaker) {
        this.breaker = breaker;
        return self();
    }

    /**
     * Sets how to retry.
     *
     * @param backoff may be null for none, the default
     * @return this builder
     */
    public final B backoff(@Nullable ExponentialBackoff backoff) {
        this.backoff = backoff;
        return self();
    }

    /**
     * Sets how to obey rate limits.
     *
     * @param limiter may be null for none, the default
     * @return this builder
     */
    public final B rateLimiter(@Nullable RateLimiter limiter) {
        this.limiter = limiter;
        return self();
    }

    /**
     * Sets how many calls may be under way at once.
     *
     * @param bulkhead may be null for none, the default
     * @return this builder
     */
    public final B bulkhead(@Nullable Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
        return self();
    }

    /**
     * Sets how long an attempt may take.
     *
     * @param timeout may be null for no limit, the default
     * @return this builder
     */
    public final B timeout(@Nullable Timeout timeout) {
        this.timeout = timeout;
        return self();
    }

    /**
     * Sets which failures the method's fallback answers for.
     *
     * @param fallback may be null for none, the default
     * @param taken what the fallback's own parameter takes; nothing for anything
     * @return this builder
     */
    public final B fallback(@Nullable Fallback fallback, Class<?>... taken) {
        this.fallback = fallback;
        this.taken = taken.clone();
        return self();
    }

    /**
     * Sets what reads the status of exceptions of a class, unless they are of a class that was named before.
     *
     * @param <E> the exceptions
     * @param type their class
     * @param hint reads them
     * @return this builder
     */
    public final <E extends Throwable> B failure(Class<E> type, RateLimitHint<? super E> hint) {
        Objects.requireNonNull(type, "type");
        RateLimitHint<Throwable> any = uncheckedHint(Objects.requireNonNull(hint, "hint"));
        failureHints.add(new FailureHint(type, any));
        return self();
    }

    /**
     * Says that the hint which reads results has a {@link RateLimitHint#discard} of its own. Otherwise results are closed only if
     * they are {@link AutoCloseable}.
     *
     * @return this builder
     */
    public final B discards() {
        this.discards = true;
        return self();
    }

    /** Puts in place of the policies what overrides say. */
    final void override(ClientSetup setup) {
        fallback = setup.ofMethod(call, "Fallback", fallback);
        breaker = setup.ofMethod(call, "CircuitBreaker", breaker);
        backoff = setup.ofMethod(call, "Backoff", backoff);
        limiter = setup.ofMethod(call, "RateLimited", limiter);
        bulkhead = setup.ofMethod(call, "Bulkhead", bulkhead);
        timeout = setup.ofMethod(call, "Timeout", timeout);
    }

    /** One guard serves methods with type variables of their own, so it has none; whoever sets it up knows that all fits. */
    @SuppressWarnings("unchecked")
    static <T> RateLimitHint<T> uncheckedHint(RateLimitHint<?> hint) {
        return (RateLimitHint<T>) hint;
    }
}
