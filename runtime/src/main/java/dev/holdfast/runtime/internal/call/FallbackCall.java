package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous call whose fallback answers where it has failed for good. The caller's future ends with the fallback's stage,
 * and cancelling it then cancels that.
 *
 * @param <T> what the call brings
 */
public final class FallbackCall<T extends @Nullable Object> extends AsyncCall<T> {

    /** Null where it has been called, or will not be. */
    private @Nullable CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> fallback;

    FallbackCall(
            StageGuard guard,
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier,
            CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> fallback) {
        super(guard, supplier);
        this.fallback = fallback;
    }

    @Override
    public void releaseSupplier() {
        super.releaseSupplier();
        fallback = null;
    }

    @Override
    public boolean fail(Throwable last) {
        CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer = fallback;
        if (answer == null || isDone() || !guard.policy.fallsBack(last)) {
            return super.fail(last);
        }
        releaseSupplier();
        // It is the fallback's now, and nobody else's to let go of.
        setOutcome(null, null);
        try {
            CompletionStage<? extends T> stage = answer.apply(last);
            if (stage == null) {
                throw new NullPointerException("the fallback returned null, not a stage");
            }
            if (!delegateTo(stage)) {
                releaseAll(stage);
            }
            stage.handle((result, thrown) -> {
                answered(last, result, cause(thrown));
                return null;
            });
        } catch (Throwable thrown) {
            answered(last, null, thrown);
        }
        return true;
    }

    @SuppressWarnings("NullAway") // null only where the fallback brought null
    private void answered(Throwable last, @Nullable T result, @Nullable Throwable thrown) {
        if (thrown != null) {
            FallbackPolicy.suppress(last, thrown);
        }
        boolean seen = thrown == null ? complete(result) : super.fail(thrown);
        // Not the stage: it has its own arguments.
        work.set(DRIVEN);
        if (!seen) {
            guard.discard(result, thrown);
        }
    }
}
