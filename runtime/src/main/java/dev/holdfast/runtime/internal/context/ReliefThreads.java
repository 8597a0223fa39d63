package dev.holdfast.runtime.internal.context;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Daemon threads of a context for what must run at once and is no business of the timer's thread: an interrupt, which may run somebody's code, and whatever
 * an executor refuses or leaves lying. Each begins when it is needed and ends when there was nothing for it for a while. What more than
 * {@value #MOST} of them would be needed for waits for one of them. Thread-safe, without locks.
 */
public final class ReliefThreads implements Executor {

    public static final int MOST = 64;
    private static final long IDLE_SECONDS = 5;

    /** How often what an executor runs at once in the calling thread may lead to more of the same in that thread. */
    static final int DEEPEST = 16;

    private final LinkedTransferQueue<Runnable> tasks = new LinkedTransferQueue<>();
    private final AtomicInteger threads = new AtomicInteger();
    private volatile boolean closed;

    /** What one thread after the other is to give to the executor, which may block it, but not more than one of them. */
    private final ConcurrentLinkedQueue<HandOver> toGive = new ConcurrentLinkedQueue<>();

    /** The thread whose turn it is to give, or these threads for one of them that will begin soon. */
    private final AtomicReference<@Nullable Object> turn = new AtomicReference<>();

    /** How deep threads are in what the executor runs at once. */
    private final ConcurrentMap<Thread, Integer> depths = new ConcurrentHashMap<>();

    /** Runs a task soon on one of these threads; here, where there is no thread at all and none can be made. Throws nothing that the task does not. */
    @Override
    public void execute(Runnable task) {
        if (!tasks.tryTransfer(task) && !begin(task)) {
            tasks.put(task);
            // The last thread may have ended before it could see this.
            if (threads.get() == 0 && !begin(null)) {
                for (Runnable left = tasks.poll(); left != null; left = tasks.poll()) {
                    left.run();
                }
            }
        }
    }

    /** Lets a further thread begin, if there may be one. */
    private boolean begin(@Nullable Runnable first) {
        if (!addThread()) {
            return false;
        }
        try {
            AtomicReference<@Nullable Runnable> given = new AtomicReference<>(first);
            OwnThread.make(() -> work(given), "holdfast-relief").start();
            return true;
        } catch (Throwable noThread) {
            // Mostly there is no memory for one.
            threads.decrementAndGet();
            return false;
        }
    }

    private boolean addThread() {
        for (int known = threads.get(); known < MOST; known = threads.get()) {
            if (threads.compareAndSet(known, known + 1)) {
                return true;
            }
        }
        return false;
    }

    /** A thread that lives on keeps nothing of what it has done, not even in a variable. */
    private void work(AtomicReference<@Nullable Runnable> first) {
        Runnable task = first.getAndSet(null);
        do {
            if (task == null) {
                task = next();
            }
            while (task != null) {
                run(task);
                task = null;
                task = next();
            }
        } while (!endThread());
    }

    /** Ends a thread; false if there is something to do after all. */
    private boolean endThread() {
        int left = threads.decrementAndGet();
        if (closed && left > 0) {
            // Wakes the next one, also if it is only about to wait.
            tasks.put(() -> {});
            return true;
        }
        return tasks.isEmpty() || !addThread();
    }

    private @Nullable Runnable next() {
        try {
            return closed ? tasks.poll() : tasks.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException meantForTheTask) {
            return tasks.poll();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            Thread thread = Thread.currentThread();
            try {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
            } catch (Throwable again) {
                // The handler's own trouble: the thread has more to do.
            }
        }
        // An interrupt was for the task.
        Thread.interrupted();
    }

    /** Ends the threads that have nothing to do; others when they have done it. What comes later is run all the same. */
    public void close() {
        closed = true;
        if (threads.get() > 0) {
            tasks.put(() -> {});
        }
    }

    /** Gives something to the executor soon, after what came before. */
    void give(HandOver handOver) {
        toGive.add(handOver);
        takeTurns();
    }

    private void takeTurns() {
        if (!toGive.isEmpty() && turn.compareAndSet(null, this)) {
            boolean begun = false;
            try {
                execute(this::giveAll);
                begun = true;
            } finally {
                if (!begun) {
                    turn.set(null);
                }
            }
        }
    }

    private void giveAll() {
        Thread thread = Thread.currentThread();
        turn.set(thread);
        try {
            HandOver next = toGive.poll();
            while (next != null) {
                next.give();
                next = turn.get() == thread ? toGive.poll() : null;
            }
        } finally {
            endTurn();
        }
    }

    /** If it is this thread's, lets another have it. */
    private void endTurn() {
        if (turn.compareAndSet(Thread.currentThread(), null)) {
            takeTurns();
        }
    }

    /**
     * The executor runs something in the thread that has given it. Says whether it may: not where that would be one of too many, each within
     * the one before. Then {@link #leave()} is to be called afterwards.
     */
    public boolean enter() {
        // What is run may take its time, or wait for what would be given next.
        endTurn();
        Thread thread = Thread.currentThread();
        int depth = depths.getOrDefault(thread, 0);
        if (depth == DEEPEST) {
            return false;
        }
        depths.put(thread, depth + 1);
        return true;
    }

    public void leave() {
        Thread thread = Thread.currentThread();
        int depth = depths.getOrDefault(thread, 0);
        if (depth > 1) {
            depths.put(thread, depth - 1);
        } else {
            depths.remove(thread);
        }
    }
}
