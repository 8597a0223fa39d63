package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.call.BlockingGuard;
import dev.holdfast.runtime.internal.call.CallPolicy;
import dev.holdfast.runtime.internal.call.GuardDraft;
import dev.holdfast.runtime.internal.context.Context;
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

    @Nullable
    CheckedFunction<? super Throwable, ? extends T, ? extends X> fallback;

    ResilienceBuilder(CheckedSupplier<? extends T, X> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    @Override
    ResilienceBuilder<T, X> self() {
        return this;
    }

    /**
     * Sets what answers where the call has failed for good, by default with any {@code Exception}: outside all other policies, as
     * {@link dev.holdfast.annotations.Fallback} does. Where it fails itself, the first failure is suppressed in its own.
     *
     * @param answer is given the failure, such as an exception of the client or a rejection; what that holds is its own to close
     * @return this builder
     */
    public ResilienceBuilder<T, X> fallback(CheckedFunction<? super Throwable, ? extends T, ? extends X> answer) {
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
    public ResilienceBuilder<T, X> fallback(CheckedSupplier<? extends T, ? extends X> answer) {
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
    public Resilience<T, X> build() {
        check(fallback);
        return new Resilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return the result of the last attempt, or of the fallback, as it came
     * @throws X what the last attempt threw, or the fallback, as it came
     * @throws IllegalArgumentException if something is set that needs another setting which is not there
     */
    public T call() throws X {
        return build().call();
    }

    BlockingGuard guard(boolean interruptible) {
        GuardDraft draft = draft(fallback);
        draft.interruptible = interruptible;
        return new BlockingGuard(new CallPolicy(draft, Context.of(holdfast())));
    }
}
