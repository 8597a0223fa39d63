package dev.holdfast.runtime.internal.context;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A wait of a {@link SystemTimer}. The value says whether the wait goes on, and whoever changes it first ends the wait. The timer may
 * keep the entry for a while after a wait was cancelled, so the entry must keep nothing else alive then. An entry may wait again once
 * it was run.
 */
@SuppressWarnings("serial")
public abstract class TimerEntry extends AtomicReference<@Nullable Object> {

    /** The end of the wait, as a time of {@link System#nanoTime()}. */
    long due;

    /** The next entry in a list of the timer's. Used by the timer only. */
    @Nullable
    TimerEntry next;

    protected TimerEntry(@Nullable Object value) {
        super(value);
    }

    /** Returns whether the wait goes on. */
    protected abstract boolean isWaiting();

    /** Ends the wait without running anything; returns false if it was run or cancelled already. */
    protected abstract boolean withdraw();

    /**
     * Ends the wait and runs what waits; returns false if it was cancelled. On the timer's thread or on one that closes the timer.
     *
     * @param early whether the timer is being closed, so that it is not time yet
     */
    protected abstract boolean run(boolean early);
}
