package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.call.BlockingAttempts;
import dev.holdfast.runtime.internal.call.BlockingGuard;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Protects a call without an annotated interface, with any of breaker, backoff, rate limiter, bulkhead, timeout and
 * fallback. The order is that of generated clients, from the outside in: fallback, backoff, hold, breaker, quota,
 * bulkhead, timeout, call.
 *
 * <pre>{@code
 * HttpResponse<String> response = Resilience.of(() -> http.send(request, BodyHandlers.ofString()))
 *         .circuitBreaker(breaker)
 *         .backoff(ExponentialBackoff.builder().maxAttempts(3).build())
 *         .rateLimiter(limiter)
 *         .status(HttpResponse::statusCode)
 *         .header((answer, name) -> answer.headers().firstValue(name).orElse(null))
 *         .call();
 * }</pre>
 *
 * <p>Immutable and thread-safe: one instance can make any number of calls at the same time.
 *
 * @param <T> the result of the call
 * @param <X> the checked exception of the call
 */
public final class Resilience<T extends @Nullable Object, X extends Throwable> {

    private final Attempts<T, X> attempts;
    private final @Nullable CheckedFunction<? super Throwable, ? extends T, ? extends X> fallback;
    private final boolean takesFailure;
    private final BlockingGuard guard;
    private final BlockingGuard interruptibleGuard;

    Resilience(ResilienceBuilder<T, X> builder) {
        this.attempts = new Attempts<>(builder);
        this.fallback = builder.fallback;
        this.takesFailure = builder.takesFailure;
        this.guard = builder.guard(false);
        this.interruptibleGuard = builder.guard(true);
    }

    /**
     * Returns a builder for a protected call. Without policies the call is made once.
     *
     * @param <T> the result of the call
     * @param <X> the checked exception of the call
     * @param supplier the call, made once for each attempt
     * @return a builder
     */
    public static <T extends @Nullable Object, X extends Throwable> ResilienceBuilder<T, X> of(
            CheckedSupplier<? extends T, X> supplier) {
        return new ResilienceBuilder<>(supplier);
    }

    /**
     * Returns a builder for a protected asynchronous call. Without policies the call is made once.
     *
     * @param <T> the result of the call
     * @param supplier the call, made once for each attempt. If it throws or returns null, the attempt has failed
     * @return a builder
     */
    public static <T extends @Nullable Object> AsyncResilienceBuilder<T> ofStage(
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier) {
        return new AsyncResilienceBuilder<>(supplier);
    }

    /**
     * Makes the call. An interrupted wait ends with the last failure or bad result, and the thread's interrupt flag is
     * set.
     *
     * @return the result of the last attempt or of the fallback, unchanged
     * @throws X the exception of the last attempt or of the fallback, unchanged
     * @throws CallTimeoutException if the last attempt took too long
     * @throws CircuitOpenException if the breaker rejects the first attempt
     * @throws RateLimitedException if a hold is too long for the first attempt, or the quota has no place for it
     * @throws BulkheadFullException if the bulkhead has no place for the first attempt
     */
    public T call() throws X {
        return call(guard);
    }

    /**
     * Makes the call. An interrupted wait ends with {@code InterruptedException}, and the thread's interrupt flag is
     * set.
     *
     * @return the result of the last attempt or of the fallback, unchanged
     * @throws X the exception of the last attempt or of the fallback, unchanged
     * @throws InterruptedException if the thread is interrupted during a wait
     * @throws CallTimeoutException if the last attempt took too long
     * @throws CircuitOpenException if the breaker rejects the first attempt
     * @throws RateLimitedException if a hold is too long for the first attempt, or the quota has no place for it
     * @throws BulkheadFullException if the bulkhead has no place for the first attempt
     */
    public T callInterruptibly() throws X, InterruptedException {
        return call(interruptibleGuard);
    }

    private T call(BlockingGuard guard) throws X {
        if (fallback == null) {
            return attempts.call(guard);
        }
        try {
            return attempts.call(guard);
        } catch (Throwable failure) {
            if (!guard.fallsBack(failure)) {
                throw failure;
            }
            return answer(guard, fallback, failure);
        }
    }

    private T answer(
            BlockingGuard guard,
            CheckedFunction<? super Throwable, ? extends T, ? extends X> fallback,
            Throwable failure)
            throws X {
        try {
            if (!takesFailure) {
                guard.letGo(failure);
            }
            return fallback.apply(failure);
        } catch (Throwable thrown) {
            guard.fallbackFailed(failure, thrown);
            throw thrown;
        }
    }

    /** The attempts of each call. */
    private static final class Attempts<T extends @Nullable Object, X extends Throwable>
            extends BlockingAttempts<T, X> {

        private final CheckedSupplier<? extends T, X> supplier;
        private final @Nullable RateLimitHint<Throwable> failureHint;

        Attempts(ResilienceBuilder<T, X> builder) {
            super(builder.ofResults.hint(), builder.retryResult, builder.failureResult);
            this.supplier = builder.supplier;
            this.failureHint = builder.ofFailures.hint();
        }

        @Override
        protected T attempt(int number) throws X {
            return supplier.get();
        }

        @Override
        protected @Nullable Permit failed(
                BlockingGuard guard, Permit permit, int number, Throwable failure, @Nullable T result) {
            return guard.failed(permit, number, failure, failureHint, result, resultHint);
        }
    }
}
