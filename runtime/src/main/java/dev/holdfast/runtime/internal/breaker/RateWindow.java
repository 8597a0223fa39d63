package dev.holdfast.runtime.internal.breaker;

/**
 * Counts how many of the latest calls have a mark: the failed ones, or the slow ones. Both numbers travel in one {@code long},
 * so that they belong together and nothing is allocated.
 */
public interface RateWindow {

    /** Instead of numbers, and as good as no calls: nothing has happened that could open a breaker. */
    long UNCHANGED = 0;

    /**
     * Records a call.
     *
     * @return the numbers with this call in them, or {@link #UNCHANGED}
     */
    long record(boolean marked);

    /** The numbers at this moment; asking changes nothing. */
    long totals();

    /** Numbers that are too large for their half are halved together: only their ratio matters then. */
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
