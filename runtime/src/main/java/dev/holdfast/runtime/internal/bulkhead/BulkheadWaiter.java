package dev.holdfast.runtime.internal.bulkhead;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One that waits for a place in a bulkhead: a thread, or an asynchronous call, whose timer runs this when its wait is over. One atomic
 * step decides whether it is granted a place or leaves without.
 */
public final class BulkheadWaiter implements Runnable {

    private static final int WAITING = 0;
    private static final int GRANTED = 1;
    private static final int GONE = 2;

    /** Opened when a place is granted. */
    public final CountDownLatch granted = new CountDownLatch(1);

    private final AtomicInteger state = new AtomicInteger(WAITING);
    private final @Nullable QueuedCall call;
    private volatile @Nullable Future<?> timeout;

    BulkheadWaiter(@Nullable QueuedCall call) {
        this.call = call;
    }

    /** Hands a place over; false if it is not wanted any more. */
    boolean grant() {
        return state.compareAndSet(WAITING, GRANTED);
    }

    /** After a place was handed over. */
    public void tell() {
        granted.countDown();
        run();
    }

    public boolean isGranted() {
        return state.get() == GRANTED;
    }

    /** False if a place was granted. */
    public boolean leave() {
        return state.compareAndSet(WAITING, GONE);
    }

    /** Notes the timer's task, so that it can be forgotten when it is of no use any more. */
    public void endsWith(Future<?> task) {
        timeout = task;
    }

    public void forgetTimeout() {
        Future<?> task = timeout;
        if (task != null) {
            task.cancel(false);
        }
    }

    @Override
    public void run() {
        if (call != null) {
            call.waitEnded(this);
        }
    }
}
