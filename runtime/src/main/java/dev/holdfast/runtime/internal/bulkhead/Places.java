package dev.holdfast.runtime.internal.bulkhead;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.internal.unit.StackRoom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link Bulkhead}: its places, and the calls that wait for one. */
public final class Places implements Bulkhead {

    /** Replaced by new ones as a whole. */
    private volatile BulkheadSettings settings;

    /** The first settings, which lists know. */
    private final BulkheadSettings first;

    /** The number of free places; less than zero while more are taken than there are, after the bulkhead has become smaller. */
    private final AtomicInteger free;

    /**
     * The waiters, in order. A thread that adds a waiter or a free place serves the queue after that, so that no waiter
     * is left beside a free place.
     */
    private final ConcurrentLinkedQueue<BulkheadWaiter> waiters = new ConcurrentLinkedQueue<>();

    Places(BulkheadSettings settings) {
        this.first = settings;
        this.settings = settings;
        this.free = new AtomicInteger(settings.places());
    }

    @Override
    public String name() {
        return first.name();
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
        long maxWaitNanos = settings.maxWaitNanos;
        if (maxWaitNanos == 0) {
            throw full(0);
        }
        BulkheadWaiter waiter = enqueue(null);
        try {
            first.sleeper.await(waiter.granted, maxWaitNanos);
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
    public int maxConcurrent() {
        return settings.places();
    }

    @Override
    public int available() {
        return Math.max(0, free.get());
    }

    @Override
    public int waiting() {
        return waiters.size();
    }

    /** Name and settings, for logs. */
    @Override
    public String toString() {
        return "Bulkhead[" + name() + ", " + settings + "]";
    }

    /** Puts other settings in force. Places beyond the new number are taken away as they are given back. */
    void settings(BulkheadSettings next) {
        int more = next.places() - settings.places();
        // There are never more free places than places, whichever thread looks when.
        if (more > 0) {
            settings = next;
            free.addAndGet(more);
        } else {
            free.addAndGet(more);
            settings = next;
        }
    }

    /** Returns the longest wait for a place. */
    public long maxWaitNanos() {
        return settings.maxWaitNanos;
    }

    /** Returns whether a call would have to wait now. */
    public boolean isFull() {
        return available() <= 0 || waiting() > 0;
    }

    public BulkheadFullException full(long waitedNanos) {
        return new BulkheadFullException(name(), maxConcurrent(), waitedNanos);
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

    /** Gives free places to those that wait. */
    void serve() {
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
            if (known == settings.places()) {
                throw new IllegalStateException("bulkhead '" + name() + "': no place is taken");
            }
        } while (!free.compareAndSet(known, known + 1));
    }
}
