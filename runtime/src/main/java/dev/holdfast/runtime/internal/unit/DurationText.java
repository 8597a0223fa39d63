package dev.holdfast.runtime.internal.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** Writes and reads durations as in annotations: {@code 1m30s}, {@code 1.5s}, {@code 250ms}. */
public final class DurationText {

    private static final String[] UNITS = {"h", "m", "s", "ms", "us", "ns"};
    private static final long[] NANOS = {3_600_000_000_000L, 60_000_000_000L, 1_000_000_000, 1_000_000, 1_000, 1};

    /** Stands for any duration longer than 365 days. */
    private static final BigDecimal TOO_LONG = BigDecimal.valueOf(Nanos.MAX + 1);

    /** The longest text that is read, since many digits take a long time to multiply. */
    private static final int MAX_LENGTH = 100;

    private DurationText() {}

    /** Writes a duration, rounded up to milliseconds. */
    public static String rounded(long nanos) {
        return of((nanos + 999_999) / 1_000_000 * 1_000_000);
    }

    public static String of(long nanos) {
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

    /** Writes all decimals, so that different durations read differently. */
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

    /**
     * Reads a duration as the processor does: {@code "1m30s"}, {@code "1.5s"}, {@code "PT1M"}; rounds up to
     * nanoseconds.
     *
     * @return nanoseconds, one more than 365 days for any longer duration; -1 for a text that is none, or has more than
     *     100 characters
     */
    public static long parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return -1;
        }
        if (text.startsWith("P") || text.startsWith("p")) {
            return Iso.parse(text);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        int lastUnit = -1;
        int position = 0;
        while (position < text.length()) {
            int numberEnd = skip(text, position, true);
            int end = skip(text, numberEnd, false);
            int unit = Arrays.asList(UNITS).indexOf(text.substring(numberEnd, end));
            if (unit <= lastUnit || !isNumber(text.substring(position, numberEnd))) {
                return -1;
            }
            BigDecimal amount = new BigDecimal(text.substring(position, numberEnd));
            nanos = nanos.add(amount.multiply(BigDecimal.valueOf(NANOS[unit])));
            lastUnit = unit;
            position = end;
        }
        return position == 0
                ? -1
                : nanos.min(TOO_LONG).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** Returns the end of a number, or of a unit, from a position on. */
    private static int skip(String text, int from, boolean number) {
        int end = from;
        while (end < text.length() && isPartOfNumber(text.charAt(end)) == number) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfNumber(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    /** Returns whether a text is digits, or digits around one point. */
    private static boolean isNumber(String text) {
        int point = text.indexOf('.');
        return !text.isEmpty() && point != 0 && point != text.length() - 1 && point == text.lastIndexOf('.');
    }

    /**
     * The only use of java.time for text, in a class of its own: an old Android without it can read all other
     * durations.
     */
    private static final class Iso {

        @SuppressWarnings("JavaDurationGetSecondsToToSeconds") // toSeconds() is not on Android before level 31
        static long parse(String text) {
            try {
                Duration duration = Duration.parse(text);
                if (duration.isNegative()) {
                    return -1;
                }
                return duration.getSeconds() > Nanos.MAX / NANOS[2] ? Nanos.MAX + 1 : duration.toNanos();
            } catch (DateTimeParseException notIso) {
                return -1;
            }
        }
    }
}
