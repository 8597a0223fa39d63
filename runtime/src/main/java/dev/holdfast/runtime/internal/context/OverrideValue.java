package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of an override, read as the type of its attribute. Values are written as in annotations. Numbers are ASCII
 * digits, without {@code +}, exponents, leading zeros or the letters that Java's parsers accept. Surrounding blanks,
 * tabs and line breaks are ignored. Error messages name the key.
 */
public final class OverrideValue {

    /** The longest value that is read, longer than any list of statuses. */
    private static final int MAX_LENGTH = 4_096;

    /** The longest number, with its sign and point. */
    private static final int MAX_DIGITS = 20;

    private final String key;
    private final String text;

    OverrideValue(String key, String text) {
        this.key = key;
        this.text = text.length() > MAX_LENGTH ? text : stripped(text);
    }

    /** Returns the value of a key, or null without one. */
    static @Nullable OverrideValue of(Overrides overrides, String key) {
        String text = overrides.get(key);
        return text == null ? null : new OverrideValue(key, text);
    }

    /** Returns the error of a value that is refused. */
    IllegalArgumentException refused(IllegalArgumentException why) {
        return new IllegalArgumentException("Override " + this + ": " + why.getMessage(), why);
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** Throws: the settings list an attribute that they do not have. Here, so that they need not load the error. */
    @SuppressWarnings("DoNotCallSuggester")
    public void refuse(String attribute) {
        throw new AssertionError(attribute);
    }

    public int integer() {
        return integer(text, "a whole number");
    }

    private int integer(String number, String right) {
        if (isDecimal(number, false)) {
            try {
                return Integer.parseInt(number);
            } catch (NumberFormatException tooLarge) {
                // Too large: like any other text that is no number.
            }
        }
        throw mustBe(right);
    }

    /** Returns whether a text is a decimal number, with or without a sign. */
    private static boolean isDecimal(String number, boolean fraction) {
        int length = number.length();
        if (length > MAX_DIGITS) {
            return false;
        }
        int start = number.startsWith("-") ? 1 : 0;
        int point = fraction ? number.indexOf('.') : -1;
        int wholeEnd = point < 0 ? length : point;
        boolean padded = wholeEnd - start > 1 && number.charAt(start) == '0';
        return !padded && areDigits(number, start, wholeEnd) && (point < 0 || areDigits(number, point + 1, length));
    }

    private static boolean areDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }

    /** Returns the number in {@code "100 calls"}; -1 for any other text. */
    public int calls() {
        int end = text.endsWith(" calls") ? text.length() - 6 : text.endsWith(" call") ? text.length() - 5 : -1;
        if (end < 0) {
            return -1;
        }
        String right = "a number of calls such as \"100 calls\", or a duration such as \"60s\"";
        int number = integer(text.substring(0, Math.min(end, MAX_DIGITS + 1)), right);
        if (number < 0) {
            throw mustBe(right);
        }
        return number;
    }

    public double number() {
        if (!isDecimal(text, true)) {
            throw mustBe("a number such as 2 or 1.5");
        }
        return Double.parseDouble(text);
    }

    public boolean bool() {
        if (!text.equals("true") && !text.equals("false")) {
            throw mustBe("true or false");
        }
        return text.equals("true");
    }

    public long nanos() {
        long nanos = DurationText.parse(text);
        if (nanos < 0) {
            throw mustBe("a duration such as \"250ms\", \"1m30s\" or \"PT1M\"");
        }
        return nanos;
    }

    /** Returns whether the text is empty, which means no duration, as in annotations. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Returns the constant of this name.
     *
     * @param values of an enum. Not bound to enums, because the JVM would load the enum to see that it is one
     */
    public <E> E constant(E[] values) {
        for (E value : values) {
            if (((Enum<?>) value).name().equals(text)) {
                return value;
            }
        }
        String all = Arrays.toString(values);
        throw mustBe("one of " + all.substring(1, all.length() - 1));
    }

    public String[] list() {
        if (text.length() > MAX_LENGTH) {
            throw mustBe("at most " + MAX_LENGTH + " characters");
        }
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                parts.add(stripped(part));
            }
        }
        return parts.toArray(new String[0]);
    }

    public int[] integers() {
        String[] parts = list();
        int[] integers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            integers[i] = integer(parts[i], "whole numbers with commas between them");
        }
        return integers;
    }

    private IllegalArgumentException mustBe(String right) {
        return new IllegalArgumentException("must be " + right);
    }

    /** The key with the value, for messages. */
    @Override
    public String toString() {
        return Quoted.name(key) + " = " + Quoted.of(text);
    }
}
