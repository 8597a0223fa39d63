package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.spi.CallOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client library's call object, such as Retrofit's, under policies: can be executed, enqueued and cancelled. For
 * generated code, which adds the methods of the library's type.
 *
 * <p>The call is made once, in one or more attempts: the first with the library's call itself, each further one with a
 * copy. Cancelling ends the attempt in flight, as the library does, or else the wait. Thread-safe.
 *
 * @param <C> the library's call, for one attempt
 * @param <R> the result of the call
 */
public abstract class LibraryCall<C, R> {

    private final StageGuard guard;
    private final C delegate;
    private final CallProgress<C> progress;
    private final CancellableSleep sleep;
    private volatile @Nullable EnqueuedCall<C, R> enqueued;

    /**
     * Guards a call that has not been made.
     *
     * @param guard the guard of the method
     * @param delegate the library's call
     */
    protected LibraryCall(StageGuard guard, C delegate) {
        this.guard = guard;
        this.delegate = Objects.requireNonNull(delegate, "the delegate returned null, not a call");
        this.progress = new CallProgress<>(delegate);
        this.sleep = new CancellableSleep(guard.policies.context.sleeper());
    }

    /**
     * Makes one attempt on this thread.
     *
     * @param attempt the library's call
     * @return the result
     * @throws IOException if it fails
     */
    protected abstract R execute(C attempt) throws IOException;

    /**
     * Makes one attempt on another thread.
     *
     * @param attempt the library's call
     * @param outcome receives the outcome
     */
    protected abstract void enqueue(C attempt, CallOutcome<R> outcome);

    /**
     * Copies the library's call for another attempt.
     *
     * @param call the library's call
     * @return a call that has not been made
     */
    protected abstract C copy(C call);

    /**
     * Cancels an attempt.
     *
     * @param attempt the library's call
     */
    protected abstract void cancel(C attempt);

    /**
     * Returns whether an attempt was cancelled, here or elsewhere.
     *
     * @param attempt the library's call
     * @return true for a cancelled one
     */
    protected abstract boolean isCanceled(C attempt);

    /**
     * Returns the guard of the method.
     *
     * @return the guard
     */
    protected StageGuard guard() {
        return guard;
    }

    /**
     * Returns the library's call.
     *
     * @return the call for the first attempt
     */
    protected final C delegate() {
        return delegate;
    }

    /**
     * Makes the call on this thread.
     *
     * @return the result of the last attempt
     * @throws IOException if the last attempt failed, or the call is cancelled
     * @throws IllegalStateException if it was made before
     */
    public final R execute() throws IOException {
        progress.begin();
        if (progress.isCancelled()) {
            // A cancelled library call fails by itself.
            return execute(delegate);
        }
        try {
            return ExecutedCall.execute(this, sleep);
        } catch (CalledOff cancelled) {
            throw new IOException("Canceled", cancelled);
        }
    }

    /**
     * Makes the call without blocking.
     *
     * @param outcome receives the outcome, unless this method throws
     * @throws IllegalStateException if it was made before
     */
    protected final void enqueue(CallOutcome<R> outcome) {
        progress.begin();
        EnqueuedCall<C, R> call = new EnqueuedCall<>(this, outcome);
        enqueued = call;
        if (progress.isCancelled()) {
            // A cancelled library call fails by itself, on its usual thread.
            enqueue(delegate, outcome);
        } else {
            call.start();
        }
    }

    /** Cancels the call: the attempt in flight or the wait, and all later attempts. */
    public final void cancel() {
        boolean underWay = progress.cancel();
        cancel(progress.attempt());
        sleep.cancel();
        EnqueuedCall<C, R> call = enqueued;
        if (call != null && !underWay) {
            call.cancel();
        }
    }

    /**
     * Returns whether the call was made.
     *
     * @return true for a call in progress or done
     */
    public final boolean isExecuted() {
        return progress.isBegun();
    }

    /**
     * Returns whether the call was cancelled, here or at the library.
     *
     * @return true for a cancelled one
     */
    public final boolean isCanceled() {
        return progress.isCancelled() || isCanceled(progress.attempt());
    }

    final boolean isCancelled() {
        return progress.isCancelled();
    }

    /** Returns the library's call for an attempt, counted from 1. */
    final C attempt(int number) {
        return number == 1 ? delegate : copy(delegate);
    }

    /** Returns a task that cancels the current attempt, now or later. */
    final Runnable canceller() {
        C underWay = progress.attempt();
        return () -> cancel(underWay);
    }

    final void attemptBegins(C attempt, Object token) {
        progress.attemptBegins(attempt, token);
    }

    final boolean attemptEnds(Object token) {
        return progress.attemptEnds(token);
    }

    /**
     * Returns the failure that the policies see. A call that the library itself cancels because it takes too long is a
     * failure, not called off.
     */
    final Throwable seen(Throwable failure) {
        if (failure instanceof CalledOff) {
            return failure;
        }
        boolean cancelled = progress.isCancelled()
                || (isCanceled(progress.attempt()) && !(failure instanceof InterruptedIOException));
        return cancelled ? new CalledOff(failure) : failure;
    }
}
