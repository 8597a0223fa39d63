package dev.holdfast.runtime.internal.context;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link SystemTimer}, held as the value until it is run or cancelled, whichever takes it first. After that
 * the entry keeps nothing alive.
 */
public final class TimerEntry extends AtomicReference<@Nullable Runnable> implements Future<@Nullable Runnable> {

    private static final long serialVersionUID = 1L;

    private final transient SystemTimer timer;
    final long due;
    final boolean isWait;

    /** The first of the entries below this one in the heap. Used by the timer's thread only, like the next field. */
    transient @Nullable TimerEntry child;

    /** The next entry below the same one; in the inbox, the entry added before this one. */
    transient @Nullable TimerEntry sibling;

    TimerEntry(SystemTimer timer, Runnable task, long due, boolean isWait) {
        super(task);
        this.timer = timer;
        this.due = due;
        this.isWait = isWait;
    }

    /** Takes the task to run it; null if it was cancelled or taken already. */
    @Nullable
    Runnable take() {
        Runnable task = get();
        return task != null && task != timer && compareAndSet(task, null) ? task : null;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Runnable task = get();
        // The timer itself stands for a task that was cancelled.
        boolean cancelled = task != null && task != timer && compareAndSet(task, timer);
        if (cancelled) {
            timer.forget();
        }
        return cancelled;
    }

    @Override
    public boolean isCancelled() {
        return get() == timer;
    }

    @Override
    public boolean isDone() {
        Runnable task = get();
        return task == null || task == timer;
    }

    /** Not supported: no thread waits for an entry. */
    @Override
    public @Nullable Runnable get(long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }
}
