package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A window of the latest time, in {@value #SLICES} slices: it covers at most its length, and at least nine tenths of
 * it. All counts only grow; a slice is stored as the counts at its beginning.
 *
 * <p>Reading the clock costs more than the rest, so it is sampled: every call that is recorded one by one reads it, but
 * only each {@value #SAMPLE}th other call of a stripe. The calls before that one count into the slice of the last
 * reading. A reading that begins a new slice makes the next call read the clock too, so that rare calls are counted
 * exactly.
 */
@SuppressWarnings("serial")
public final class TimeWindow extends RateWindow {

    static final int SLICES = 10;

    private final Clock clock;
    private final long origin;
    private final long sliceNanos;
    private final int minimumCalls;

    /** The number of the latest slice. Written under the lock. */
    private volatile long latest;

    /** The number of all marked calls so far. */
    private long allMarked;

    /** The numbers of unmarked calls at the beginning of the latest slices; null for zeros. */
    private long @Nullable [] unmarkedBefore;

    /** The numbers of marked calls at the beginning of the latest slices; null for zeros. */
    private long @Nullable [] markedBefore;

    /**
     * Creates an empty window.
     *
     * @param nanos its length
     * @param minimumCalls the number of calls from which a rate counts
     * @param clock the time, which passes from now on
     */
    public TimeWindow(long nanos, int minimumCalls, Clock clock) {
        super(0);
        this.clock = clock;
        this.origin = clock.nanoTime();
        this.sliceNanos = Math.max(1, nanos / SLICES);
        this.minimumCalls = minimumCalls;
    }

    @Override
    long recordOneByOne(boolean marked) {
        return recordIn(slice(), marked ? 0 : 1, marked ? 1 : 0);
    }

    /** Within a slice, unmarked calls only lower the rate: the window is looked at when a new one begins. */
    @Override
    long look(long count) {
        long slice = slice();
        return slice > latest ? recordIn(slice, 0, 0) : UNCHANGED;
    }

    @Override
    public long totals() {
        return totals(slice());
    }

    private long slice() {
        return (clock.nanoTime() - origin) / sliceNanos;
    }

    /** Records a call, or none, in a slice or the latest one, which another thread may have begun meanwhile. */
    private synchronized long recordIn(long slice, int unmarked, int marked) {
        boolean begins = slice > latest;
        if (begins) {
            begin(slice);
        }
        if (unmarked > 0) {
            count();
        }
        allMarked += marked;
        long totals = totals(slice);
        switchTo(!begins && calls(totals) >= minimumCalls ? COUNTED : ONE_BY_ONE);
        return totals;
    }

    /** Begins a slice. Those between it and the latest had no calls. */
    private void begin(long slice) {
        long unmarked = unmarked();
        long[] unmarkedTotals = unmarkedBefore == null ? new long[SLICES] : unmarkedBefore;
        long[] markedTotals = markedBefore == null && allMarked > 0 ? new long[SLICES] : markedBefore;
        // No method call until all is written: a stack overflow there would leave it half done.
        for (long each = Math.max(latest, slice - SLICES) + 1; each <= slice; each++) {
            int at = (int) (each % SLICES);
            unmarkedTotals[at] = unmarked;
            if (markedTotals != null) {
                markedTotals[at] = allMarked;
            }
        }
        unmarkedBefore = unmarkedTotals;
        markedBefore = markedTotals;
        latest = slice;
    }

    private synchronized long totals(long slice) {
        // Another thread may have read the clock later, and come first.
        long oldest = Math.max(slice, latest) - SLICES + 1;
        if (oldest > latest) {
            return UNCHANGED;
        }
        int at = (int) Math.floorMod(oldest, (long) SLICES);
        long marked = allMarked - (markedBefore == null ? 0 : markedBefore[at]);
        long unmarked = unmarked() - (unmarkedBefore == null ? 0 : unmarkedBefore[at]);
        return totals(unmarked + marked, marked);
    }
}
