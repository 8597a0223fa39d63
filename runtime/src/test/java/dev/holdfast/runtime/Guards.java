package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Builds guards in a context, without a client. */
public final class Guards<G> {

    private final GuardSetup setup;
    private final BiFunction<GuardSetup, ClientSetup, G> build;

    private Guards(String call, BiFunction<GuardSetup, ClientSetup, G> build) {
        this.setup = GuardSetup.of(call);
        this.build = build;
    }

    public static Guards<SyncGuard> sync(String call) {
        return new Guards<>(call, GuardSetup::sync);
    }

    public static Guards<AsyncGuard> async(String call) {
        return new Guards<>(call, GuardSetup::async);
    }

    public Guards<G> circuitBreaker(CircuitBreaker breaker) {
        setup.circuitBreaker(breaker);
        return this;
    }

    public Guards<G> backoff(ExponentialBackoff backoff) {
        setup.backoff(backoff);
        return this;
    }

    public Guards<G> rateLimiter(RateLimiter limiter) {
        setup.rateLimiter(limiter);
        return this;
    }

    public Guards<G> bulkhead(Bulkhead bulkhead) {
        setup.bulkhead(bulkhead);
        return this;
    }

    public Guards<G> timeout(TimeLimiter timeout) {
        setup.timeout(timeout);
        return this;
    }

    public Guards<G> fallback(FallbackRule fallback, Class<?>... handledTypes) {
        setup.fallback(fallback, handledTypes);
        return this;
    }

    public Guards<G> interruptible() {
        setup.interruptible();
        return this;
    }

    public Guards<G> discards() {
        setup.discards();
        return this;
    }

    public Guards<G> result(RateLimitHint<?> hint) {
        setup.result(hint);
        return this;
    }

    public <E extends Throwable> Guards<G> failure(Class<E> type, RateLimitHint<? super E> hint) {
        setup.failure(type, hint);
        return this;
    }

    public Guards<G> retryResult(Predicate<?> predicate) {
        setup.retryResult(predicate);
        return this;
    }

    public Guards<G> failureResult(Predicate<?> predicate) {
        setup.failureResult(predicate);
        return this;
    }

    public G build(Holdfast holdfast) {
        return build(ClientSetup.of(holdfast, "Client"));
    }

    public G build(ClientSetup client) {
        return build.apply(setup, client);
    }
}
