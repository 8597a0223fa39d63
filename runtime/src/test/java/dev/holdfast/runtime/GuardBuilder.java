package dev.holdfast.runtime;

import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds the guard that a form of method has. */
final class GuardBuilder {

    private final Form form;
    private final SyncGuardBuilder sync = SyncGuard.builder("Client.call");
    private final AsyncGuardBuilder async = AsyncGuard.builder("Client.call")
            .result(GuardedClient.ANSWER)
            .failure(StatusException.class, GuardedClient.EXCEPTION);
    private Predicate<Answer> retry = answer -> false;
    private Predicate<Answer> failed = answer -> false;

    GuardBuilder(Form form) {
        this.form = form;
    }

    GuardBuilder circuitBreaker(CircuitBreaker breaker) {
        sync.circuitBreaker(breaker);
        async.circuitBreaker(breaker);
        return this;
    }

    GuardBuilder backoff(ExponentialBackoff backoff) {
        sync.backoff(backoff);
        async.backoff(backoff);
        return this;
    }

    GuardBuilder rateLimiter(RateLimiter limiter) {
        sync.rateLimiter(limiter);
        async.rateLimiter(limiter);
        return this;
    }

    GuardBuilder bulkhead(Bulkhead bulkhead) {
        sync.bulkhead(bulkhead);
        async.bulkhead(bulkhead);
        return this;
    }

    GuardBuilder timeout(Timeout timeout) {
        sync.timeout(timeout);
        async.timeout(timeout);
        return this;
    }

    GuardBuilder fallback(Fallback fallback) {
        sync.fallback(fallback);
        async.fallback(fallback);
        return this;
    }

    GuardBuilder retryResult(Predicate<Answer> predicate) {
        retry = predicate;
        async.retryResult(predicate);
        return this;
    }

    GuardBuilder failureResult(Predicate<Answer> predicate) {
        failed = predicate;
        async.failureResult(predicate);
        return this;
    }

    GuardBuilder interruptible() {
        sync.interruptible();
        return this;
    }

    Guard build(Holdfast holdfast) {
        return form == Form.SYNC
                ? new Guard(sync.build(holdfast), null, retry, failed)
                : new Guard(null, async.build(holdfast), retry, failed);
    }

    /** A guard of either kind. */
    record Guard(
            @Nullable SyncGuard sync, @Nullable AsyncGuard async, Predicate<Answer> retry, Predicate<Answer> failed) {}
}
