package dev.holdfast.runtime.internal.timeout;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * An attempt with a time limit, as a {@link TimeWatch} sees it. The value is a number of use and a phase. An attempt of
 * {@link TimeSlots} that succeeds in time leaves its object {@link #FREE} for the next one, so that a success allocates
 * nothing; every other end is the end of the object.
 *
 * <p>The owner writes the other fields between {@link #CLAIMED} and {@link #RUNNING}. A watch reads them without a lock,
 * and may read those of a later attempt; they count only if it then finds the value unchanged by a compare-and-set.
 */
@SuppressWarnings("serial")
public abstract class TimeSlot extends AtomicLong {

    /** For the next attempt of any thread. */
    public static final int FREE = 0;

    /** For a moment: a thread begins an attempt, or reports a success. */
    public static final int CLAIMED = 1;

    public static final int RUNNING = 2;

    /** The attempt has ended, in time or not, and the object will not be used again. */
    public static final int ENDED = 3;

    /** Time is up, and the interrupt is still to come. */
    public static final int DUE = 4;

    public static final int FIRING = 5;

    /** Time is up, and the thread was interrupted. */
    public static final int INTERRUPTED = 6;

    /** Time is up; the attempt was cancelled, or its thread had been interrupted before. */
    public static final int EXPIRED = 7;

    private static final int PHASE = 7;

    /** The attempt's thread. Written only if it changes, like other references: a write costs more than a read. */
    protected @Nullable Thread thread;

    /** In nanoseconds. */
    protected long limit;

    /** The beginning by the context's clock. */
    protected long start;

    /** Whether {@link #start} is known; if not, the watch takes the time at which it first sees the attempt. */
    protected boolean startKnown;

    /** The watch over this attempt; null for an attempt with a timer's task. */
    protected @Nullable TimeWatch watch;

    /** The place in {@link TimeSlots}, where it has one. */
    @Nullable
    AtomicReferenceArray<@Nullable TimeSlot> cells;

    int index;

    // With the fields of the subclass, what two threads write is at least 128 bytes apart.
    @SuppressWarnings("unused")
    long pad1, pad2, pad3, pad4;

    /** Makes an object whose value is different from those of all that had its place before: none is used so often. */
    protected TimeSlot() {
        super((System.nanoTime() & Long.MAX_VALUE / (PHASE + 1)) * (PHASE + 1) + CLAIMED);
    }

    /** Makes an object without a place. */
    protected TimeSlot(int phase) {
        super(phase);
    }

    /** Returns the phase in a value. */
    public static int phase(long state) {
        return (int) state & PHASE;
    }

    public final int phase() {
        return phase(get());
    }

    /** Goes from one phase to another; returns false if it is in none of them, or was changed meanwhile. */
    protected final boolean move(int from, int to) {
        long state = get();
        return phase(state) == from && compareAndSet(state, state - from + to);
    }

    /** Goes to a phase; returns the one before. */
    protected final int moveTo(int to) {
        long state = get();
        while (!compareAndSet(state, (state & ~PHASE) | to)) {
            state = get();
        }
        return phase(state);
    }

    /** Leaves the object to the next attempt, after one that was claimed again in time. */
    protected final void free(long claimed) {
        if (watch != null && watch.isClosed()) {
            lazySet(claimed - CLAIMED + ENDED);
            evict();
        } else {
            lazySet((claimed | PHASE) + 1);
        }
    }

    /** Claims a free slot for an attempt; returns false if it is not free, or another thread was faster. */
    protected final boolean tryClaim() {
        long state = get();
        return phase(state) == FREE && compareAndSet(state, state + CLAIMED);
    }

    /** Returns whether this attempt is under way on a thread. */
    final boolean isUnderWay(Thread other) {
        int phase = phase();
        return (phase == RUNNING || phase > ENDED) && thread == other;
    }

    /** Returns whether it has a place in {@link TimeSlots}, and may be used again. */
    protected final boolean isInSlot() {
        return cells != null;
    }

    protected final Thread owner() {
        return Objects.requireNonNull(thread);
    }

    /** Begins the attempt, after the fields were written. */
    protected final void begin() {
        lazySet(get() - CLAIMED + RUNNING);
    }

    /** Returns whether attempts here come from threads that belong elsewhere, where there was no room. */
    protected final boolean isStray() {
        return !TimeSlots.FIRST.equals(cells);
    }

    /** Takes this object out of its place, where a watch finds it. It must have ended, as it will not be free again. */
    final void evict() {
        AtomicReferenceArray<@Nullable TimeSlot> from = cells;
        if (from != null) {
            from.compareAndSet(index, this, null);
        }
    }

    /** Drops a slot that is free, with all that it keeps alive. */
    final void drop(long state) {
        if (phase(state) == FREE && compareAndSet(state, state + ENDED)) {
            evict();
        }
    }

    /** Evicts an attempt that has ended, or was cut and can't end any more. */
    final void evictUnused() {
        Thread owner = thread;
        if (phase() == ENDED || owner == null || !owner.isAlive()) {
            evict();
        }
    }

    /**
     * Cuts the attempt, on the timer's thread, which must not do more than this.
     *
     * @param state the value at which it was due
     */
    protected abstract void cut(long state);
}
