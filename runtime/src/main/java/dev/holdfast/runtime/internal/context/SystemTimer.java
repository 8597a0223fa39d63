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
 * One daemon thread for all waits of a context. It begins with the first wait, and ends when there was none for a while.
 *
 * <p>The thread alone has the entries, in a heap. Others put theirs into an inbox, by one atomic step, and see to it afterwards that the
 * thread will look there in time: so there is no lock that a thread could leave taken, and nothing that it could leave half done, should it run out of stack or memory.
 * The heap consists of the entries themselves and needs no memory of its own.
 */
public final class SystemTimer implements Timer, Runnable {

    private static final long IDLE_NANOS = 10_000_000_000L;

    /** How long others wait for the thread that somebody is starting, or for its end. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    /** 146 years, so that instants can be compared. */
    private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

    /** So many entries that were cancelled stay where they are, or as many as there are others. */
    private static final int FEW = 1_024;

    private final long idleNanos;

    /** What was added and not taken in yet, the latest first. */
    private final AtomicReference<@Nullable TimerEntry> inbox = new AtomicReference<>();

    /** Null while there is no thread, the thread while somebody starts it, and this timer while it runs. */
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    /** The latest that has run. */
    private volatile @Nullable Thread thread;

    /** When the thread will look into the inbox without being woken. */
    private volatile long nextLook;

    /** How many entries here were cancelled. */
    private final AtomicInteger forgotten = new AtomicInteger();

    /** How many of those are too many. */
    private volatile int tooMany = FEW;

    private volatile boolean closed;

    /** The root of the heap. Only for the thread, as the next one. */
    private @Nullable TimerEntry earliest;

    /** How many entries are in the heap. */
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

    /** An attempt is not cut before its time because the context is closed. */
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
            // It may have been run meanwhile, at the end of the timer: that is as good.
            if (entry.cancel(false)) {
                takeBack(entry);
                throw noThread;
            }
        }
        return entry;
    }

    /** So that what is refused again and again does not pile up. */
    private void takeBack(TimerEntry entry) {
        if (inbox.compareAndSet(entry, entry.sibling)) {
            forgotten.decrementAndGet();
        }
    }

    /** Sees to it that an entry of the inbox is found. */
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
                // It may fail, and what is in the inbox is then to be refused by those that have put it there.
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

    /** The thread. */
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

    /** Until there was nothing for a while. */
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
            // Nobody's interrupt is meant for this thread, and no wait may become a loop for one.
            Thread.interrupted();
        }
    }

    /** Empties the inbox, in the order in which entries came. */
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

    /** Says whether something was due. */
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
            // Tasks are ours and take care of themselves; the thread is for others too.
        }
    }

    /** The first of two heaps becomes the other's root, or the other way round. */
    private static TimerEntry meld(TimerEntry one, TimerEntry other) {
        TimerEntry root = other.due - one.due < 0 ? other : one;
        TimerEntry below = root == one ? other : one;
        below.sibling = root.child;
        root.child = below;
        return root;
    }

    /** Melds what was below a root: two by two, then from the last to the first. */
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

    /** An entry was cancelled. It stays until it is due, or there are too many of its kind. */
    public void forget() {
        int known = forgotten.incrementAndGet();
        // Not each time: the thread may have been woken and not come to it yet.
        if (known >= tooMany && known % 64 == 0) {
            LockSupport.unpark(thread);
        }
    }

    /** Builds the heap anew, of the entries that were not cancelled. */
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

    /** What waits is run now, and nobody's time is limited any more. */
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

    /** Ends the thread. What still waits is run now, so that nobody waits for it in vain. */
    public void close() {
        closed = true;
        // Where there is no thread that would look there. Whoever adds something later finds out that it is too late.
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
