package dev.holdfast.runtime;

import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.internal.call.BlockingGuard;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Resilience}. Not thread-safe; the built object is.
 *
 * @param <T> the result of the call
 * @param <X> the checked exception of the call
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
     * Sets the fallback for a call that has failed, by default with any {@code Exception}. It runs outside all other
     * policies, as with {@link dev.holdfast.annotations.Fallback}. If it fails too, the first failure is suppressed in
     * its exception.
     *
     * @param answer takes the failure, such as an exception of the client or a rejection, and closes any resource in it
     * @return this builder
     */
    public ResilienceBuilder<T, X> fallback(CheckedFunction<? super Throwable, ? extends T, ? extends X> answer) {
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
     * @throws IllegalArgumentException if a setting lacks another one that it needs
     */
    public Resilience<T, X> build() {
        check(fallback);
        return new Resilience<>(this);
    }

    /**
     * Builds the protected call and makes it once.
     *
     * @return the result of the last attempt or of the fallback, unchanged
     * @throws X the exception of the last attempt or of the fallback, unchanged
     * @throws IllegalArgumentException if a setting lacks another one that it needs
     */
    public T call() throws X {
        return build().call();
    }

    BlockingGuard guard(boolean interruptible) {
        GuardSetup setup = setup(fallback);
        return (interruptible ? setup.interruptible() : setup).sync(client());
    }
}
