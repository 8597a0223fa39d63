package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.spi.CallOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that is made when its holder says so, blocking or not, and that can be cancelled: what the call of a client library,
 * such as Retrofit's, becomes under policies. For generated code, which adds what the library's own type needs.
 *
 * <p>It is made once, in one or more attempts: the first by the library's call itself, each further one by a copy of it.
 * Cancelling goes to the attempt under way, which ends as the library sees fit, or else ends the wait. Thread-safe.
 *
 * @param <C> the library's call, which makes one attempt
 * @param <R> what it brings
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
     * @param guard what stands around each attempt
     * @param delegate the library's call
     */
    protected LibraryCall(StageGuard guard, C delegate) {
        this.guard = guard;
        this.delegate = Objects.requireNonNull(delegate, "the delegate returned null, not a call");
        this.progress = new CallProgress<>(delegate);
        this.sleep = new CancellableSleep(guard.policy.context.sleeper());
    }

    /**
     * Makes one attempt on this thread.
     *
     * @param attempt what makes it
     * @return what it brings
     * @throws IOException if it fails
     */
    protected abstract R execute(C attempt) throws IOException;

    /**
     * Makes one attempt on another thread.
     *
     * @param attempt what makes it
     * @param outcome where to tell what it brings
     */
    protected abstract void enqueue(C attempt, CallOutcome<R> outcome);

    /**
     * Copies the library's call for another attempt.
     *
     * @param call the library's call
     * @return one that has not been made
     */
    protected abstract C copy(C call);

    /**
     * Cancels an attempt.
     *
     * @param attempt what makes it
     */
    protected abstract void cancel(C attempt);

    /**
     * Returns whether an attempt was cancelled, by whomever.
     *
     * @param attempt what makes it
     * @return whether it was
     */
    protected abstract boolean isCanceled(C attempt);

    /**
     * Returns what stands around each attempt.
     *
     * @return the guard
     */
    protected StageGuard guard() {
        return guard;
    }

    /**
     * Returns the library's call.
     *
     * @return what makes the first attempt
     */
    protected final C delegate() {
        return delegate;
    }

    /**
     * Makes the call on this thread.
     *
     * @return the last attempt's answer
     * @throws IOException if the last attempt failed, or the call is cancelled
     * @throws IllegalStateException if it was made before
     */
    public final R execute() throws IOException {
        progress.begin();
        if (progress.isCancelled()) {
            // It says so itself.
            return execute(delegate);
        }
        try {
            return new ExecutedCall<>(this, sleep).execute();
        } catch (CalledOff cancelled) {
            throw new IOException("Canceled", cancelled);
        }
    }

    /**
     * Makes the call without blocking.
     *
     * @param outcome is told what the call brings, unless this method throws
     * @throws IllegalStateException if it was made before
     */
    protected final void enqueue(CallOutcome<R> outcome) {
        progress.begin();
        EnqueuedCall<C, R> call = new EnqueuedCall<>(this, outcome);
        enqueued = call;
        if (progress.isCancelled()) {
            // It says so itself, on the thread that is used to it.
            enqueue(delegate, outcome);
        } else {
            call.start();
        }
    }

    /** Cancels the attempt or the wait under way, and all that would follow. */
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
     * @return whether it was, be it under way or done
     */
    public final boolean isExecuted() {
        return progress.isBegun();
    }

    /**
     * Returns whether the call was cancelled, here or at the library.
     *
     * @return whether it was
     */
    public final boolean isCanceled() {
        return progress.isCancelled() || isCanceled(progress.attempt());
    }

    public final boolean isCancelled() {
        return progress.isCancelled();
    }

    /** What makes an attempt, by its number from 1. */
    public final C attempt(int number) {
        return number == 1 ? delegate : copy(delegate);
    }

    /** What cancels the attempt that is under way now, at any time. */
    final Runnable canceller() {
        C underWay = progress.attempt();
        return () -> cancel(underWay);
    }

    public final void attemptBegins(C attempt, Object token) {
        progress.attemptBegins(attempt, token);
    }

    public final boolean attemptEnds(Object token) {
        return progress.attemptEnds(token);
    }

    /** What the policies see of an attempt's failure. A library also cancels a call that takes too long: that is a failure. */
    public final Throwable seen(Throwable failure) {
        if (failure instanceof CalledOff) {
            return failure;
        }
        boolean cancelled = progress.isCancelled()
                || (isCanceled(progress.attempt()) && !(failure instanceof InterruptedIOException));
        return cancelled ? new CalledOff(failure) : failure;
    }
}
