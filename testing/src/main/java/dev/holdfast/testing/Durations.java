package dev.holdfast.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations as in annotations. Those of the runtime are in a package that its module keeps to itself. */
final class Durations {

    private static final Pattern PARTS = Pattern.compile(
            "(?:([0-9.]+)h)?(?:([0-9.]+)m)?(?:([0-9.]+)s)?" + "(?:([0-9.]+)ms)?(?:([0-9.]+)us)?(?:([0-9.]+)ns)?");
    private static final String[] UNITS = {"h", "m", "s", "ms", "us", "ns"};
    private static final long[] NANOS = {3_600_000_000_000L, 60_000_000_000L, 1_000_000_000, 1_000_000, 1_000, 1};

    private Durations() {}

    /** Reads {@code "1m30s"}, {@code "1.5s"}, {@code "PT1M"}. */
    static Duration parse(String text) {
        try {
            if (text.startsWith("P")) {
                return Duration.parse(text);
            }
            Matcher parts = PARTS.matcher(text);
            if (!text.isEmpty() && parts.matches()) {
                return Duration.ofNanos(sum(parts).longValueExact());
            }
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException unreadable) {
            throw new IllegalArgumentException(unreadable(text), unreadable);
        }
        throw new IllegalArgumentException(unreadable(text));
    }

    private static BigDecimal sum(Matcher parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            String amount = parts.group(i + 1);
            if (amount != null) {
                sum = sum.add(new BigDecimal(amount).multiply(BigDecimal.valueOf(NANOS[i])));
            }
        }
        return sum;
    }

    private static String unreadable(String text) {
        return "\"" + text + "\" is no duration. Write it as in annotations, such as \"200ms\", \"1.5s\" or \"1m30s\".";
    }

    /** Writes seconds, with a fraction if there is one. */
    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
    }

    /** Writes a duration with all its digits, so that different durations read differently. */
    static String text(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos < 0) {
            return "-" + text(duration.negated());
        }
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        long rest = nanos;
        for (int i = 0; i < 2; i++) {
            if (rest >= NANOS[i]) {
                text.append(rest / NANOS[i]).append(UNITS[i]);
                rest %= NANOS[i];
            }
        }
        if (rest > 0) {
            int unit = 2;
            while (text.length() == 0 && rest < NANOS[unit]) {
                unit++;
            }
            text.append(BigDecimal.valueOf(rest)
                            .divide(BigDecimal.valueOf(NANOS[unit]))
                            .stripTrailingZeros()
                            .toPlainString())
                    .append(UNITS[unit]);
        }
        return text.toString();
    }
}
