package dev.holdfast.runtime.internal.breaker;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Counts the latest calls, and the marked ones among them: the failed or the slow ones. Both numbers are packed in one
 * {@code long}, so that they are consistent and nothing is allocated.
 *
 * <p>Calls are recorded one by one, under a lock, until the window contains the minimum number of calls. From then on
 * an unmarked call can only lower the rate. It is only counted, without the lock, and the next marked call adds up the
 * counts. The first count is the inherited number. If threads collide there, they move to stripes.
 */
@SuppressWarnings("serial")
public abstract class RateWindow extends AtomicLong {

    /** In place of numbers: nothing has happened that could open a breaker. */
    public static final long UNCHANGED = 0;

    /** The number of unmarked calls of a stripe after which the window is looked at. */
    static final int SAMPLE = 16;

    /** A mode of unmarked calls: recorded one by one, because each may complete the minimum. */
    static final int ONE_BY_ONE = 0;

    /** A mode of unmarked calls: counted without the lock. */
    static final int COUNTED = 1;

    /** A mode of unmarked calls: not recorded, because they change nothing. */
    static final int SKIPPED = 2;

    /** Of {@link #SAMPLE} calls, the number of collisions that is worth the stripes. */
    private static final int COLLISIONS = 2;

    /**
     * The distance of stripes in longs: a cache line. The first is as far from the length of the array, which all
     * threads read.
     */
    private static final int STRIDE = 8;

    private static final int MAX_STRIPES = 16;

    private volatile int mode;

    private volatile @Nullable AtomicLongArray stripes;

    /** Collisions since the last sample. A lost one doesn't matter. */
    private int collisions;

    /**
     * Creates a window.
     *
     * @param calls the number of unmarked calls so far
     */
    RateWindow(int calls) {
        super(calls);
    }

    /**
     * Records a call.
     *
     * @return the numbers with this call in them, or {@link #UNCHANGED}
     */
    public final long record(boolean marked) {
        int unmarkedMode = mode;
        if (marked || unmarkedMode == ONE_BY_ONE) {
            return recordOneByOne(marked);
        }
        if (unmarkedMode == SKIPPED) {
            return UNCHANGED;
        }
        long count = count();
        return count % SAMPLE == 0 ? sample(count) : UNCHANGED;
    }

    /** Returns the current numbers. Changes nothing. */
    public abstract long totals();

    /** Does what {@link #record} does, under the lock. */
    abstract long recordOneByOne(boolean marked);

    /** Looks at the window after an unmarked call has been counted; returns what {@link #record} does. */
    abstract long look(long count);

    private long sample(long count) {
        if (stripes == null) {
            if (collisions >= COLLISIONS) {
                spread();
            }
            collisions = 0;
        }
        return look(count);
    }

    /** Spreads threads over stripes from now on: a power of two, at least two, and one for each processor. */
    public final synchronized void spread() {
        if (stripes == null) {
            int processors = Math.min(Runtime.getRuntime().availableProcessors(), MAX_STRIPES);
            int count = 2 * Integer.highestOneBit(Math.max(1, processors - 1));
            stripes = new AtomicLongArray((1 + count) * STRIDE);
        }
    }

    /** Sets the mode of unmarked calls. Called with the lock held. */
    final void switchTo(int next) {
        // Most marked calls leave it as it is, and then other threads need not read it again.
        if (mode != next) {
            mode = next;
        }
    }

    /** Counts an unmarked call; returns the number of calls of the stripe. */
    final long count() {
        AtomicLongArray counts = stripes;
        if (counts != null) {
            int mask = counts.length() - STRIDE - 1;
            return counts.incrementAndGet(
                    STRIDE + (((int) Thread.currentThread().getId() * STRIDE) & mask));
        }
        long before = get();
        if (compareAndSet(before, before + 1)) {
            return before + 1;
        }
        collisions++;
        return incrementAndGet();
    }

    /** Returns the number of unmarked calls so far. */
    final long unmarked() {
        long sum = get();
        AtomicLongArray counts = stripes;
        if (counts != null) {
            for (int i = STRIDE; i < counts.length(); i += STRIDE) {
                sum += counts.get(i);
            }
        }
        return sum;
    }

    /** Packs two numbers. If one is too large for its half, both are halved, which keeps their ratio. */
    public static long totals(long calls, long marked) {
        long all = calls;
        long some = marked;
        while (all > Integer.MAX_VALUE) {
            all >>= 1;
            some >>= 1;
        }
        return (all << Integer.SIZE) | some;
    }

    public static int calls(long totals) {
        return (int) (totals >>> Integer.SIZE);
    }

    public static int marked(long totals) {
        return (int) totals;
    }
}
