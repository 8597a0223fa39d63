package dev.holdfast.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Resilience}. Not thread-safe; what it builds is.
 *
 * @param <T> what the call returns
 * @param <X> what the call throws beside unchecked exceptions
 */
public final class ResilienceBuilder<T extends @Nullable Object, X extends Throwable>
        extends CallBuilder<T, ResilienceBuilder<T, X>> {

    final CheckedSupplier<? extends T, X> supplier;

    ResilienceBuilder(CheckedSupplier<? extends T, X> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    @Override
    ResilienceBuilder<T, X> self() {
        return this;
    }

    /**
     * Builds the protected call.
     *
     * @return a new instance
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public Resilience<T, X> build() {
        check();
        return new Resilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return the result of the last attempt, as it came
     * @throws X what the last attempt threw, as it came
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public T call() throws X {
        return build().call();
    }

    SyncGuardBuilder guard() {
        return SyncGuard.builder(name)
                .circuitBreaker(breaker)
                .backoff(effectiveBackoff())
                .rateLimiter(limiter)
                .bulkhead(bulkhead)
                .timeout(timeout);
    }
}
