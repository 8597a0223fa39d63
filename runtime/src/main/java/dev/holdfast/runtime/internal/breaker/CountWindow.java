package dev.holdfast.runtime.internal.breaker;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A window of a number of latest calls, exact, without locks and without allocation. One {@code long}, inherited to
 * save an object, holds the number of all calls, the number of marked calls in the window, and the slot of the next
 * mark.
 *
 * <p>Only marked calls are stored, each by its number, in order. An unmarked call costs one compare-and-set, or none if
 * the window is full and has no marks. A mark is stored after the {@code long} has changed. Until then the {@code long}
 * says that a mark is pending, and the next thread that wants to change it stores the mark first, so that no thread
 * waits.
 */
@SuppressWarnings("serial")
public final class CountWindow extends AtomicLong implements RateWindow {

    /** The largest window: two of the numbers have 14 bits each. */
    public static final int MAX_SIZE = 10_000;

    private static final int BITS = 14;
    private static final long NUMBER = (1L << BITS) - 1;
    private static final long PENDING = 1L << (2 * BITS);
    private static final long FULL = PENDING << 1;
    private static final int CALL_SHIFT = 2 * BITS + 2;

    /** The numbers of the marked calls, the oldest first, in a circle. */
    private final AtomicIntegerArray marks;

    /**
     * Creates a window with unmarked calls.
     *
     * @param size the number of calls that it covers
     * @param calls the number of calls so far, at most the size
     */
    public CountWindow(int size, int calls) {
        super(((long) calls << CALL_SHIFT) | (calls == size ? FULL : 0));
        this.marks = new AtomicIntegerArray(size);
    }

    @Override
    public long record(boolean marked) {
        for (; ; ) {
            long before = get();
            if (!marked && (before & (NUMBER | FULL)) == FULL) {
                return UNCHANGED;
            }
            if ((before & PENDING) == 0 || note(before)) {
                long after = after(before, marked);
                if (compareAndSet(before, after)) {
                    return totals(after);
                }
            }
        }
    }

    @Override
    public long totals() {
        return totals(get());
    }

    private long totals(long numbers) {
        return RateWindow.totals((numbers & FULL) == 0 ? numbers >>> CALL_SHIFT : marks.length(), numbers & NUMBER);
    }

    private long after(long before, boolean marked) {
        int size = marks.length();
        long call = (before >>> CALL_SHIFT) + 1;
        int count = (int) (before & NUMBER);
        int next = next(before);
        // Until the window is full that would be a call before the first.
        if (count > 0 && marks.get(slot(next - count)) == (int) (call - size)) {
            count--;
        }
        long after = (call << CALL_SHIFT) | (call == size ? FULL : before & FULL);
        return marked
                ? after | PENDING | ((long) slot(next + 1 - size) << BITS) | (count + 1)
                : after | ((long) next << BITS) | count;
    }

    /**
     * Stores the latest mark, unless another thread has. The numbers of calls only grow, so that this can't succeed
     * late.
     *
     * @return false if there is a later mark already
     */
    private boolean note(long numbers) {
        int slot = slot(next(numbers) - 1);
        int old = marks.get(slot);
        int call = (int) (numbers >>> CALL_SHIFT);
        if (get() != numbers) {
            return false;
        }
        if (old != call) {
            marks.compareAndSet(slot, old, call);
        }
        return true;
    }

    private static int next(long numbers) {
        return (int) ((numbers >>> BITS) & NUMBER);
    }

    /** A place in the circle that may lie up to one round before its beginning. */
    private int slot(int place) {
        return place < 0 ? place + marks.length() : place;
    }
}
