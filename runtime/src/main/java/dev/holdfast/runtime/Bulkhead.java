package dev.holdfast.runtime;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many calls through at once. Those that find no place free wait in the order in which they came, each for so long
 * at most, and nobody who comes later is served before them.
 *
 * <p>Generated clients and {@link Resilience} take places and give them back themselves. By hand:
 *
 * <pre>{@code
 * bulkhead.acquire();
 * try {
 *     return client.user(login);
 * } finally {
 *     bulkhead.release();
 * }
 * }</pre>
 *
 * <p>Thread-safe, without locks. Where nobody waits, a call costs two atomic writes.
 */
public final class Bulkhead {

    private final BulkheadSettings settings;

    /** How many places nobody has. */
    private final AtomicInteger free;

    /**
     * Those that wait. Whoever adds to this queue or to the free places sees to it afterwards that they meet, so that there is never
     * a place for nobody and somebody without one, unless a thread is on its way to them.
     */
    private final ConcurrentLinkedQueue<BulkheadWaiter> waiters = new ConcurrentLinkedQueue<>();

    Bulkhead(BulkheadSettings settings) {
        this.settings = settings;
        this.free = new AtomicInteger(settings.maxConcurrent);
    }

    /**
     * Starts to build a bulkhead; the defaults are those of {@link dev.holdfast.annotations.Bulkhead}.
     *
     * @return a builder
     */
    public static BulkheadBuilder builder() {
        return new BulkheadBuilder();
    }

    /**
     * Returns the name that rejections and events carry.
     *
     * @return the name
     */
    public String name() {
        return settings.name;
    }

    /**
     * Takes a place if one is free and nobody waits for it. It must be given back with {@link #release}.
     *
     * @return whether there was one
     */
    public boolean tryAcquire() {
        return waiters.isEmpty() && tryTake();
    }

    /**
     * Takes a place, or waits for one for up to {@code maxWait}. It must be given back with {@link #release}.
     *
     * @throws BulkheadFullException if there was none in that time
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        StackRoom.reserve();
        if (tryAcquire()) {
            return;
        }
        if (settings.maxWaitNanos == 0) {
            throw full(0);
        }
        BulkheadWaiter waiter = enqueue(null);
        try {
            settings.sleeper.await(waiter.granted, settings.maxWaitNanos);
        } catch (Throwable interrupted) {
            abandon(waiter);
            throw interrupted;
        }
        if (dequeue(waiter)) {
            throw full(settings.maxWaitNanos);
        }
    }

    /**
     * Gives a place back: to who has waited longest, if anybody does.
     *
     * @throws IllegalStateException if no place is taken
     */
    public void release() {
        giveBack();
        serve();
    }

    /**
     * Returns how many places are free.
     *
     * @return the number, from 0 to {@code maxConcurrent}
     */
    public int available() {
        return free.get();
    }

    /**
     * Returns how many calls wait for a place. Counts them one by one: for tests and now and then, not for each call.
     *
     * @return the number
     */
    public int waiting() {
        return waiters.size();
    }

    /** Name and settings, for logs. */
    @Override
    public String toString() {
        return "Bulkhead[" + settings.name + ", " + settings + "]";
    }

    BulkheadSettings settings() {
        return settings;
    }

    BulkheadFullException full(long waitedNanos) {
        return new BulkheadFullException(settings.name, settings.maxConcurrent, waitedNanos);
    }

    /**
     * Waits behind all others. The waiter may have a place already when this returns.
     *
     * @param call who is told of it, or null for a thread that waits for the latch
     */
    BulkheadWaiter enqueue(@Nullable AsyncWaits<?> call) {
        BulkheadWaiter waiter = new BulkheadWaiter(call);
        waiters.add(waiter);
        try {
            serve();
        } catch (Throwable broken) {
            // Nobody would come for the place that it is given some day.
            abandon(waiter);
            throw broken;
        }
        return waiter;
    }

    /** Waits no more; false if there is a place already, which is then to be used or given back. */
    boolean dequeue(BulkheadWaiter waiter) {
        boolean left = waiter.leave();
        if (left) {
            waiters.remove(waiter);
        }
        return left;
    }

    /** Waits no more and takes no place, be it granted or not. */
    void abandon(BulkheadWaiter waiter) {
        if (!dequeue(waiter)) {
            release();
        }
    }

    private void serve() {
        while (!waiters.isEmpty() && tryTake()) {
            BulkheadWaiter next = grant();
            if (next == null) {
                // Somebody may have come meanwhile and seen no place: look again.
                giveBack();
            } else {
                next.tell();
            }
        }
    }

    /** Hands a place that was taken over to who has waited longest, and wants it still; null if nobody does. */
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
            if (known == settings.maxConcurrent) {
                throw new IllegalStateException("bulkhead '" + settings.name + "': no place is taken");
            }
        } while (!free.compareAndSet(known, known + 1));
    }
}
