package dev.holdfast.runtime;

/** Writes durations the way they are written in annotations: {@code 1m30s}, {@code 1.5s}, {@code 250ms}. */
final class DurationText {

    private DurationText() {}

    /** To the millisecond above, which is enough for people to wait by. */
    static String rounded(long nanos) {
        return of((nanos + 999_999) / 1_000_000 * 1_000_000);
    }

    static String of(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        if (nanos < 1_000_000) {
            return decimal(nanos, 1_000) + "us";
        }
        if (nanos < 1_000_000_000) {
            return decimal(nanos, 1_000_000) + "ms";
        }
        long minutes = nanos / 60_000_000_000L;
        String seconds = decimal(nanos % 60_000_000_000L, 1_000_000_000) + "s";
        if (minutes == 0) {
            return seconds;
        }
        String hours = minutes < 60 ? "" : minutes / 60 + "h";
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + "m";
        return hours + rest + (seconds.equals("0s") ? "" : seconds);
    }

    /** All decimals there are: two durations that differ read differently. */
    private static String decimal(long nanos, long unit) {
        long fraction = nanos % unit;
        if (fraction == 0) {
            return Long.toString(nanos / unit);
        }
        String digits = Long.toString(unit + fraction);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return nanos / unit + "." + digits.substring(1, end);
    }
}
