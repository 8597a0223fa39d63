package dev.holdfast.runtime.generated;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stage of an attempt whose library only calls back. Cancelling it cancels the attempt. For generated code.
 *
 * @param <H> the library's handle on the attempt
 * @param <T> the result of the attempt
 */
public final class AttemptStage<H, T extends @Nullable Object> extends CompletableFuture<T> {

    private final Consumer<? super H> cancel;

    /** Null until the attempt is started. */
    private volatile @Nullable H handle;

    private AttemptStage(Consumer<? super H> cancel) {
        this.cancel = cancel;
    }

    /**
     * Starts an attempt.
     *
     * @param <H> the library's handle on the attempt
     * @param <T> the result of the attempt
     * @param start starts it; completes the stage with its outcome, then or later
     * @param cancel cancels it
     * @return the stage
     */
    public static <H, T extends @Nullable Object> CompletableFuture<T> of(
            Function<AttemptStage<H, T>, H> start, Consumer<? super H> cancel) {
        AttemptStage<H, T> stage = new AttemptStage<>(cancel);
        H handle = start.apply(stage);
        stage.handle = handle;
        if (stage.isCancelled()) {
            cancel.accept(handle);
        }
        return stage;
    }

    /**
     * Takes over the outcome of a future that is done.
     *
     * @param done the future
     */
    public void take(Future<? extends T> done) {
        try {
            complete(done.get());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            completeExceptionally(cause == null ? failed : cause);
        } catch (Throwable cancelled) {
            completeExceptionally(cancelled);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        H started = handle;
        if (cancelled && started != null) {
            cancel.accept(started);
        }
        return cancelled;
    }
}
