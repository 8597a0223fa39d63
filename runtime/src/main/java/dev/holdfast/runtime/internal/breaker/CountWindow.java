package dev.holdfast.runtime.internal.breaker;

/**
 * A window of a number of latest calls, exact. Only marked calls are stored, each by its number, in order. Once the
 * window is full and has no marks, an unmarked call writes nothing.
 */
@SuppressWarnings("serial")
public final class CountWindow extends RateWindow {

    /** The largest window. */
    public static final int MAX_SIZE = 10_000;

    /** The number of unmarked calls of a stripe after which a window without marks is found. */
    public static final int SWEEP = 8 * SAMPLE;

    private static final int FIRST_MARKS = 8;

    private final int size;
    private final int minimumCalls;

    /** The numbers of the marked calls, in a circle that grows with them; the low halves, to compare by difference. */
    private int[] marks;

    /** The slot of the oldest mark. */
    private int oldest;

    /** The number of marks. */
    private int count;

    /** The number of all marked calls so far. */
    private long allMarked;

    /**
     * Creates a window with unmarked calls.
     *
     * @param size the number of calls that it covers
     * @param calls the number of calls so far, at most the size
     * @param minimumCalls the number of calls from which a rate counts, at most the size
     */
    public CountWindow(int size, int calls, int minimumCalls) {
        super(calls);
        this.size = size;
        this.minimumCalls = minimumCalls;
        this.marks = new int[Math.min(size, FIRST_MARKS)];
        switchTo(mode(calls));
    }

    @Override
    synchronized long recordOneByOne(boolean marked) {
        if (!marked) {
            count();
            return drop();
        }
        long call = unmarked() + allMarked + 1;
        removeOld(call);
        if (count == marks.length) {
            grow();
        }
        // No method call until all is written: a stack overflow there would leave it half done.
        int slot = oldest + count;
        marks[slot < marks.length ? slot : slot - marks.length] = (int) call;
        count++;
        allMarked++;
        switchTo(mode(call));
        return numbers(call);
    }

    @Override
    long look(long counted) {
        if (counted % SWEEP == 0) {
            drop();
        }
        return UNCHANGED;
    }

    @Override
    public long totals() {
        return drop();
    }

    /** Drops the marks that have left the window. */
    private synchronized long drop() {
        long calls = unmarked() + allMarked;
        removeOld(calls);
        switchTo(mode(calls));
        return numbers(calls);
    }

    private void removeOld(long calls) {
        int slot = oldest;
        int left = count;
        while (left > 0 && (int) calls - marks[slot] >= size) {
            slot = slot + 1 < marks.length ? slot + 1 : 0;
            left--;
        }
        oldest = slot;
        count = left;
    }

    /** Makes room for more marks. The circle is full. */
    private void grow() {
        int[] more = new int[Math.min(2 * marks.length, size)];
        int tail = marks.length - oldest;
        System.arraycopy(marks, oldest, more, 0, tail);
        System.arraycopy(marks, 0, more, tail, oldest);
        oldest = 0;
        marks = more;
    }

    private int mode(long calls) {
        if (calls < minimumCalls) {
            return ONE_BY_ONE;
        }
        return count == 0 && calls >= size ? SKIPPED : COUNTED;
    }

    private long numbers(long calls) {
        return totals(Math.min(calls, size), count);
    }
}
