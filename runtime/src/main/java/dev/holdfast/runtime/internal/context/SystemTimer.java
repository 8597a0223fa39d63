package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.StackRoom;
import dev.holdfast.runtime.spi.Timer;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One daemon thread for all waits of a context, started with the first wait and ended when idle.
 *
 * <p>Only the thread accesses the entries, in a heap. Other threads add theirs to an inbox, by one atomic step, and
 * then wake the thread if it would look there too late. So a thread that runs out of stack or memory leaves no lock
 * taken and nothing half done. The heap consists of the entries themselves and needs no other memory.
 */
public final class SystemTimer implements Timer, Runnable {

    private static final long IDLE_NANOS = 10_000_000_000L;

    /** The longest wait for the thread to start or to end. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    /** 146 years, so that instants can be compared. */
    private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

    /** The number of cancelled entries that are kept, if it is more than the number of others. */
    private static final int FEW = 1_024;

    private final long idleNanos;

    /** The entries that were added but are not in the heap yet, the latest first. */
    private final AtomicReference<@Nullable TimerEntry> inbox = new AtomicReference<>();

    /** Null without a thread, the thread while it is being started, this timer while it runs. */
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    /** The thread that ran last. */
    private volatile @Nullable Thread thread;

    /** The time at which the thread next looks into the inbox by itself. */
    private volatile long nextLook;

    /** The number of cancelled entries. */
    private final AtomicInteger forgotten = new AtomicInteger();

    /** The number of cancelled entries from which on the heap is rebuilt. */
    private volatile int tooMany = FEW;

    private volatile boolean closed;

    /** The root of the heap. Used by the thread only, like the next field. */
    private @Nullable TimerEntry earliest;

    /** The number of entries in the heap. */
    private int size;

    SystemTimer() {
        this(IDLE_NANOS);
    }

    SystemTimer(long idleNanos) {
        this.idleNanos = idleNanos;
    }

    @Override
    public Future<?> schedule(Runnable task, long nanos) {
        return add(task, nanos, true);
    }

    /** Closing the context drops these tasks, so that no attempt ends before its time limit. */
    @Override
    public Future<?> scheduleTimeout(Runnable task, long nanos) {
        return add(task, nanos, false);
    }

    boolean isItsThread() {
        return Thread.currentThread() == thread;
    }

    private Future<?> add(Runnable task, long nanos, boolean isWait) {
        if (closed) {
            throw closedException();
        }
        long due = System.nanoTime() + Math.max(0, Math.min(nanos, LONGEST_NANOS));
        TimerEntry entry = new TimerEntry(this, task, due, isWait);
        StackRoom.reserve();
        TimerEntry before;
        do {
            before = inbox.get();
            entry.sibling = before;
        } while (!inbox.compareAndSet(before, entry));
        try {
            attend(entry);
        } catch (Throwable noThread) {
            // The closing timer may have run it meanwhile, which is as good.
            if (entry.cancel(false)) {
                takeBack(entry);
                throw noThread;
            }
        }
        return entry;
    }

    /** Removes a rejected entry, so that they do not pile up. */
    private void takeBack(TimerEntry entry) {
        if (inbox.compareAndSet(entry, entry.sibling)) {
            forgotten.decrementAndGet();
        }
    }

    /** Makes sure that the thread finds an entry of the inbox in time. */
    private void attend(TimerEntry entry) {
        if (closed) {
            throw closedException();
        }
        if (state.get() != this) {
            start();
        } else if (entry.due - nextLook < 0) {
            LockSupport.unpark(thread);
        }
    }

    private static RejectedExecutionException closedException() {
        return new RejectedExecutionException("the context is closed");
    }

    /** Starts the thread, unless another does. */
    private void start() {
        StackRoom.reserveMuch();
        long since = System.nanoTime();
        for (Object other = state.get(); other != this; other = state.get()) {
            if (other == null) {
                OwnThread mine = OwnThread.make(this, "holdfast-timer");
                if (state.compareAndSet(null, mine)) {
                    start(mine);
                    return;
                }
            } else if (System.nanoTime() - since < PATIENCE_NANOS) {
                // The start may fail, and then the threads that added entries to the inbox must reject them.
                LockSupport.parkNanos(this, 20_000);
            } else if (state.compareAndSet(other, null)) {
                since = System.nanoTime();
            }
        }
    }

    private void start(OwnThread mine) {
        boolean started = false;
        try {
            mine.start();
            started = true;
        } finally {
            if (!started) {
                state.compareAndSet(mine, null);
            }
        }
    }

    /** Runs on the thread. */
    @Override
    public void run() {
        if (!state.compareAndSet(Thread.currentThread(), this)) {
            // Started so late that another was started instead.
            return;
        }
        do {
            thread = Thread.currentThread();
            keepTime();
            state.set(null);
        } while (inbox.get() != null && state.compareAndSet(null, this));
    }

