package dev.holdfast.runtime.internal.unit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable set of HTTP statuses, 100 to 599, as bits. */
public final class StatusSet {

    private static final int FIRST = 100;
    private static final int LAST = 599;
    private static final int FIRST_ERROR = 400;
    private static final int COUNT = LAST - FIRST + 1;

    /**
     * Some sets that were made, each at a place that its statuses name: most clients have the same few, which need not be kept
     * twice. Written without care for other threads, which at worst make a set again.
     */
    private static final @Nullable StatusSet[] MADE = new @Nullable StatusSet[8];

    private final long[] words;
    private final int lowest;

    private StatusSet(long[] words) {
        this.words = words;
        this.lowest = next(FIRST, true);
    }

    /** Returns the statuses of patterns: {@code "503"}, {@code "5xx"}, {@code "500-504"}. */
    public static StatusSet of(String... patterns) {
        long[] words = new long[(COUNT + Long.SIZE - 1) / Long.SIZE];
        for (String pattern : patterns) {
            if (!isPattern(pattern)) {
                throw new IllegalArgumentException(Quoted.of(String.valueOf(pattern))
                        + " is no status pattern, must be like \"503\", \"5xx\" or \"500-504\", from 100 to 599");
            }
            int highest = highest(pattern);
            for (int status = lowest(pattern); status <= highest; status++) {
                add(words, status);
            }
        }
        return shared(words);
    }

    /**
     * Returns whether a text is a status pattern: {@code "503"}, {@code "5xx"} or {@code "500-504"}, from 100 to 599.
     */
    public static boolean isPattern(@Nullable String text) {
        if (text == null || !(text.length() == 3 || (text.length() == 7 && text.charAt(3) == '-'))) {
            return false;
        }
        int lowest = lowest(text);
        int highest = highest(text);
        return lowest >= FIRST && highest <= LAST && lowest <= highest;
    }

    /** Returns whether a number is an HTTP status, from 100 to 599. */
    public static boolean isStatus(int number) {
        return number >= FIRST && number <= LAST;
    }

    private static boolean isHundred(String pattern) {
        return pattern.length() == 3 && pattern.endsWith("xx");
    }

    private static int lowest(String pattern) {
        return isHundred(pattern) ? number(pattern.charAt(0) + "00", 0) : number(pattern, 0);
    }

    private static int highest(String pattern) {
        return isHundred(pattern) ? lowest(pattern) + 99 : number(pattern, pattern.length() - 3);
    }

    /** Returns a set of statuses, each from 400 to 599, since other answers are no refusals. */
    public static StatusSet of(int... statuses) {
        long[] words = new long[(COUNT + Long.SIZE - 1) / Long.SIZE];
        for (int status : statuses) {
            if (status < FIRST_ERROR || status > LAST) {
                throw new IllegalArgumentException("Status " + status + " must be from 400 to 599");
            }
            add(words, status);
        }
        return shared(words);
    }

    private static StatusSet shared(long[] words) {
        int hash = Arrays.hashCode(words);
        int place = (hash ^ hash >>> 16) & (MADE.length - 1);
        StatusSet made = MADE[place];
        if (made == null || !Arrays.equals(made.words, words)) {
            made = new StatusSet(words);
            MADE[place] = made;
        }
        return made;
    }

    /** Returns whether the set contains a status; accepts any number. */
    public boolean contains(int status) {
        int index = status - FIRST;
        // A shift of a long takes the low six bits of the index by itself.
        return index >= 0 && index < COUNT && (words[index >> 6] >>> index & 1) != 0;
    }

    /** Returns the lowest status of the set, or Integer.MAX_VALUE if it is empty. */
    public int lowest() {
        return lowest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatusSet && Arrays.equals(words, ((StatusSet) other).words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** Returns the statuses in ascending order, with ranges: {@code [408, 500-599]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int from = lowest; from <= LAST; ) {
            int end = next(from, false);
            if (from > lowest) {
                text.append(", ");
            }
            text.append(from);
            if (end - 1 > from) {
                text.append('-').append(end - 1);
            }
            from = end > LAST ? end : next(end, true);
        }
        return text.append(']').toString();
    }

    private static void add(long[] words, int status) {
        int index = status - FIRST;
        words[index >> 6] |= 1L << index;
    }

    /** Returns the number in three ASCII digits, or 0. */
    private static int number(String text, int start) {
        int number = 0;
        for (int at = start; at < start + 3; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * Returns the first status from a given one on that is in the set, or the first that is not; Integer.MAX_VALUE
     * without one.
     */
    private int next(int from, boolean member) {
        int status = from;
        while (status <= LAST && contains(status) != member) {
            status++;
        }
        return member && status > LAST ? Integer.MAX_VALUE : status;
    }
}
