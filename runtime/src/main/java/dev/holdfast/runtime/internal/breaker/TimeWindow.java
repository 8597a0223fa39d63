package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.spi.Clock;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A window of the latest time, in {@value #SLICES} slices: it covers at most its length, and at least nine tenths of
 * it. Calls are counted on stripes, to which threads are spread, in totals that only grow; a slice is stored as the
 * totals at its beginning.
 *
 * <p>Reading the clock costs more than the rest, so it is sampled: every marked call reads it, but only each
 * {@value #SAMPLE}th unmarked call of a stripe. The unmarked calls before that one count into the slice of the last
 * reading. Sampling begins when the minimum number of calls is reached, and pauses when the last reading began a new
 * slice, so that rare calls are counted exactly.
 */
public final class TimeWindow implements RateWindow {

    static final int SLICES = 10;
    static final int SAMPLE = 16;

    /** The distance of stripes in longs: two cache lines, which processors often fetch together. */
    private static final int STRIDE = 16;

    private static final int MAX_STRIPES = 16;

    /** The offset of the unmarked count within a stripe. */
    private static final int UNMARKED = 0;

    private static final int MARKED = 1;

    private final Clock clock;
    private final long origin;
    private final long sliceNanos;
    private final int minimumCalls;

    private final AtomicLongArray counts;

    private final AtomicReference<Slices> slices =
            new AtomicReference<>(new Slices(0, new long[SLICES], new long[SLICES]));

    private volatile boolean sampling;

    TimeWindow(long nanos, int minimumCalls, Clock clock) {
        this.clock = clock;
        this.origin = clock.nanoTime();
        this.sliceNanos = Math.max(1, nanos / SLICES);
        this.minimumCalls = minimumCalls;
        // Twice as many as can run at once, so that two of them seldom share one.
        int stripes = 2 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors());
        this.counts = new AtomicLongArray(Math.min(stripes, MAX_STRIPES) * STRIDE);
    }

    @Override
    public long record(boolean marked) {
        int stripe = ((int) Thread.currentThread().getId() * STRIDE) & (counts.length() - 1);
        if (sampling && !marked) {
            return counts.incrementAndGet(stripe) % SAMPLE == 0 ? judge(advance()) : UNCHANGED;
        }
        boolean advanced = advance();
        counts.incrementAndGet(stripe + (marked ? MARKED : UNMARKED));
        return judge(advanced);
    }

    @Override
    public long totals() {
        return totals(slices.get(), slice());
    }

    private long slice() {
        return (clock.nanoTime() - origin) / sliceNanos;
    }

    /** Begins a new slice if it is time for one; returns whether this thread did. */
    private boolean advance() {
        long slice = slice();
        for (Slices latest = slices.get(); slice > latest.number; latest = slices.get()) {
            if (slices.compareAndSet(latest, latest.next(slice, sum(UNMARKED), sum(MARKED)))) {
                return true;
            }
        }
        return false;
    }

    private long judge(boolean advanced) {
        Slices latest = slices.get();
        long totals = totals(latest, latest.number);
        boolean sample = !advanced && RateWindow.calls(totals) >= minimumCalls;
        if (sample != sampling) {
            sampling = sample;
        }
        return totals;
    }

    private long totals(Slices known, long slice) {
        long oldest = slice - SLICES + 1;
        if (oldest > known.number) {
            return UNCHANGED;
        }
        int at = (int) Math.floorMod(oldest, (long) SLICES);
        long marked = sum(MARKED) - known.marked[at];
        return RateWindow.totals(sum(UNMARKED) - known.unmarked[at] + marked, marked);
    }

    private long sum(int kind) {
        long sum = 0;
        for (int i = kind; i < counts.length(); i += STRIDE) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** The totals at the beginning of the latest slices. Immutable. */
    private static final class Slices {

        final long number;
        final long[] unmarked;
        final long[] marked;

        Slices(long number, long[] unmarked, long[] marked) {
            this.number = number;
            this.unmarked = unmarked;
            this.marked = marked;
        }

        /** Returns the slices with a later one added. The slices between had no calls. */
        Slices next(long slice, long unmarkedTotal, long markedTotal) {
            Slices next = new Slices(slice, unmarked.clone(), marked.clone());
            for (long each = Math.max(number, slice - SLICES) + 1; each <= slice; each++) {
                int at = (int) Math.floorMod(each, (long) SLICES);
                next.unmarked[at] = unmarkedTotal;
                next.marked[at] = markedTotal;
            }
            return next;
        }
    }
}
