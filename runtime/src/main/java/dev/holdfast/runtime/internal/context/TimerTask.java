package dev.holdfast.runtime.internal.context;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A task of a {@link SystemTimer}: the value until it is run or cancelled, whichever comes first. */
@SuppressWarnings("serial")
final class TimerTask extends TimerEntry implements Future<@Nullable Object> {

    private final SystemTimer timer;
    private final boolean isWait;

    /**
     * Creates one.
     *
     * @param isWait whether a call waits for it, so that closing the timer must not drop it
     */
    TimerTask(SystemTimer timer, Runnable task, boolean isWait) {
        super(task);
        this.timer = timer;
        this.isWait = isWait;
    }

    @Override
    protected boolean isWaiting() {
        return waiting() != null;
    }

    /** Returns the task, or null once it was run or cancelled. */
    private @Nullable Object waiting() {
        Object task = get();
        // The timer itself stands for a task that was cancelled.
        return task == timer ? null : task;
    }

    @Override
    protected boolean withdraw() {
        Object task = waiting();
        return task != null && compareAndSet(task, timer);
    }

    @Override
    protected boolean run(boolean early) {
        Object task = waiting();
        if (task == null || !compareAndSet(task, null)) {
            return false;
        }
        if (isWait || !early) {
            ((Runnable) task).run();
        }
        return true;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = withdraw();
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
        return !isWaiting();
    }

    /** Not supported: no thread waits for a task. */
    @Override
    public @Nullable Object get(long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }
}
