package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.context.SystemTimer;
import dev.holdfast.runtime.internal.context.TimerEntry;
import dev.holdfast.runtime.spi.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The work that an asynchronous call waits for: the stage of an attempt, a task of the timer, a waiter in the bulkhead or a closing.
 *
 * <p>One thread at a time drives the call, and there is no work meanwhile. A thread that takes the work away is the next to drive.
 * A thread that cancels the call takes the work away for good, and the driver finds that out with the next work. A stage that calls
 * back the thread that is registering with it leaves the call to that thread, which stands here instead.
 *
 * <p>The wait between two attempts is an entry of the context's own timer, which is this object; the call itself stands here
 * meanwhile. A timer of the user's gives out a task instead.
 */
@SuppressWarnings("serial")
final class CallWork extends TimerEntry {

    /** A thread drives the call. */
    private static final Object DRIVEN = new Object();

    private static final Object CANCELLED = new Object();

    /**
     * The thread that is registering the call with a stage, which may call back before that returns. The thread then stands here as
     * the work until it finds that out.
     */
    @Nullable
    Thread registering;

    CallWork() {
        super(DRIVEN);
    }

    /** Leaves the call to some work; false if the call was cancelled, and this thread drives on. */
    boolean leaveTo(Object work) {
        return compareAndSet(DRIVEN, work);
    }

    /** Drives the call from here on; false if this is not the work that the call waits for. */
    boolean driveAfter(Object work) {
        return compareAndSet(work, DRIVEN);
    }

    /** Drives the call from here on, whatever it waits for; false if another thread drives it, or has cancelled it. */
    boolean driveAfterAny() {
        Object work = get();
        while (work != CANCELLED && work != DRIVEN) {
            if (compareAndSet(work, DRIVEN)) {
                return true;
            }
            work = get();
        }
        return false;
    }

    /** Leaves the rest of the call to a stage, which drives nothing; false if the call was cancelled. */
    boolean endWith(CompletionStage<?> stage) {
        return getAndUpdate(work -> work == CANCELLED ? CANCELLED : stage) != CANCELLED;
    }

    /** Forgets the stage of {@link #endWith}, which keeps its own arguments alive. */
    void forgetEnd() {
        set(DRIVEN);
    }

    /** Cancels the call; returns the work that it was waiting for, or null. */
    @Nullable
    Object cancel() {
        Object work = getAndSet(CANCELLED);
        AsyncCall<?> waits = waiting(work);
        if (waits != null) {
            ((SystemTimer) timer(waits)).forget();
        }
        return work == DRIVEN || work == CANCELLED ? null : work;
    }

    boolean isCancelled() {
        return get() == CANCELLED;
    }

    /** Makes a call wait: for a place in the bulkhead if its admission says so, otherwise for a time. */
    void waitFor(AsyncCall<?> call, long nanos) {
        Admission admission = call.admission();
        BulkheadWaiter waiter = admission == null ? null : admission.waiter();
        if (waiter != null) {
            waitFor(call, waiter, nanos);
            return;
        }
        Timer timer = timer(call);
        boolean isOwn = timer instanceof SystemTimer;
        // Stands for the task that a user's timer has not given out yet. A new object, since that task may run, and the
        // next wait begin, before the timer gives it out.
        Object waiting = isOwn ? call : new Object();
        if (!leaveTo(waiting)) {
            call.releaseAll(waiting);
        } else if (isOwn) {
            waitFor(call, (SystemTimer) timer, nanos);
        } else {
            waitFor(call, timer, waiting, nanos);
        }
    }

    private void waitFor(AsyncCall<?> call, SystemTimer timer, long nanos) {
        try {
            timer.begin(this, nanos);
        } catch (RejectedExecutionException closed) {
            call.finishWithLast(closed);
        }
    }

    private void waitFor(AsyncCall<?> call, Timer timer, Object waiting, long nanos) {
        try {
            Future<?> task = timer.schedule(call, nanos);
            if (!compareAndSet(waiting, task) && isCancelled()) {
                task.cancel(false);
            }
        } catch (RejectedExecutionException closed) {
            if (driveAfter(waiting)) {
                call.finishWithLast(closed);
            }
        }
    }

    /** Returns the call if it is the work, which is when it waits for the context's own timer. */
    private @Nullable AsyncCall<?> waiting(@Nullable Object work) {
        // The stage of an attempt may be such a call too, but another one.
        AsyncCall<?> call = work instanceof AsyncCall ? (AsyncCall<?>) work : null;
        return call != null && call.work == this ? call : null;
    }

    @Override
    protected boolean isWaiting() {
        return waiting(get()) != null;
    }

    @Override
    protected boolean withdraw() {
        AsyncCall<?> call = waiting(get());
        return call != null && driveAfter(call);
    }

    @Override
    protected boolean run(boolean early) {
        AsyncCall<?> call = waiting(get());
        if (call == null || !driveAfter(call)) {
            return false;
        }
        call.handOver();
        return true;
    }

    /** Waits for a place. The waiter is the work, so that it ends no other wait. */
    private void waitFor(AsyncCall<?> call, BulkheadWaiter waiter, long nanos) {
        if (!leaveTo(waiter)) {
            call.releaseAll(waiter);
            return;
        }
        try {
            Future<?> task = timer(call).schedule(waiter, nanos);
            waiter.endsWith(task);
            if (waiter.isGranted()) {
                call.waitEnded(waiter);
            }
            if (get() != waiter) {
                task.cancel(false);
            }
        } catch (RuntimeException noTimer) {
            // A waiter that was granted its place meanwhile goes on without the timer.
            if (driveAfter(waiter)) {
                call.finishWithLast(noTimer);
            }
        }
    }

    /**
     * Closes the last answer of a call on another thread, and waits for that.
     *
     * @param nanos the longest wait
     */
    void waitFor(AsyncCall<?> call, Closing closing, long nanos) {
        if (!leaveTo(closing)) {
            closing.begin();
            call.releaseAll(closing);
            return;
        }
        Throwable noTimer = null;
        try {
            closing.endsWith(timer(call).schedule(closing::endWait, nanos));
        } catch (Throwable refused) {
            noTimer = refused;
        }
        if (noTimer != null && driveAfter(closing)) {
            closing.begin();
            call.finishWithLast(noTimer);
            return;
        }
        closing.begin();
    }

    private static Timer timer(AsyncCall<?> call) {
        return call.guard.policies.context.timer();
    }
}
