package dev.holdfast.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One daemon thread for all waits of a context. It begins with the first wait, and ends when there was none for a while. */
final class SystemTimer implements Timer, ThreadFactory {

    private static final long IDLE_SECONDS = 10;

    private final AtomicReference<@Nullable ScheduledThreadPoolExecutor> executor = new AtomicReference<>();
    private volatile boolean closed;

    @Override
    public Future<?> schedule(Runnable task, long nanos) {
        Future<?> scheduled = closed ? null : scheduled(task, nanos);
        // A task that comes while the timer is being closed may be cancelled instead of refused, or come too late to be
        // run then.
        if (scheduled == null || scheduled.isCancelled() || (closed && scheduled.cancel(false))) {
            throw new RejectedExecutionException("the context is closed");
        }
        return scheduled;
    }

    private Future<?> scheduled(Runnable task, long nanos) {
        return task instanceof Callable
                ? executor().schedule((Callable<?>) task, nanos, TimeUnit.NANOSECONDS)
                : executor().schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** An attempt is not cut before its time because the context is closed. */
    @Override
    public Future<?> scheduleTimeout(Runnable task, long nanos) {
        return schedule(
                () -> {
                    if (!closed) {
                        task.run();
                    }
                },
                nanos);
    }

    private ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor made = executor.get();
        if (made == null) {
            made = new ScheduledThreadPoolExecutor(1, this);
            made.setRemoveOnCancelPolicy(true);
            made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            made.allowCoreThreadTimeOut(true);
            ScheduledThreadPoolExecutor first = executor.compareAndSet(null, made) ? null : executor.get();
            made = first == null ? made : first;
        }
        return made;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "holdfast-timer");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the thread. What still waits is run now, so that nobody waits for it in vain. */
    void close() {
        closed = true;
        ScheduledThreadPoolExecutor made = executor.get();
        if (made != null) {
            made.shutdown();
            List<Runnable> waiting = new ArrayList<>(made.getQueue());
            for (Runnable each : waiting) {
                each.run();
            }
            made.shutdownNow();
        }
    }
}
