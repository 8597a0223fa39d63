package dev.holdfast.runtime.internal.unit;

import org.jspecify.annotations.Nullable;

/** Suggests a known name for a misspelt one. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * Returns {@code " (did you mean user?)"}, or an empty string if no name is close: at most a third of the letters
     * differ. The closest name counts, then the first in alphabetical order.
     */
    public static String of(String given, Iterable<String> known) {
        if (given.length() > Quoted.MOST) {
            return "";
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            int distance = distance(given, each);
            boolean nearer = distance < least || (distance == least && nearest != null && each.compareTo(nearest) < 0);
            if (nearer && distance <= Math.max(1, Math.min(given.length(), each.length()) / 3)) {
                least = distance;
                nearest = each;
            }
        }
        return text(nearest);
    }

    /** Returns {@code " (did you mean user?)"} for a given name, or an empty string for none. */
    public static String text(@Nullable String meant) {
        return meant == null ? "" : " (did you mean " + meant + "?)";
    }

    /** Returns the optimal string alignment distance, ignoring case. */
    static int distance(String given, String known) {
        int[][] distances = new int[given.length() + 1][known.length() + 1];
        for (int i = 0; i <= given.length(); i++) {
            for (int j = 0; j <= known.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, given, known, i, j);
            }
        }
        return distances[given.length()][known.length()];
    }

    private static int step(int[][] distances, String given, String known, int i, int j) {
        int change = distances[i - 1][j - 1] + (isSame(given, i, known, j) ? 0 : 1);
        int least = Math.min(change, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && isSame(given, i, known, j - 1) && isSame(given, i - 1, known, j);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }

    private static boolean isSame(String given, int i, String known, int j) {
        return Character.toLowerCase(given.charAt(i - 1)) == Character.toLowerCase(known.charAt(j - 1));
    }
}
