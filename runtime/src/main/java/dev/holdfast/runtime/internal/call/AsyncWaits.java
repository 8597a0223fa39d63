package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.context.Continuation;
import dev.holdfast.runtime.internal.context.HandOver;
import dev.holdfast.runtime.internal.http.Hints;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The part of an asynchronous call that waits, is cancelled and ends: the future that the caller has, and the task of the timer.
 *
 * <p>One thread at a time drives the call. What is under way stands in {@link #work}: {@link #DRIVEN} while a thread is at work, or
 * that thread itself where a stage has called it back at once, otherwise the stage or the timer's task that will go on. Whoever replaces one of these by {@code DRIVEN} is the next to
 * drive; whoever replaces anything by {@link #CANCELLED} has ended the call, and the driver finds that out when it wants to
 * put down what it waits for.
 *
 * @param <T> what the call brings
 */
public abstract class AsyncWaits<T extends @Nullable Object> extends CompletableFuture<T>
        implements QueuedCall, Runnable, Continuation {

    static final Object DRIVEN = new Object();
    private static final Object CANCELLED = new Object();

    public final StageGuard guard;
    public final AtomicReference<Object> work = new AtomicReference<>(DRIVEN);

    /** Of the attempt under way; null while there is none. */
    public @Nullable BreakerPermit permit;

    /** Of an attempt that was not let through yet; null while there is none. */
    @Nullable
    Admission admission;

    /** Number of the attempt under way, or of the last one; 0 before the first. */
    public int attempt;

    /** What the last attempt brought. */
    public @Nullable T value;

    public @Nullable Throwable failure;

    /** Whether that has been let go of, so that a result of it can't be the caller's any more. */
    public boolean outcomeDiscarded;

    AsyncWaits(StageGuard guard) {
        this.guard = guard;
    }

    /** A wait is over. On the timer's thread, which must not do more than this. */
    @Override
    public void run() {
        Object waiting = work.get();
        while (waiting != CANCELLED && waiting != DRIVEN) {
            if (work.compareAndSet(waiting, DRIVEN)) {
                handOver();
                return;
            }
            waiting = work.get();
        }
    }

    /** Leaves the next attempt to the executor; but where time is limited, the executor must not make the call wait for longer. */
    public final void handOver() {
        CallPolicy policy = guard.policy;
        Admission asked = admission;
        long deadline = asked == null || policy.timeout == null ? TimedPermit.NO_DEADLINE : asked.deadline;
        try {
            if (deadline == TimedPermit.NO_DEADLINE) {
                HandOver.begin(policy.context, this);
            } else {
                HandOver.beginBefore(deadline, policy.context, this);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    /** There is no executor, or no time left for it. */
    @Override
    public void resumeWithoutExecutor(@Nullable Throwable why) {
        try {
            if (isDone()) {
                abandonAdmission();
                discardOutcome();
            } else {
                finishWithLast(why == null ? executorTimeout() : why);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    private Throwable executorTimeout() {
        CallPolicy policy = guard.policy;
        TimeLimit timeout = policy.timeout;
        return new CallTimeoutException(
                policy.call, timeout == null ? 0 : timeout.limitNanos(attempt + 1, Long.MAX_VALUE), null);
    }

    /** Whoever keeps a future that is done keeps what it has brought, and not what it was asked with. */
    public abstract void releaseSupplier();

    @Override
    public boolean complete(T result) {
        boolean first = super.complete(result);
        releaseSupplier();
        return first;
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        boolean first = super.completeExceptionally(thrown);
        releaseSupplier();
        return first;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        releaseSupplier();
        if (cancelled) {
            Object left = work.getAndSet(CANCELLED);
            if (left != DRIVEN && left != CANCELLED) {
                releaseAll(left);
            }
        }
        return cancelled;
    }

    public final void setOutcome(@Nullable T result, @Nullable Throwable thrown) {
        value = result;
        failure = cause(thrown);
        outcomeDiscarded = false;
    }

    /** Lets go of what the last attempt brought, unless that was done, and forgets it. */
    public final void discardOutcome() {
        if (!outcomeDiscarded) {
            guard.discard(value, failure);
        }
        setOutcome(null, null);
    }

    /** What a stage has failed with, out of the wrapping that stages put around it. */
    public static @Nullable Throwable cause(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    final void waitFor(long nanos) {
        BulkheadWaiter waiter = admission == null ? null : admission.waiter();
        if (waiter != null) {
            waitForPlace(waiter, nanos);
            return;
        }
        // Stands for the task that the timer has not given out yet. One of its own: that task may run before it is
        // given out, and the next wait
        // begin meanwhile.
        Object waiting = new Object();
        if (!work.compareAndSet(DRIVEN, waiting)) {
            releaseAll(waiting);
            return;
        }
        try {
            Future<?> task = guard.policy.context.timer().schedule(this, nanos);
            if (!work.compareAndSet(waiting, task) && work.get() == CANCELLED) {
                task.cancel(false);
            }
        } catch (RejectedExecutionException closed) {
            if (work.compareAndSet(waiting, DRIVEN)) {
                finishWithLast(closed);
            }
        }
    }

    /** As {@link #waitFor(long)}, where the wait may end sooner. What stands for it is the waiter, so that nobody ends another wait. */
    private void waitForPlace(BulkheadWaiter waiter, long nanos) {
        if (!work.compareAndSet(DRIVEN, waiter)) {
            releaseAll(waiter);
            return;
        }
        try {
            Future<?> task = guard.policy.context.timer().schedule(waiter, nanos);
            waiter.endsWith(task);
            if (waiter.isGranted()) {
                waitEnded(waiter);
            }
            if (work.get() != waiter) {
                task.cancel(false);
            }
        } catch (RuntimeException noTimer) {
            // One that was granted its place meanwhile goes on without.
            if (work.compareAndSet(waiter, DRIVEN)) {
                finishWithLast(noTimer);
            }
        }
    }

    /**
     * Lets go of the last answer without keeping this thread, or the call for long; then it goes on.
     *
     * @param nanos how long that may take
     */
    final void waitFor(Closing closing, long nanos) {
        outcomeDiscarded = true;
        if (!work.compareAndSet(DRIVEN, closing)) {
            closing.begin();
            releaseAll(closing);
            return;
        }
        Throwable noTimer = null;
        try {
            closing.endsWith(guard.policy.context.timer().schedule(closing::resume, nanos));
        } catch (Throwable refused) {
            noTimer = refused;
        }
        if (noTimer != null && work.compareAndSet(closing, DRIVEN)) {
            closing.begin();
            finishWithLast(noTimer);
            return;
        }
        closing.begin();
    }

    /** A wait for a place, or for the end of a closing, is over, with one or without. On any thread, which must not do more than this. */
    @Override
    public final void waitEnded(Object waiter) {
        if (work.compareAndSet(waiter, DRIVEN)) {
            handOver();
        }
    }

    /** There will be no further attempt after all: the last one's answer is the answer, or without one the reason why not. */
    final void finishWithLast(Throwable why) {
        CallPolicy policy = guard.policy;
        abandonAdmission();
        if (attempt == 0) {
            fail(why);
            return;
        }
        Throwable thrown = failure;
        int status = thrown == null ? Hints.status(guard.resultHint, value) : Hints.status(guard.hint(thrown), thrown);
        policy.events.gaveUp(policy.call, attempt, thrown, status);
        if (outcomeDiscarded && thrown == null) {
            setOutcome(null, null);
            fail(why);
        } else {
            end();
        }
    }

    /** Hands on what the last attempt brought. */
    @SuppressWarnings("NullAway") // null only where the attempt brought null
    public final void end() {
        Throwable thrown = failure;
        boolean seen = thrown == null ? complete(value) : fail(thrown);
        if (seen) {
            setOutcome(null, null);
        } else {
            discardOutcome();
        }
    }

    /** Ends a call that has failed for good; says whether somebody gets to know. */
    public boolean fail(Throwable last) {
        return completeExceptionally(last);
    }

    /** Leaves the rest of the call to a stage; says whether the call has not been cancelled meanwhile. */
    final boolean delegateTo(CompletionStage<?> stage) {
        return work.getAndUpdate(before -> before == CANCELLED ? CANCELLED : stage) != CANCELLED;
    }

    /** Gives back what an attempt has that will not be made after all. */
    public final void abandonAdmission() {
        Admission left = admission;
        admission = null;
        if (left != null) {
            left.abandon();
        }
    }

    /** Drops what was under way in a call that is cancelled. */
    public final void releaseAll(Object left) {
        abandonAdmission();
        BreakerPermit unused = permit;
        permit = null;
        if (unused != null) {
            unused.release();
        }
        cancelQuietly(left instanceof TimedStage ? ((TimedStage<?>) left).release() : left);
        discardOutcome();
    }

    /** Cancels a stage or a timer's task, if it can be. */
    static void cancelQuietly(@Nullable Object work) {
        try {
            if (work instanceof Future) {
                ((Future<?>) work).cancel(true);
            }
        } catch (Throwable uncancellable) {
            // A minimal stage, or somebody's own: it goes on, and its outcome is discarded.
        }
    }

    /** Something failed that must not: a clock, a timer, a random number. The caller must not wait for ever for that. */
    final void failInternally(Throwable broken) {
        abandonAdmission();
        BreakerPermit unused = permit;
        permit = null;
        if (unused != null) {
            unused.release();
        }
        discardOutcome();
        fail(broken);
    }
}
