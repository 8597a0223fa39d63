package dev.holdfast.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which of several names was meant by one that is none of them. */
public final class Suggestion {

    private Suggestion() {}

    /** {@code " (did you mean warn?)"}, or nothing where none is near enough. */
    public static String of(String given, Collection<String> known) {
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(each -> distance(given, each)))
                .filter(nearest ->
                        distance(given, nearest) <= Math.max(1, Math.min(given.length(), nearest.length()) / 3))
                .map(Suggestion::text)
                .orElse("");
    }

    /** The same for what is known to be meant, if anything is. */
    public static String text(@Nullable String meant) {
        return meant == null ? "" : " (did you mean " + meant + "?)";
    }

    /**
     * How many characters to insert, delete, change or swap with the next to get from one word to another, in either case: the
     * optimal string alignment distance.
     */
    static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[][] distances = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, from, to, i, j);
            }
        }
        return distances[from.length()][to.length()];
    }

    private static int step(int[][] distances, String from, String to, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distances[i - 1][j - 1] + change, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
