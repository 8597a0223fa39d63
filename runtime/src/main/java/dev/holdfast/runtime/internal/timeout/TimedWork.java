package dev.holdfast.runtime.internal.timeout;

import org.jspecify.annotations.Nullable;

/** An asynchronous attempt with a time limit, in the list of a {@link TimeWatch} until its next look. */
public abstract class TimedWork {

    protected final long limit;

    /** The attempt that began before this one. Written before this is in the list, and then by the watch only. */
    @Nullable
    TimedWork before;

    protected TimedWork(long limit) {
        this.limit = limit;
    }

    /** Gets a task of the timer if it is still under way. On the timer's thread; throws nothing. */
    protected abstract void seen();
}
