package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.internal.call.StageGuard;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link AsyncResilience}. Not thread-safe; the built object is.
 *
 * @param <T> the result of the call
 */
public final class AsyncResilienceBuilder<T extends @Nullable Object>
        extends CallBuilder<T, AsyncResilienceBuilder<T>> {

    final CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier;

    @Nullable
    CheckedFunction<? super Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> fallback;

    AsyncResilienceBuilder(CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    @Override
    AsyncResilienceBuilder<T> self() {
        return this;
    }

    /**
     * Sets the fallback for a call that has failed, by default with any {@code Exception}. It runs outside all other
     * policies, as with {@link dev.holdfast.annotations.Fallback}. If it fails too, the first failure is suppressed in
     * its exception.
     *
     * @param answer takes the failure, such as an exception of the client or a rejection, and closes any resource in it
     * @return this builder
     */
    public AsyncResilienceBuilder<T> fallback(
            CheckedFunction<? super Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer) {
        this.fallback = Objects.requireNonNull(answer, "answer");
        this.takesFailure = true;
        return this;
    }

    /**
     * Sets the fallback for a call that has failed, by default with any {@code Exception}. It runs outside all other
     * policies, as with {@link dev.holdfast.annotations.Fallback}. If it fails too, the first failure is suppressed in
     * its exception.
     *
     * @param answer takes nothing; a resource in the failure, such as a response, is closed first
     * @return this builder
     */
    public AsyncResilienceBuilder<T> fallback(
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> answer) {
        Objects.requireNonNull(answer, "answer");
        this.fallback = failure -> answer.get();
        this.takesFailure = false;
        return this;
    }

    /**
     * Builds the protected call.
     *
     * @return a new instance
     * @throws IllegalArgumentException if a setting lacks another one that it needs
     */
    public AsyncResilience<T> build() {
        check(fallback);
        return new AsyncResilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return a future with the result or failure of the last attempt or of the fallback
     * @throws IllegalArgumentException if a setting lacks another one that it needs
     */
    public CompletableFuture<T> call() {
        return build().call();
    }

    StageGuard guard() {
        GuardSetup setup = setup(fallback);
        RateLimitHint<T> result = ofResults.hint();
        if (result != null) {
            setup.result(result);
        }
        if (retryResult != null) {
            setup.retryResult(retryResult);
        }
        if (failureResult != null) {
            setup.failureResult(failureResult);
        }
        return setup.async(client());
    }
}
