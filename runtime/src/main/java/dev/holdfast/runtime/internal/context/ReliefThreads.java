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
 * The threads in reserve of a context: daemon threads for tasks that must run at once and not on the timer's thread,
 * such as an interrupt, which may run foreign code, or a task that an executor refuses or delays. They start on demand
 * and end when idle. At most {@value #MOST} run; further tasks wait. Thread-safe and lock-free.
 */
public final class ReliefThreads implements Executor {

    public static final int MOST = 64;
    private static final long IDLE_SECONDS = 5;

    /** The maximum depth of nested tasks that an executor runs in the calling thread. */
    static final int DEEPEST = 16;

    private final LinkedTransferQueue<Runnable> tasks = new LinkedTransferQueue<>();
    private final AtomicInteger threads = new AtomicInteger();
    private volatile boolean closed;

    /** Tasks for the executor, given to it by one thread at a time, so that a blocking executor blocks only one. */
    private final ConcurrentLinkedQueue<HandOver> toGive = new ConcurrentLinkedQueue<>();

    /** The thread whose turn it is to give tasks to the executor; this object for a thread that is about to start. */
    private final AtomicReference<@Nullable Object> turn = new AtomicReference<>();

    /** The depth of nested tasks by thread. */
    private final ConcurrentMap<Thread, Integer> depths = new ConcurrentHashMap<>();

    /**
     * Runs a task soon on one of these threads, or here if there is no thread and none can be started. Throws only
     * exceptions of the task.
     */
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

    /** Starts another thread, if there are not too many. */
    private boolean begin(@Nullable Runnable first) {
        if (!addThread()) {
            return false;
        }
        try {
            AtomicReference<@Nullable Runnable> given = new AtomicReference<>(first);
            OwnThread.make(() -> work(given), "holdfast-relief").start();
            return true;
        } catch (Throwable noThread) {
            // Usually for lack of memory.
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

    /** Runs tasks. An idle thread keeps no reference to its last task, not even in a variable. */
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

    /** Ends a thread; returns false if there is a task after all. */
    private boolean endThread() {
        int left = threads.decrementAndGet();
        if (closed && left > 0) {
            // Wakes the next thread, even if it is only about to wait.
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
                // A failure of the handler itself: the thread has more tasks.
            }
        }
        // An interrupt was meant for the task.
        Thread.interrupted();
    }

    /** Ends idle threads now, and busy ones after their task. Later tasks are still run. */
    void close() {
        closed = true;
        if (threads.get() > 0) {
            tasks.put(() -> {});
        }
    }

    /** Gives a task to the executor soon, in order. */
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

    /** Ends the turn of the calling thread, if it has it. */
    private void endTurn() {
        if (turn.compareAndSet(Thread.currentThread(), null)) {
            takeTurns();
        }
    }

    /**
     * Enters a task that the executor runs in the calling thread. Returns false if too many are nested; otherwise
     * {@link #leave()} must be called after the task.
     */
    boolean enter() {
        // The task may take long, or wait for the next one to be given.
        endTurn();
        Thread thread = Thread.currentThread();
        int depth = depths.getOrDefault(thread, 0);
        if (depth == DEEPEST) {
            return false;
        }
        depths.put(thread, depth + 1);
        return true;
    }

    void leave() {
        Thread thread = Thread.currentThread();
        int depth = depths.getOrDefault(thread, 0);
        if (depth > 1) {
            depths.put(thread, depth - 1);
        } else {
            depths.remove(thread);
        }
    }
}
