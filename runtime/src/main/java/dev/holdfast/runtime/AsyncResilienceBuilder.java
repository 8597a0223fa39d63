package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.call.CallPolicy;
import dev.holdfast.runtime.internal.call.GuardDraft;
import dev.holdfast.runtime.internal.call.StageGuard;
import dev.holdfast.runtime.internal.context.Context;
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
     * Sets what answers where the call has failed for good, by default with any {@code Exception}: outside all other policies, as
     * {@link dev.holdfast.annotations.Fallback} does. Where it fails itself, the first failure is suppressed in its own.
     *
     * @param answer is given the failure, such as an exception of the client or a rejection; what that holds is its own to close
     * @return this builder
     */
    public AsyncResilienceBuilder<T> fallback(
            CheckedFunction<? super Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer) {
        this.fallback = Objects.requireNonNull(answer, "answer");
        this.takesFailure = true;
        return this;
    }

    /**
     * Sets what answers where the call has failed for good, by default with any {@code Exception}: outside all other policies, as
     * {@link dev.holdfast.annotations.Fallback} does. Where it fails itself, the first failure is suppressed in its own.
     *
     * @param answer is given nothing; what the failure holds, such as a response, is closed before
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
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public AsyncResilience<T> build() {
        check(fallback);
        return new AsyncResilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return a future of the result or failure of the last attempt, or of the fallback
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public CompletableFuture<T> call() {
        return build().call();
    }

    StageGuard guard() {
        GuardDraft draft = draft(fallback);
        RateLimitHint<T> result = ofResults.hint();
        if (result != null) {
            draft.result(result);
        }
        if (retryResult != null) {
            draft.retryResult(retryResult);
        }
        if (failureResult != null) {
            draft.failureResult(failureResult);
        }
        return new StageGuard(new CallPolicy(draft, Context.of(holdfast())), draft);
    }
}
