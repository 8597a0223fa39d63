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
 * <p>Only the thread accesses the queue. Other threads add their entries to an inbox, by one atomic step, and then wake
 * the thread if it would look there too late. So a thread that runs out of stack or memory leaves no lock taken and
 * nothing half done. Inbox and queue consist of the entries themselves and need no other memory.
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

    /** The entries that were added but are not in the queue yet, the latest first. */
    private final AtomicReference<@Nullable TimerEntry> inbox = new AtomicReference<>();

    /** Null without a thread, the thread while it is being started, this timer while it runs. */
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    /** The thread that ran last. */
    private volatile @Nullable Thread thread;

    /** The time at which the thread next looks into the inbox by itself. */
    private volatile long nextLook;

    /** The number of cancelled entries. */
    private final AtomicInteger forgotten = new AtomicInteger();

    /** The number of cancelled entries from which on they are removed from the queue. */
    private volatile int tooMany = FEW;

    private volatile boolean closed;

    /** Used by the thread only. */
    private final TimerQueue queue = new TimerQueue(System.nanoTime());

    SystemTimer() {
        this(IDLE_NANOS);
    }

    SystemTimer(long idleNanos) {
        this.idleNanos = idleNanos;
    }

    @Override
    public Future<?> schedule(Runnable task, long nanos) {
        return add(new TimerTask(this, task, true), nanos);
    }

    /** Closing the context drops these tasks, so that no attempt ends before its time limit. */
    @Override
    public Future<?> scheduleTimeout(Runnable task, long nanos) {
        return add(new TimerTask(this, task, false), nanos);
    }

    private TimerTask add(TimerTask task, long nanos) {
        begin(task, nanos);
        return task;
    }

    boolean isItsThread() {
        return Thread.currentThread() == thread;
    }

    /**
     * Begins a wait.
     *
     * @param entry waits, and is in no timer
     * @throws RejectedExecutionException if the timer is closed and the entry was withdrawn
     */
    public void begin(TimerEntry entry, long nanos) {
        if (closed) {
            if (entry.withdraw()) {
                throw closedException();
            }
            return;
        }
        entry.due = System.nanoTime() + Math.max(0, Math.min(nanos, LONGEST_NANOS));
        long due = entry.due;
        StackRoom.reserve();
        TimerEntry before;
        do {
            before = inbox.get();
            entry.next = before;
        } while (!inbox.compareAndSet(before, entry));
        try {
            attend(due);
        } catch (Throwable noThread) {
            // The closing timer may have run it meanwhile, which is as good.
            if (entry.withdraw()) {
                takeBack(entry);
                throw noThread;
            }
        }
    }

    /** Removes a withdrawn entry, so that they do not pile up. */
    private void takeBack(TimerEntry entry) {
        forgotten.incrementAndGet();
        if (inbox.compareAndSet(entry, entry.next)) {
            forgotten.decrementAndGet();
        }
    }

    /** Makes sure that the thread finds an entry of the inbox in time. */
    private void attend(long due) {
        if (closed) {
            throw closedException();
        }
        if (state.get() != this) {
            start();
        } else if (due - nextLook < 0) {
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
                if (queue.size() == 0) {
                    return;
                }
                idleSince = now;
            }
            awaitNext(idleSince + idleNanos, now);
        }
    }

    private void awaitNext(long idleUntil, long now) {
        long look = queue.nextDue(idleUntil);
        nextLook = look;
        if (inbox.get() == null && !closed) {
            LockSupport.parkNanos(this, look - now);
            // No interrupt is meant for this thread, and one must not turn its wait into a busy loop.
            Thread.interrupted();
        }
    }

    /** Moves the entries of the inbox into the queue, in order. */
    private void takeIn() {
        TimerEntry latest = inbox.getAndSet(null);
        TimerEntry inOrder = null;
        while (latest != null) {
            TimerEntry before = latest.next;
            latest.next = inOrder;
            inOrder = latest;
            latest = before;
        }
        while (inOrder != null) {
            TimerEntry next = inOrder.next;
            inOrder.next = null;
            insert(inOrder);
            inOrder = next;
        }
        if (forgotten.get() >= tooMany) {
            purge();
        }
    }

    private void insert(TimerEntry entry) {
        if (entry.isWaiting()) {
            queue.add(entry);
        } else {
            forgotten.decrementAndGet();
        }
    }

    /** Runs entries that are due; returns whether there were any. */
    private boolean runDue(long now) {
        boolean any = false;
        for (TimerEntry next = queue.poll(now); next != null; next = queue.poll(now)) {
            boolean waited = run(next, false);
            any |= waited;
            if (!waited) {
                forgotten.decrementAndGet();
            }
        }
        return any;
    }

    private static boolean run(TimerEntry entry, boolean early) {
        try {
            return entry.run(early);
        } catch (Throwable broken) {
            // Tasks handle their own failures; the thread serves other calls too.
            return true;
        }
    }

    /** Counts a cancelled entry, which stays until it is due or too many are cancelled. */
    public void forget() {
        int known = forgotten.incrementAndGet();
        // Not each time: the thread may have been woken already.
        if (known >= tooMany && known % 64 == 0) {
            LockSupport.unpark(thread);
        }
    }

    /** Removes the cancelled entries from the queue. */
    private void purge() {
        forgotten.addAndGet(-queue.purge());
        tooMany = Math.max(FEW, queue.size());
    }

    /** Runs all waits now, and drops all time limits. */
    private void end() {
        long never = System.nanoTime() + LONGEST_NANOS;
        for (TimerEntry next = queue.poll(never); next != null; next = queue.poll(never)) {
            run(next, true);
        }
    }

    /** Ends the thread, and runs all waits now, so that no call waits for ever. */
    void close() {
        closed = true;
        // For a timer without a thread. Threads that add entries later find it closed.
        TimerEntry left = inbox.getAndSet(null);
        while (left != null) {
            TimerEntry next = left.next;
            left.next = null;
            run(left, true);
            left = next;
        }
        long since = System.nanoTime();
        while (state.get() != null && !isItsThread() && System.nanoTime() - since < PATIENCE_NANOS) {
            LockSupport.unpark(thread);
            LockSupport.parkNanos(this, 20_000);
        }
    }
}
