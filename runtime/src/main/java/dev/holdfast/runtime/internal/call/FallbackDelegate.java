package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The delegate of an asynchronous call that has a fallback. Immutable.
 *
 * @param <T> the result of the call
 */
final class FallbackDelegate<T extends @Nullable Object>
        implements CheckedSupplier<@Nullable CompletionStage<? extends T>, Throwable> {

    private final CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> delegate;
    private final CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> fallback;

    FallbackDelegate(
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> delegate,
            CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> fallback) {
        this.delegate = delegate;
        this.fallback = fallback;
    }

    @Override
    public @Nullable CompletionStage<? extends T> get() throws Throwable {
        return delegate.get();
    }

    /** Returns the stage of the fallback. */
    CompletionStage<? extends T> fallBack(Throwable failure) throws Throwable {
        CompletionStage<? extends T> stage = fallback.apply(failure);
        if (stage == null) {
            throw new NullPointerException("the fallback returned null, not a stage");
        }
        return stage;
    }
}
