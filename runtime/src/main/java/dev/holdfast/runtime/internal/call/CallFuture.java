package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The future that the caller of an asynchronous call has: how the call ends, with the outcome of its last attempt, its
 * fallback or a cancellation. Gives back and closes all that is left then.
 *
 * @param <T> the result of the call
 */
abstract class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {

    final StageGuard guard;
    final CallWork work = new CallWork();

    /** Makes an attempt; null once the future is done, or the last attempt is under way. */
    @Nullable
    CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> delegate;

    /** The permit of the attempt in flight; between attempts the pending {@link Admission} of the next one, or null. */
    private @Nullable Object held;

    /** The result of the last attempt, or its exception if it {@link #failed}. */
    private @Nullable Object outcome;

    /** The status of the last attempt's outcome, once that was judged. */
    int status;

    // Small on purpose, like all of this object: ten thousand calls may wait for their next attempts.

    /** The number of the attempt in flight, or of the last one; 0 before the first. There are at most a thousand. */
    short attempt;

    private boolean failed;

    /** Whether the outcome was closed, so that a result can't be the caller's any more. */
    boolean outcomeDiscarded;

    /**
     * What belongs to the caller's thread: its class loader, or a {@link CallerScope}. Null before the beginning, after the end, and
     * for nothing. One field, since ten thousand calls may wait.
     */
    private @Nullable Object caller;

    CallFuture(StageGuard guard, CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> delegate) {
        this.guard = guard;
        this.delegate = delegate;
    }

    /** Begins the call, on its caller's thread. */
    final void capture() {
        MethodPolicies policies = guard.policies;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        caller = loader;
        if (policies.isWatched || policies.context.carriers() != null) {
            caller = CallerScope.begin(policies, loader);
        }
    }

    /** Lets foreign code on this thread see what belongs to the caller's; returns what {@link #leave} takes, or null. */
    final @Nullable Object enter(Thread thread) {
        return enter(thread, caller);
    }

    private static @Nullable Object enter(Thread thread, @Nullable Object known) {
        return known == null || known.equals(thread.getContextClassLoader()) ? null : CallerScope.enter(thread, known);
    }

    static void leave(Thread thread, @Nullable Object undo) {
        if (undo != null) {
            CallerScope.leave(thread, undo);
        }
    }

    /** Returns the call of which listeners hear, if there is one. */
    final @Nullable WatchedCall watched() {
        return guard.policies.isWatched ? CallerScope.watched(caller) : null;
    }

    /** The call has ended, as far as its policies are concerned: listeners hear of that, and nothing of the caller is kept. */
    private void forgetCaller(@Nullable Throwable thrown, boolean fallsBack) {
        WatchedCall watched = watched();
        caller = null;
        if (watched != null) {
            watched.end(thrown, fallsBack);
        }
    }

    /** The same for a call whose caller does not wait any more. */
    private void forgetCaller() {
        WatchedCall watched = watched();
        caller = null;
        if (watched != null) {
            watched.cancel();
        }
    }

    // A future that is done keeps its outcome alive, but not its delegate, which has the arguments of the call.

    @Override
    public boolean complete(T result) {
        boolean first = super.complete(result);
        delegate = null;
        return first;
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        boolean first = super.completeExceptionally(thrown);
        delegate = null;
        return first;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        delegate = null;
        if (cancelled) {
            Object left = work.cancel();
            if (left != null) {
                releaseAll(left);
            }
        }
        return cancelled;
    }

    /** A part of the answer is handed on, so that no further attempt and no fallback can take its place. */
    final void attemptIsLast() {
        delegate = null;
    }

    final void setOutcome(@Nullable T result, @Nullable Throwable thrown) {
        Throwable failure = cause(thrown);
        failed = failure != null;
        outcome = failed ? failure : result;
        outcomeDiscarded = false;
    }

    /** Returns the result of the last attempt. */
    @SuppressWarnings("unchecked") // what setOutcome got
    final @Nullable T value() {
        return failed ? null : (T) outcome;
    }

    /** Returns the exception of the last attempt. */
    final @Nullable Throwable failure() {
        return failed ? (Throwable) outcome : null;
    }

    /** Returns the permit of the attempt in flight, or null between attempts. */
    final @Nullable BreakerPermit permit() {
        return held instanceof BreakerPermit ? (BreakerPermit) held : null;
    }

    final void setPermit(@Nullable BreakerPermit permit) {
        held = permit;
    }

    /** Returns the pending admission of the next attempt, or null without one. */
    final @Nullable Admission admission() {
        return held instanceof Admission ? (Admission) held : null;
    }

    final void setAdmission(@Nullable Admission admission) {
        held = admission;
    }

    /** Closes the outcome of the last attempt, unless that was done, and forgets it. */
    final void discardOutcome() {
        if (!outcomeDiscarded) {
            guard.discard(value(), failure());
        }
        setOutcome(null, null);
    }

