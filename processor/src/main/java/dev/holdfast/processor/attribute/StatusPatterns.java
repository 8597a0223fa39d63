package dev.holdfast.processor.attribute;

import dev.holdfast.runtime.internal.unit.StatusSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The status patterns that annotations hold: {@code "503"}, {@code "5xx"} and {@code "500-504"}. */
public final class StatusPatterns {

    private static final Pattern LOOSE_RANGE = Pattern.compile("(\\d{3})(?:-|\u2013|\\.\\.+|to)(\\d{3})");
    private static final Pattern LOOSE_CLASS = Pattern.compile("([1-5])[x*]{0,2}");

    private StatusPatterns() {}

    /** What a text that is no pattern was most likely meant to be: {@code "5XX"} means {@code "5xx"}; null where unclear. */
    public static @Nullable String meant(String text) {
        String loose = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        Matcher range = LOOSE_RANGE.matcher(loose);
        Matcher hundred = LOOSE_CLASS.matcher(loose);
        String meant = loose;
        if (range.matches()) {
            boolean ordered = range.group(1).compareTo(range.group(2)) <= 0;
            meant = range.group(ordered ? 1 : 2) + "-" + range.group(ordered ? 2 : 1);
        } else if (hundred.matches()) {
            meant = hundred.group(1) + "xx";
        }
        return StatusSet.isPattern(meant) ? meant : null;
    }
}
