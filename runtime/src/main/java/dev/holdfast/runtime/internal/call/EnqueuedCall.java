package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.context.Continuation;
import dev.holdfast.runtime.internal.context.HandOver;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.spi.CallOutcome;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attempts and waits of an enqueued {@link LibraryCall}. The caller receives the outcome on the library's thread
 * or, after a wait, on the context's executor.
 *
 * @param <C> the library's call, for one attempt
 * @param <R> the result of the call
 */
public final class EnqueuedCall<C, R> implements BiConsumer<R, @Nullable Throwable>, Continuation {

    private final LibraryCall<C, R> call;
    private final CallOutcome<R> outcome;
    private final AsyncCall<R> future;
    private int attempts;

    /**
     * The thread that cancels a wait. It must not run the caller's callback, since it may hold a lock that the callback
     * needs.
     */
    private volatile @Nullable Thread cancelling;

    EnqueuedCall(LibraryCall<C, R> call, CallOutcome<R> outcome) {
        this.call = call;
        this.outcome = outcome;
        this.future = new AsyncCall<>(call.guard(), this::attempt);
    }

    public void start() {
        // First of all, so that only the thread that ends the call reports its outcome.
        end().whenComplete(this);
        future.begin(null, null, null);
    }

    private CompletionStage<R> end() {
        return future;
    }

    /** Ends the wait. */
    public void cancel() {
        cancelling = Thread.currentThread();
        future.cancel(true);
    }

    private CompletionStage<R> attempt() {
        C maker = call.attempt(++attempts);
        Attempt attempt = new Attempt(maker);
        call.attemptBegins(maker, attempt);
        try {
            call.enqueue(maker, attempt);
        } catch (Throwable failure) {
            attempt.failed(failure);
        }
        return attempt;
    }

    /** The call has ended. */
    @Override
    public void accept(R result, @Nullable Throwable failure) {
        if (Thread.currentThread() != cancelling) {
            tell(result, failure);
            return;
        }
        HandOver.begin(call.guard().policies.context, this);
    }

    /** Reports the outcome of a cancelled wait. */
    @Override
    public void resume() {
        cancelling = null;
        end().whenComplete(this);
    }

    @Override
    public void resumeWithoutExecutor(@Nullable Throwable why) {
        resume();
    }

    private void tell(R result, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                outcome.returned(result);
            } else {
                outcome.failed(told(failure));
            }
        } catch (Throwable thrown) {
            // The calling future would swallow it.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }

    private Throwable told(Throwable failure) {
        Throwable told = CalledOff.told(failure);
        return told instanceof CancellationException && call.isCancelled() ? new IOException("Canceled") : told;
    }

    /** One attempt: the stage that the guard waits for, and the library's callback. */
    private final class Attempt extends CompletableFuture<R> implements CallOutcome<R> {

        private final C maker;

        Attempt(C maker) {
            this.maker = maker;
        }

        /** Called when the attempt takes too long, or the call is cancelled. */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = call.attemptEnds(this);
            boolean ended = super.cancel(mayInterruptIfRunning);
            if (ended) {
                call.cancel(maker);
                endIf(cancelled);
            }
            return ended;
        }

        @Override
        public void returned(R result) {
            boolean cancelled = call.attemptEnds(this);
            if (complete(result)) {
                endIf(cancelled);
            } else {
                Closing.begin(call.guard().policies, call.guard().policies.resultHint, result);
            }
        }

        @Override
        public void failed(Throwable failure) {
            boolean cancelled = call.attemptEnds(this);
            if (completeExceptionally(call.seen(failure))) {
                endIf(cancelled);
            }
        }

        /** Ends the call if it was cancelled during this attempt, since the canceller leaves that to the attempt. */
        private void endIf(boolean cancelled) {
            if (cancelled) {
                future.cancel(true);
            }
        }
    }
}
