package dev.holdfast.processor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status patterns that annotations hold: {@code "503"}, {@code "5xx"} and {@code "500-504"}. */
final class StatusPatterns {

    private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)-([1-5]\\d\\d)");
    private static final Pattern SINGLE = Pattern.compile("[1-5](?:\\d\\d|xx)");

    private StatusPatterns() {}

    /** Returns whether a text is a pattern for HTTP statuses from 100 to 599. */
    static boolean isValid(String pattern) {
        Matcher range = RANGE.matcher(pattern);
        if (range.matches()) {
            return Integer.parseInt(range.group(1)) <= Integer.parseInt(range.group(2));
        }
        return SINGLE.matcher(pattern).matches();
    }
}
