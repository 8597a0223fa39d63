package dev.holdfast.runtime.internal.context;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A task of a {@link SystemTimer}, which is held as the value until it is run or cancelled. Whoever takes it from there has decided which of the
 * two it is; after that the entry keeps nothing alive.
 */
public final class TimerEntry extends AtomicReference<@Nullable Runnable> implements Future<@Nullable Runnable> {

    private static final long serialVersionUID = 1L;

    private final transient SystemTimer timer;
    public final long due;
    public final boolean isWait;

    /** The first of the entries below this one in the timer's heap. Only for the timer's thread, as the next one. */
    transient @Nullable TimerEntry child;

    /** The next entry below the same one, or, for any thread, the one that was added before this one. */
    transient @Nullable TimerEntry sibling;

    TimerEntry(SystemTimer timer, Runnable task, long due, boolean isWait) {
        super(task);
        this.timer = timer;
        this.due = due;
        this.isWait = isWait;
    }

    /** Takes the task to run it; null if it was cancelled or taken already. */
    public @Nullable Runnable take() {
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

    /** Nobody waits for an entry. */
    @Override
    public @Nullable Runnable get(long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }
}
