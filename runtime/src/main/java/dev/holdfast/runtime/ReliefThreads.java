package dev.holdfast.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Daemon threads of a context for what must run at once and is no business of the timer's thread: an interrupt, which may run somebody's code, and whatever
 * an executor refuses or leaves lying. Each begins when it is needed and ends when there was nothing for it for a while. What more than
 * {@value #MOST} of them would be needed for waits for one of them. Thread-safe, without locks.
 */
final class ReliefThreads implements Executor {

    static final int MOST = 64;
    private static final long IDLE_SECONDS = 5;

    private final LinkedTransferQueue<Runnable> tasks = new LinkedTransferQueue<>();
    private final AtomicInteger threads = new AtomicInteger();
    private volatile boolean closed;

    /** Runs a task soon on one of these threads; here, where there is no thread at all and none can be made. Throws nothing that the task does not. */
    @Override
    public void execute(Runnable task) {
        if (!tasks.tryTransfer(task) && !begin(task)) {
            tasks.put(task);
            // The last thread may have ended before it could see this.
            if (threads.get() == 0 && !begin(null)) {
                Runnable left = tasks.poll();
                if (left != null) {
                    left.run();
                }
            }
        }
    }

    /** Lets a further thread begin, if there may be one. */
    private boolean begin(@Nullable Runnable first) {
        if (!enter()) {
            return false;
        }
        try {
            OwnThread.make(() -> work(first), "holdfast-relief").start();
            return true;
        } catch (Throwable noThread) {
            // Mostly there is no memory for one.
            threads.decrementAndGet();
            return false;
        }
    }

    private boolean enter() {
        for (int known = threads.get(); known < MOST; known = threads.get()) {
            if (threads.compareAndSet(known, known + 1)) {
                return true;
            }
        }
        return false;
    }

    private void work(@Nullable Runnable first) {
        Runnable task = first;
        do {
            if (task == null) {
                task = next();
            }
            while (task != null) {
                run(task);
                task = next();
            }
        } while (!leave());
    }

    /** Ends a thread; false if there is something to do after all. */
    private boolean leave() {
        int left = threads.decrementAndGet();
        if (closed && left > 0) {
            // Wakes the next one, also if it is only about to wait.
            tasks.put(() -> {});
            return true;
        }
        return tasks.isEmpty() || !enter();
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
    void close() {
        closed = true;
        if (threads.get() > 0) {
            tasks.put(() -> {});
        }
    }
}
