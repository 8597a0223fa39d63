package dev.holdfast.runtime.internal.breaker;

/**
 * Counts the latest calls, and the marked ones among them: the failed or the slow ones. Both numbers are packed in one
 * {@code long}, so that they are consistent and nothing is allocated.
 */
public interface RateWindow {

    /** In place of numbers: nothing has happened that could open a breaker. */
    long UNCHANGED = 0;

    /**
     * Records a call.
     *
     * @return the numbers with this call in them, or {@link #UNCHANGED}
     */
    long record(boolean marked);

    /** Returns the current numbers. Changes nothing. */
    long totals();

    /** Packs two numbers. If one is too large for its half, both are halved, which keeps their ratio. */
    static long totals(long calls, long marked) {
        long all = calls;
        long some = marked;
        while (all > Integer.MAX_VALUE) {
            all >>= 1;
            some >>= 1;
        }
        return (all << Integer.SIZE) | some;
    }

    static int calls(long totals) {
        return (int) (totals >>> Integer.SIZE);
    }

    static int marked(long totals) {
        return (int) totals;
    }
}
