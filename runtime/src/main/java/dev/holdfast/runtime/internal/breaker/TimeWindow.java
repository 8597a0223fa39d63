package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.spi.Clock;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The calls of the latest time, in {@value #SLICES} slices: what it covers is never more than its length, and never less than
 * nine tenths of it. Calls are counted one by one, on stripes that threads share out among themselves, in totals that only
 * grow; a slice is known by the totals at its beginning.
 *
 * <p>Reading the clock costs more than all else, so it is sampled: marked calls read it, but of unmarked ones only each
 * {@value #SAMPLE}th on its stripe; up to that one they are counted into the slice of the reading before. It is not sampled until the
 * minimum of calls is reached, nor when the latest reading began a new slice, so that rare calls are counted exactly.
 */
public final class TimeWindow implements RateWindow {

    static final int SLICES = 10;
    static final int SAMPLE = 16;

    /** From stripe to stripe, in longs: two cache lines, which processors like to fetch together. */
    private static final int STRIDE = 16;

    private static final int MAX_STRIPES = 16;

    /** Where a stripe counts unmarked calls: at its beginning. */
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

    /** Begins a new slice if it is time to; returns whether this did so. */
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

    /** The latest slice, and the totals at the beginning of it and of those before. Immutable. */
    private static final class Slices {

        final long number;
        final long[] unmarked;
        final long[] marked;

        Slices(long number, long[] unmarked, long[] marked) {
            this.number = number;
            this.unmarked = unmarked;
            this.marked = marked;
        }

        /** Those at the beginning of a later slice. The slices between had no calls. */
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
