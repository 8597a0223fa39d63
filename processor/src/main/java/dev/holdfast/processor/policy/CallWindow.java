package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The latest calls, by number or by time: {@code "100 calls"} or {@code "60s"}.
 *
 * @param calls how many, 0 for a time or none
 * @param nanos how long, -1 for a number or none
 */
public record CallWindow(int calls, long nanos) {

    private static final int MOST_CALLS = 10_000;

    private static final CallWindow NONE = new CallWindow(0, -1);

    private static final Pattern CALLS = Pattern.compile("(\\d+) calls?");
    private static final Pattern LOOSE_CALLS =
            Pattern.compile("(?:last)?(\\d{1,9})(?:calls?|requests?|invocations?|times|attempts?|c)?");

    /** Reads an attribute that is empty by default, and reports what is no window, or one that is out of range. */
    public static CallWindow read(AnnotationReader annotation, String attribute) {
        String text = annotation.string(attribute);
        Matcher calls = CALLS.matcher(text);
        if (text.isEmpty()) {
            return NONE;
        }
        if (calls.matches()) {
            int number = calls.group(1).length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(calls.group(1));
            if (number >= 1 && number <= MOST_CALLS) {
                return new CallWindow(number, -1);
            }
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.OUT_OF_RANGE,
                            annotation.at(attribute),
                            annotation.name(),
                            attribute,
                            text,
                            calls(1),
                            calls(MOST_CALLS));
            return NONE;
        }
        if (Durations.parse(text) != null) {
            return new CallWindow(0, annotation.positiveDuration(attribute));
        }
        annotation
                .problems()
                .report(
                        AttributeDiagnostic.WINDOW_SYNTAX,
                        annotation.at(attribute),
                        annotation.name(),
                        attribute,
                        text,
                        Suggestion.text(meant(text)));
        return NONE;
    }

    /** What a text that is no window was most likely meant to be: {@code "100"} means {@code "100 calls"}; null where unclear. */
    public static @Nullable String meant(String text) {
        Matcher calls = LOOSE_CALLS.matcher(text.replaceAll("[\\s_,-]", "").toLowerCase(Locale.ROOT));
        return calls.matches() ? calls(Integer.parseInt(calls.group(1))) : Durations.meant(text);
    }

    public static String calls(int number) {
        return number == 1 ? "1 call" : number + " calls";
    }

    /** For a reader. */
    public String text() {
        return calls > 0 ? "the last " + calls(calls) : "the calls of the last " + Durations.format(Math.max(0, nanos));
    }
}
