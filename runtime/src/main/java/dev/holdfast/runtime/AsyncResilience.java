package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.call.StageGuard;
import dev.holdfast.runtime.spi.CallSteps;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Protects an asynchronous call without an annotated interface, as {@link Resilience} does a synchronous one. Never
 * blocks: the context's timer waits, and its executor begins the attempts after a wait.
 *
 * <pre>{@code
 * CompletableFuture<HttpResponse<String>> response =
 *         Resilience.ofStage(() -> http.sendAsync(request, BodyHandlers.ofString()))
 *                 .backoff(ExponentialBackoff.builder().maxAttempts(3).build())
 *                 .status(HttpResponse::statusCode)
 *                 .call();
 * }</pre>
 *
 * <p>Immutable and thread-safe: one instance can make any number of calls at the same time.
 *
 * @param <T> the result of the call
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
     * Makes the call. Throws nothing: rejections and exceptions of the supplier fail the future. Cancelling the future
     * cancels the attempt in flight or the wait.
     *
     * @return a future with the result or failure of the last attempt or of the fallback, unchanged; the future of the
     *     first attempt itself where that has succeeded already
     */
    @SuppressWarnings("unchecked") // a completed future only returns its result
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

    /**
     * Begins a call with these policies whose attempts and waits the caller makes, in place of the supplier.
     *
     * @param askAgain called, on any thread, when a wait has ended early; must be short, and leave the rest to another
     *     thread
     * @return the call
     */
    public CallSteps steps(Runnable askAgain) {
        return guard.steps(Objects.requireNonNull(askAgain, "askAgain"));
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
