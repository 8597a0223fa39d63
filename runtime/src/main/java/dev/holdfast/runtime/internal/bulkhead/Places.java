package dev.holdfast.runtime.internal.bulkhead;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.StackRoom;
import dev.holdfast.runtime.spi.Sleeper;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link Bulkhead}: its places, and the calls that wait for one. */
public final class Places implements Bulkhead {

    private final String name;
    private final int maxConcurrent;
    private final long maxWaitNanos;
    private final Sleeper sleeper;

    /** The number of free places. */
    private final AtomicInteger free;

    /**
     * The waiters, in order. A thread that adds a waiter or a free place serves the queue after that, so that no waiter
     * is left beside a free place.
     */
    private final ConcurrentLinkedQueue<BulkheadWaiter> waiters = new ConcurrentLinkedQueue<>();

    public Places(String name, int maxConcurrent, long maxWaitNanos, Sleeper sleeper) {
        this.name = name;
        this.maxConcurrent = maxConcurrent;
        this.maxWaitNanos = maxWaitNanos;
        this.sleeper = sleeper;
        this.free = new AtomicInteger(maxConcurrent);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean tryAcquire() {
        return waiters.isEmpty() && tryTake();
    }

    @Override
    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        StackRoom.reserve();
        if (tryAcquire()) {
            return;
        }
        if (maxWaitNanos == 0) {
            throw full(0);
        }
        BulkheadWaiter waiter = enqueue(null);
        try {
            sleeper.await(waiter.granted, maxWaitNanos);
        } catch (Throwable interrupted) {
            abandon(waiter);
            throw interrupted;
        }
        if (dequeue(waiter)) {
            throw full(maxWaitNanos);
        }
    }

    @Override
    public void release() {
        giveBack();
        serve();
    }

    @Override
    public int available() {
        return free.get();
    }

    @Override
    public int waiting() {
        return waiters.size();
    }

    /** Name and settings, for logs. */
    @Override
    public String toString() {
        return "Bulkhead[" + name + ", " + settings(maxConcurrent, maxWaitNanos) + "]";
    }

    /** Returns settings as text, named as in the annotation. */
    public static String settings(int maxConcurrent, long maxWaitNanos) {
        return "maxConcurrent=" + maxConcurrent + ", maxWait=" + DurationText.of(maxWaitNanos);
    }

    /** Returns the longest wait for a place. */
    public long maxWaitNanos() {
        return maxWaitNanos;
    }

    /** Returns whether a call would have to wait now. */
    public boolean isFull() {
        return available() <= 0 || waiting() > 0;
    }

    public BulkheadFullException full(long waitedNanos) {
        return new BulkheadFullException(name, maxConcurrent, waitedNanos);
    }

    /**
     * Waits behind all others. The waiter may have been granted a place when this returns.
     *
     * @param call the call to resume, or null for a thread that waits for the latch
     */
    public BulkheadWaiter enqueue(@Nullable QueuedCall call) {
        BulkheadWaiter waiter = new BulkheadWaiter(call);
        waiters.add(waiter);
        try {
            serve();
        } catch (Throwable broken) {
            // Nobody would release the place that it is granted some day.
            abandon(waiter);
            throw broken;
        }
        return waiter;
    }

    /** Ends a wait; returns false if a place was granted, which must be used or released. */
    public boolean dequeue(BulkheadWaiter waiter) {
        boolean left = waiter.leave();
        if (left) {
            waiters.remove(waiter);
        }
        return left;
    }

    /** Ends a wait, and releases the place if one was granted. */
    public void abandon(BulkheadWaiter waiter) {
        if (!dequeue(waiter)) {
            release();
        }
    }

    private void serve() {
        while (!waiters.isEmpty() && tryTake()) {
            BulkheadWaiter next = grant();
            if (next == null) {
                // A waiter may have come meanwhile and seen no place: look again.
                giveBack();
            } else {
                next.tell();
            }
        }
    }

    /** Grants a place that was taken to the longest waiter; returns null if none waits. */
    private @Nullable BulkheadWaiter grant() {
        try {
            BulkheadWaiter next = waiters.poll();
            while (next != null && !next.grant()) {
                next = waiters.poll();
            }
            return next;
        } catch (Throwable broken) {
            giveBack();
            throw broken;
        }
    }

    private boolean tryTake() {
        for (int known = free.get(); known > 0; known = free.get()) {
            if (free.compareAndSet(known, known - 1)) {
                return true;
            }
        }
        return false;
    }

    private void giveBack() {
        int known;
        do {
            known = free.get();
            if (known == maxConcurrent) {
                throw new IllegalStateException("bulkhead '" + name + "': no place is taken");
            }
        } while (!free.compareAndSet(known, known + 1));
    }
}
