package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.call.StageGuard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Protects an asynchronous call that has no interface to annotate, as {@link Resilience} does a synchronous one. Nothing
 * blocks: waits are the context's timer's, and attempts after a wait begin on its executor.
 *
 * <pre>{@code
 * CompletableFuture<HttpResponse<String>> response =
 *         Resilience.ofStage(() -> http.sendAsync(request, BodyHandlers.ofString()))
 *                 .backoff(ExponentialBackoff.builder().maxAttempts(3).build())
 *                 .status(HttpResponse::statusCode)
 *                 .call();
 * }</pre>
 *
 * <p>Immutable and thread-safe: one instance can make any number of calls at once.
 *
 * @param <T> what the call brings
 */
public final class AsyncResilience<T extends @Nullable Object> {

    private final CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier;
    private final @Nullable CheckedFunction<? super Throwable, ? extends @Nullable CompletionStage<? extends T>, ?>
            fallback;
    private final boolean takesFailure;
    private final StageGuard guard;

    AsyncResilience(AsyncResilienceBuilder<T> builder) {
        this.supplier = builder.supplier;
        this.fallback = builder.fallback;
        this.takesFailure = builder.takesFailure;
        this.guard = builder.guard();
    }

    /**
     * Makes the call. It throws nothing: rejections and exceptions of the supplier fail the future. Cancelling the future
     * cancels the attempt or wait under way.
     *
     * @return a future of the last attempt's result or failure, or of the fallback's, as it came; the first attempt's own where that is done and good
     */
    @SuppressWarnings("unchecked") // a future that is done only gives out what it has
    public CompletableFuture<T> call() {
        Permit permit = guard.begin();
        CompletionStage<? extends T> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = supplier.get();
                if (guard.accepts(permit, first)) {
                    return (CompletableFuture<T>) first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return fallback == null
                ? guard.follow(permit, first, failure, supplier)
                : guard.follow(permit, first, failure, supplier, last -> fallBack(fallback, last));
    }

    private @Nullable CompletionStage<? extends T> fallBack(
            CheckedFunction<? super Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer,
            Throwable failure)
            throws Throwable {
        if (!takesFailure) {
            guard.letGo(failure);
        }
        return answer.apply(failure);
    }
}
