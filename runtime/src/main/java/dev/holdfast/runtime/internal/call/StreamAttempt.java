package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.internal.context.Continuation;
import dev.holdfast.runtime.internal.context.HandOver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a {@link StreamCall}, subscribed to the library's stream: a stage that is done when the stream has
 * ended, and the task of the timer. One object for each attempt, so that a late signal is not mistaken for one of the
 * next attempt. For generated code, which adds the library's subscriber.
 */
public abstract class StreamAttempt extends CompletableFuture<@Nullable Object> implements Runnable, Continuation {

    /** There is no item yet. */
    private static final int OPEN = 0;

    /** There was an item, and none is being passed on now. */
    private static final int PASSING = 1;

    /** An item is being passed on; only told apart where the time between items is limited. */
    private static final int BUSY = 2;

    /** The stream has ended, or is not wanted any more: further signals are dropped. */
    private static final int ENDED = 3;

    private final StreamCall<?> call;
    private final AtomicInteger state = new AtomicInteger(OPEN);
    private final long betweenItems;

    /** The time limit in force: to the first item, then between items; 0 for none. */
    private volatile long limit;

    /** Since when an item is awaited. */
    volatile long idleSince;

    /** The number of items, where their times matter. */
    private long items;

    /** The number of items that are passed on within another one. */
    private int nested;

    private @Nullable LongConsumer demand;
    private @Nullable Runnable cancel;

    /** Whether there is a task of the timer. */
    private volatile boolean watched;

    private volatile @Nullable Future<?> task;

    /**
     * Begins an attempt.
     *
     * @param call the call
     */
    protected StreamAttempt(StreamCall<?> call) {
        this.call = call;
        this.limit = call.firstItemNanos;
        this.betweenItems = call.betweenItemsNanos;
        this.idleSince = call.started;
        synchronized (call.future) {
            call.current = this;
        }
    }

    /**
     * The stream has accepted the subscription. Asks it for what the subscriber wants.
     *
     * @param demand asks for items
     * @param cancel cancels the subscription
     */
    protected final void begun(LongConsumer demand, Runnable cancel) {
        long wanted = -1;
        synchronized (call.future) {
            if (this.cancel == null && state.get() != ENDED) {
                this.demand = demand;
                this.cancel = cancel;
                wanted = call.requested;
            }
        }
        if (wanted < 0) {
            cancel.run();
        } else if (wanted > 0) {
            demand.accept(wanted);
        }
    }

    /** Passes on further demand. */
    final void request(long n) {
        LongConsumer known;
        synchronized (call.future) {
            known = demand;
        }
        watch();
        if (known != null) {
            known.accept(n);
        }
    }

    /**
     * An item arrives.
     *
     * @return whether to pass it on to the subscriber, and then call {@link #itemPassed}
     */
    protected final boolean itemArrives() {
        int now = state.get();
        if (now == PASSING && betweenItems == 0) {
            return true;
        }
        if (now == BUSY) {
            nested++;
            return true;
        }
        if (now == ENDED || !state.compareAndSet(now, betweenItems == 0 ? PASSING : BUSY)) {
            return false;
        }
        if (now == OPEN) {
            call.future.attemptIsLast();
            limit = betweenItems;
            stopTask();
        }
        return true;
    }

    /** The subscriber has taken an item. */
    protected final void itemPassed() {
        if (betweenItems == 0) {
            return;
        }
        items++;
        if (nested > 0) {
            nested--;
            return;
        }
        idleSince = call.policies.context.clock().nanoTime();
        if (state.compareAndSet(BUSY, PASSING)) {
            watch();
        }
    }

    /** The stream is complete. */
    protected final void completed() {
        if (end()) {
            complete(null);
        }
    }

    /**
     * The stream has failed.
     *
     * @param failure the exception
     */
    protected final void failed(Throwable failure) {
        if (end()) {
            completeExceptionally(failure);
        } else {
            call.future.guard.discard(null, failure);
        }
    }

    /** Returns whether this call has ended it. */
    private boolean end() {
        boolean ends = state.getAndSet(ENDED) != ENDED;
        stopTask();
        return ends;
    }

    /** Ends a stream that has brought an item, as a success; returns false where there was none. */
    final boolean endAfterItem() {
        int now = state.get();
        while (now == PASSING || now == BUSY) {
            if (state.compareAndSet(now, ENDED)) {
                stopTask();
                cancelStream();
                complete(null);
                return true;
            }
            now = state.get();
        }
        return false;
    }

    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        if (end()) {
            cancelStream();
        }
        return super.cancel(mayInterruptIfRunning);
    }

    private void cancelStream() {
        Runnable known;
        synchronized (call.future) {
            known = cancel;
        }
        if (known != null) {
            known.run();
        }
    }

    /** Returns whether a subscriber that has requested so many items awaits one. */
    final boolean isWantedBy(long requested) {
        return requested == Long.MAX_VALUE || requested > items;
    }

    /** Starts the time limit, if an item is awaited and nothing watches over that. */
    final void watch() {
        if (limit == 0 || watched) {
            return;
        }
        long left = left();
        synchronized (call.future) {
            int now = state.get();
            if (watched || now == BUSY || now == ENDED || !isWantedBy(call.requested)) {
                return;
            }
            watched = true;
        }
        try {
            task = call.policies.context.timer().scheduleTimeout(this, left);
        } catch (RejectedExecutionException closed) {
            // As Context.close says: attempts go on.
        }
        if (state.get() == ENDED) {
            stopTask();
        }
    }

    private long left() {
        return idleSince + limit - call.policies.context.clock().nanoTime();
    }

    private void stopTask() {
        Future<?> scheduled = task;
        if (scheduled != null && scheduled.cancel(false)) {
            forgetTask();
        }
    }

    /** Returns whether an item is awaited. */
    private boolean forgetTask() {
        synchronized (call.future) {
            watched = false;
            return isWantedBy(call.requested);
        }
    }

    /** Time may be up. On the timer's thread, which must not do more than this. */
    @Override
    public final void run() {
        boolean awaited = forgetTask();
        int now = state.get();
        boolean due = awaited && limit > 0 && (now == OPEN || now == PASSING) && left() <= 0;
        if (due && state.compareAndSet(now, ENDED)) {
            HandOver.beginNow(call.policies.context, this);
        } else {
            watch();
        }
    }

    @Override
    public final void resume() {
        completeExceptionally(cut());
    }

    /** The call ends in time even without the executor. */
    @Override
    public final void resumeWithoutExecutor(@Nullable Throwable why) {
        CallTimeoutException timeout = cut();
        if (call.future.work.driveAfter(this)) {
            call.future.attemptTimedOut(timeout, false);
        }
        completeExceptionally(timeout);
    }

    private CallTimeoutException cut() {
        try {
            cancelStream();
        } catch (Throwable uncancellable) {
            // A stream of the user's own: its further signals are dropped.
        }
        return new CallTimeoutException(call.policies.call, limit, null);
    }
}
