package dev.holdfast.examples;

import java.util.Locale;

/** How times and durations are written. All are nanoseconds. */
final class Times {

    private Times() {}

    /** A point in time since the start, such as {@code 9.532s}. */
    static String point(long nanos) {
        return String.format(Locale.ROOT, "%.3fs", nanos / 1e9);
    }

    /** A duration, such as {@code 312 ms} or {@code 2.07 s}. */
    static String text(long nanos) {
        return Math.abs(nanos) < 1_000_000_000
                ? Math.round(nanos / 1e6) + " ms"
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