    /** Runs entries when they are due, until idle. */
    private void keepTime() {
        long idleSince = System.nanoTime();
        while (true) {
            takeIn();
            if (closed) {
                end();
                return;
            }
            long now = System.nanoTime();
            if (runDue(now)) {
                idleSince = now;
                continue;
            }
            if (now - idleSince >= idleNanos) {
                // What is left may all have been cancelled.
                purge();
                if (earliest == null) {
                    return;
                }
                idleSince = now;
            }
            awaitNext(idleSince + idleNanos, now);
        }
    }

    private void awaitNext(long idleUntil, long now) {
        TimerEntry next = earliest;
        long look = next != null && next.due - idleUntil < 0 ? next.due : idleUntil;
        nextLook = look;
        if (inbox.get() == null && !closed) {
            LockSupport.parkNanos(this, look - now);
            // No interrupt is meant for this thread, and one must not turn its wait into a busy loop.
            Thread.interrupted();
        }
    }

    /** Moves the entries of the inbox into the heap, in order. */
    private void takeIn() {
        TimerEntry latest = inbox.getAndSet(null);
        TimerEntry inOrder = null;
        while (latest != null) {
            TimerEntry before = latest.sibling;
            latest.sibling = inOrder;
            inOrder = latest;
            latest = before;
        }
        while (inOrder != null) {
            TimerEntry next = inOrder.sibling;
            inOrder.sibling = null;
            insert(inOrder);
            inOrder = next;
        }
        if (forgotten.get() >= tooMany) {
            purge();
        }
    }

    private void insert(TimerEntry entry) {
        if (entry.isDone()) {
            forgotten.decrementAndGet();
            return;
        }
        earliest = earliest == null ? entry : meld(earliest, entry);
        size++;
    }

    /** Runs entries that are due; returns whether there were any. */
    private boolean runDue(long now) {
        boolean any = false;
        for (TimerEntry next = earliest; next != null && next.due - now <= 0; next = earliest) {
            earliest = withoutRoot(next);
            any |= run(next);
        }
        return any;
    }

    private boolean run(TimerEntry entry) {
        size--;
        Runnable task = entry.take();
        if (task == null) {
            forgotten.decrementAndGet();
            return false;
        }
        run(task);
        return true;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable broken) {
            // Tasks handle their own failures; the thread serves other calls too.
        }
    }

    /** Melds two heaps: the root that is due later goes below the other. */
    private static TimerEntry meld(TimerEntry one, TimerEntry other) {
        TimerEntry root = other.due - one.due < 0 ? other : one;
        TimerEntry below = root == one ? other : one;
        below.sibling = root.child;
        root.child = below;
        return root;
    }

    /** Removes a root, and melds the heaps below it: in pairs, then from the last pair to the first. */
    private static @Nullable TimerEntry withoutRoot(TimerEntry root) {
        TimerEntry pairs = null;
        TimerEntry left = root.child;
        root.child = null;
        while (left != null) {
            TimerEntry one = left;
            TimerEntry other = one.sibling;
            left = other == null ? null : other.sibling;
            one.sibling = null;
            if (other != null) {
                other.sibling = null;
                one = meld(one, other);
            }
            one.sibling = pairs;
            pairs = one;
        }
        TimerEntry heap = null;
        while (pairs != null) {
            TimerEntry next = pairs.sibling;
            pairs.sibling = null;
            heap = heap == null ? pairs : meld(heap, pairs);
            pairs = next;
        }
        return heap;
    }

    /** Counts a cancelled entry, which stays until it is due or too many are cancelled. */
    void forget() {
        int known = forgotten.incrementAndGet();
        // Not each time: the thread may have been woken already.
        if (known >= tooMany && known % 64 == 0) {
            LockSupport.unpark(thread);
        }
    }

    /** Rebuilds the heap without the cancelled entries. */
    private void purge() {
        TimerEntry left = earliest;
        earliest = null;
        size = 0;
        while (left != null) {
            TimerEntry entry = left;
            left = entry.sibling;
            entry.sibling = null;
            TimerEntry child = entry.child;
            entry.child = null;
            if (child != null) {
                TimerEntry last = child;
                while (last.sibling != null) {
                    last = last.sibling;
                }
                last.sibling = left;
                left = child;
            }
            insert(entry);
        }
        tooMany = Math.max(FEW, size);
    }

    /** Runs all waits now, and drops all time limits. */
    private void end() {
        for (TimerEntry next = earliest; next != null; next = earliest) {
            earliest = withoutRoot(next);
            size--;
            end(next);
        }
    }

    private static void end(TimerEntry entry) {
        Runnable task = entry.take();
        if (task != null && entry.isWait) {
            run(task);
        }
    }

    /** Ends the thread, and runs all waits now, so that no call waits for ever. */
    void close() {
        closed = true;
        // For a timer without a thread. Threads that add entries later find it closed.
        for (TimerEntry left = inbox.getAndSet(null); left != null; left = left.sibling) {
            end(left);
        }
        long since = System.nanoTime();
        while (state.get() != null && !isItsThread() && System.nanoTime() - since < PATIENCE_NANOS) {
            LockSupport.unpark(thread);
            LockSupport.parkNanos(this, 20_000);
        }
    }
}
