package dev.holdfast.processor.attribute;

import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The durations that users write in annotations, and how generated code shows them again. */
public final class Durations {

    /** The longest duration that an annotation may hold. */
    public static final Duration LONGEST = Duration.ofNanos(Nanos.MAX);

    private static final Pattern LOOSE_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z\u00b5]+)\\s*");

    /** Other words for the units, each as a pattern. */
    private static final Map<String, String> WORDS = Map.of(
            "h|hrs?|hours?", "h",
            "m|mins?|minutes?", "m",
            "s|secs?|seconds?", "s",
            "ms|msecs?|millis?|milliseconds?", "ms",
            "us|\u00b5s|micros?|microseconds?", "us",
            "ns|nanos?|nanoseconds?", "ns");

    private Durations() {}

    /**
     * Reads a duration such as {@code "1m30s"} or {@code "PT1M"}.
     *
     * @return the duration, never negative; something longer than {@link #LONGEST} for all that are; null where the text is no duration
     */
    public static @Nullable Duration parse(String text) {
        long nanos = DurationText.parse(text);
        return nanos < 0 ? null : Duration.ofNanos(nanos);
    }

    /** What a text that is no duration was most likely meant to be: {@code "90 sec"} means {@code "90s"}; null where unclear. */
    public static @Nullable String meant(String text) {
        StringBuilder meant = new StringBuilder();
        int position = 0;
        String loose = text.strip().toLowerCase(Locale.ROOT);
        Matcher part = LOOSE_PART.matcher(loose);
        while (part.find() && part.start() == position) {
            boolean days = part.group(2).matches("d|days?");
            BigDecimal amount = new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(days ? 24 : 1));
            meant.append(amount.toPlainString()).append(days ? "h" : unit(part.group(2)));
            position = part.end();
        }
        return position == loose.length() && parse(meant.toString()) != null ? meant.toString() : null;
    }

    private static String unit(String word) {
        return WORDS.entrySet().stream()
                .filter(each -> word.matches(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(word);
    }

    /**
     * Returns a duration as people write it: {@code "200 ms"}, {@code "1.5 s"}, {@code "5 min"}, {@code "1 h 30 min"}. What is
     * finer than a reader needs is rounded up, because most are said to be at most that.
     */
    public static String format(long nanos) {
        if (nanos < 1_000L) {
            return nanos == 0 ? "0 s" : nanos + " ns";
        }
        long unit = nanos < 1_000_000L ? 1_000L : nanos < 1_000_000_000L ? 1_000_000L : 1_000_000_000L;
        long excess = nanos % (unit / 1_000);
        if (excess != 0 && nanos < Long.MAX_VALUE - unit) {
            // May be the next unit then.
            return format(nanos - excess + unit / 1_000);
        }
        if (unit < 1_000_000_000L) {
            return decimal(nanos, unit) + (unit == 1_000L ? " us" : " ms");
        }
        Duration duration = Duration.ofNanos(nanos);
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "min");
        long rest = nanos % 60_000_000_000L;
        if (rest != 0) {
            text.append(' ').append(decimal(rest, unit)).append(" s");
        }
        return text.toString().trim();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(' ').append(amount).append(' ').append(unit);
        }
    }

    private static String decimal(long nanos, long unit) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(unit), 3, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns the source of a {@code long} with its digits in groups, such as {@code 60_000_000_000L}. */
    public static String literal(long nanos) {
        StringBuilder digits = new StringBuilder(Long.toString(nanos));
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            digits.insert(place, '_');
        }
        return digits.append('L').toString();
    }
}
