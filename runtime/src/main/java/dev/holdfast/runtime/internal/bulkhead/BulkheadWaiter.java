package dev.holdfast.runtime.internal.bulkhead;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The wait for a place in a bulkhead by a thread or an asynchronous call, whose timer runs this at the end of the wait.
 * One atomic step decides whether it ends with a place or without.
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

    /** Grants a place; returns false if the wait has ended. */
    boolean grant() {
        return state.compareAndSet(WAITING, GRANTED);
    }

    /** Ends the wait after a place was granted. */
    void tell() {
        granted.countDown();
        run();
    }

    public boolean isGranted() {
        return state.get() == GRANTED;
    }

    /** Ends the wait without a place; returns false if one was granted. */
    boolean leave() {
        return state.compareAndSet(WAITING, GONE);
    }

    /** Sets the timer's task, to be cancelled when the wait ends early. */
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
