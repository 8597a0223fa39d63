package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The waits between the attempts of one call, in nanoseconds, as their upper bounds: without jitter, or at its far end.
 * Sums are saturating.
 */
public final class Schedule {

    private static final int SHOWN = 6;

    private final List<Long> waits;

    private Schedule(List<Long> waits) {
        this.waits = List.copyOf(waits);
    }

    /** {@code min(max, base * factor^attempt)} after each attempt but the last. */
    static Schedule exponential(int attempts, long base, long max, double factor) {
        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < attempts - 1; attempt++) {
            waits.add(capped(base * Math.pow(factor, attempt), max));
        }
        return new Schedule(waits);
    }

    /** Each wait at most three times the one before, the first at most three times the base. */
    static Schedule decorrelated(int attempts, long base, long max) {
        return exponential(attempts, base > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : 3 * base, max, 3.0);
    }

    /** The same wait after each attempt but the last. */
    public static Schedule constant(int attempts, long wait) {
        return exponential(attempts, wait, wait, 1.0);
    }

    /** Not waits but the limits of the attempts themselves, one for each: each longer than the one before by the same. */
    static Schedule growing(int attempts, long first, long increment, long max) {
        List<Long> limits = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
            limits.add(capped(first + (double) increment * attempt, max));
        }
        return new Schedule(limits);
    }

    private static long capped(double nanos, long max) {
        // Not a number only where base is 0 and the power is infinite.
        return nanos < max ? (long) nanos : Double.isNaN(nanos) ? 0 : max;
    }

    /** Number of waits: one less than there are attempts. */
    public int size() {
        return waits.size();
    }

    public List<Long> waits() {
        return waits;
    }

    /** The longest wait, 0 where there is none. */
    long longest() {
        return waits.stream().reduce(0L, Math::max);
    }

    /** How many attempts begin for certain before the time is over, be the attempts themselves as short as they may. */
    int attemptsWithin(long nanos) {
        int attempts = 1;
        long waited = 0;
        for (long wait : waits) {
            waited = plus(waited, wait);
            if (waited > nanos) {
                break;
            }
            attempts++;
        }
        return attempts;
    }

    /** All waits together. */
    public long total() {
        return waits.stream().reduce(0L, Schedule::plus);
    }

    /**
     * All waits together where each answer asks for the longest wait that a limiter accepts: the longer of the two waits,
     * plus the tenth of the hint that is added at random.
     */
    long totalWithHints(long longestHint) {
        return waits.stream()
                .map(wait -> plus(Math.max(wait, longestHint), longestHint / 10))
                .reduce(0L, Schedule::plus);
    }

    public static long plus(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Whether there are several, and all are the same. */
    boolean isConstant() {
        return size() > 1 && waits.stream().distinct().count() == 1;
    }

    /**
     * The waits for a reader: {@code "200 ms, 400 ms, 800 ms"}; {@code "200 ms, then 1 s"} where all others are the same; of
     * many that differ, the first ones and the last.
     */
    public String text() {
        if (waits.isEmpty()) {
            return "";
        }
        String last = Durations.format(waits.get(size() - 1));
        int different = size() - 1;
        while (different > 0 && waits.get(different - 1).equals(waits.get(size() - 1))) {
            different--;
        }
        if (different == 0) {
            return last;
        }
        if (different < size() - 1 && different < SHOWN) {
            return join(waits.subList(0, different)) + ", then " + last;
        }
        return size() <= SHOWN ? join(waits) : join(waits.subList(0, SHOWN - 1)) + ", ... " + last;
    }

    private static String join(List<Long> waits) {
        return waits.stream().map(Durations::format).collect(Collectors.joining(", "));
    }
}