    /** Ends the call without its caller, who does not wait any more. */
    final void dropOutcome() {
        discardOutcome();
        forgetCaller();
    }

    /** Returns the exception of a stage, without the wrapping that stages put around it. */
    static @Nullable Throwable cause(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    /** Ends the call with the outcome of the last attempt. */
    @SuppressWarnings("NullAway") // null only if the result is null
    final void finish() {
        Throwable thrown = failure();
        if (isDone()) {
            forgetCaller();
        } else if (thrown == null) {
            forgetCaller(null, false);
        }
        boolean seen = thrown == null ? complete(value()) : fail(thrown);
        if (seen) {
            setOutcome(null, null);
        } else {
            discardOutcome();
        }
    }

    /** Ends the call without a further attempt: with the last outcome, or with the reason before the first one. */
    final void finishWithLast(Throwable reason) {
        MethodPolicies policies = guard.policies;
        abandonAdmission();
        if (attempt == 0) {
            fail(reason);
            return;
        }
        Throwable thrown = failure();
        policies.context.events().gaveUp(policies.call, attempt, thrown, status);
        if (outcomeDiscarded && thrown == null) {
            setOutcome(null, null);
            fail(reason);
        } else {
            finish();
        }
    }

    /** Ends a call that has failed for good, or lets its fallback answer; returns whether the caller sees the failure. */
    final boolean fail(Throwable last) {
        CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> source = delegate;
        if (!(source instanceof FallbackDelegate) || isDone() || !guard.policies.answersFor(last)) {
            forgetCaller(last, false);
            return completeExceptionally(last);
        }
        Object callers = caller;
        forgetCaller(last, true);
        guard.policies.context.events().fellBack(guard.policies.call, last);
        delegate = null;
        // The failure is the fallback's to close from here on.
        setOutcome(null, null);
        try {
            @SuppressWarnings("unchecked") // the delegate of this call
            CompletionStage<? extends T> stage = ((FallbackDelegate<T>) source).fallBack(last);
            if (!work.endWith(stage)) {
                releaseAll(stage);
            }
            work.registering = Thread.currentThread();
            stage.handle((result, thrown) -> {
                Thread thread = Thread.currentThread();
                // Where the stage is done already, all is in place.
                Object undo = work.registering == thread ? null : enter(thread, callers);
                try {
                    finishWithFallback(last, result, cause(thrown));
                } finally {
                    leave(thread, undo);
                }
                return null;
            });
            work.registering = null;
        } catch (Throwable thrown) {
            work.registering = null;
            finishWithFallback(last, null, thrown);
        }
        return true;
    }

    @SuppressWarnings("NullAway") // null only if the result is null
    private void finishWithFallback(Throwable last, @Nullable T result, @Nullable Throwable thrown) {
        if (thrown != null) {
            FallbackPolicy.suppress(last, thrown);
        }
        boolean seen = thrown == null ? complete(result) : completeExceptionally(thrown);
        work.forgetEnd();
        if (!seen) {
            guard.discard(result, thrown);
        }
    }

    /** Ends the call after a failure of a clock, a timer or a random number, so that the caller does not wait for ever. */
    final void failInternally(Throwable broken) {
        abandonAdmission();
        releasePermit();
        discardOutcome();
        fail(broken);
    }

    /** Releases all that a cancelled call had, and cancels its work. */
    final void releaseAll(Object left) {
        abandonAdmission();
        releasePermit();
        if (!equals(left)) {
            cancelQuietly(left instanceof TimedStage ? ((TimedStage<?>) left).release() : left);
        }
        dropOutcome();
    }

    /** Somebody else has completed the future, maybe while the last answer was being closed. */
    final boolean dropAttempt() {
        abandonAdmission();
        dropOutcome();
        return false;
    }

    /** Returns the exception of a call whose executor has not made the next attempt in time. */
    final CallTimeoutException executorTimeout() {
        MethodPolicies policies = guard.policies;
        TimeLimit timeout = policies.timeout;
        return new CallTimeoutException(
                policies.call, timeout == null ? 0 : timeout.limitNanos(attempt + 1, Long.MAX_VALUE), null);
    }

    /** Gives back all that was taken for an attempt that will not be made. */
    final void abandonAdmission() {
        Admission left = admission();
        if (left != null) {
            held = null;
            left.abandon();
        }
    }

    private void releasePermit() {
        BreakerPermit unused = permit();
        if (unused != null) {
            held = null;
            unused.release();
        }
    }

    /** Cancels a stage or a timer's task, if it can be. */
    static void cancelQuietly(@Nullable Object work) {
        try {
            if (work instanceof Future) {
                ((Future<?>) work).cancel(true);
            }
        } catch (Throwable uncancellable) {
            // A minimal stage, or one of the user's own: it goes on, and its outcome is dropped.
        }
    }
}
