package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link AsyncResilience}. Not thread-safe; what it builds is.
 *
 * @param <T> what the call brings
 */
public final class AsyncResilienceBuilder<T extends @Nullable Object>
        extends CallBuilder<T, AsyncResilienceBuilder<T>> {

    final CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier;

    AsyncResilienceBuilder(CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    @Override
    AsyncResilienceBuilder<T> self() {
        return this;
    }

    /**
     * Builds the protected call.
     *
     * @return a new instance
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public AsyncResilience<T> build() {
        check();
        return new AsyncResilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return a future of the last attempt's result or failure
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public CompletableFuture<T> call() {
        return build().call();
    }

    AsyncGuard guard() {
        AsyncGuardBuilder guard = AsyncGuard.builder(name)
                .circuitBreaker(breaker)
                .backoff(effectiveBackoff())
                .rateLimiter(limiter)
                .bulkhead(bulkhead)
                .timeout(timeout);
        RateLimitHint<T> result = ofResults.hint();
        if (result != null) {
            guard.result(result);
        }
        RateLimitHint<Throwable> failure = ofFailures.hint();
        if (failure != null) {
            guard.failure(Throwable.class, failure);
        }
        if (retryResult != null) {
            guard.retryResult(retryResult);
        }
        if (failureResult != null) {
            guard.failureResult(failureResult);
        }
        return guard.build(holdfast());
    }
}
