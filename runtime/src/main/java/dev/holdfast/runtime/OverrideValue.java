package dev.holdfast.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A value of an override, to be read as what its attribute is. Whatever is wrong with it is told with its key. */
final class OverrideValue {

    private final String key;
    private final String text;

    OverrideValue(String key, String text) {
        this.key = key;
        this.text = text.trim();
    }

    int integer() {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw mustBe("a whole number");
        }
    }

    /** The number in {@code "100 calls"}; 0 for another text. */
    int calls() {
        String number = text.endsWith(" calls")
                ? text.substring(0, text.length() - 6)
                : text.endsWith(" call") ? text.substring(0, text.length() - 5) : "0";
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException notOne) {
            throw mustBe("a number of calls such as \"100 calls\", or a duration such as \"60s\"");
        }
    }

    double number() {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            throw mustBe("a number such as 2 or 1.5");
        }
    }

    boolean bool() {
        if (!text.equals("true") && !text.equals("false")) {
            throw mustBe("true or false");
        }
        return text.equals("true");
    }

    long nanos() {
        long nanos = DurationText.parse(text);
        if (nanos < 0) {
            throw mustBe("a duration such as \"250ms\", \"1m30s\" or \"PT1M\"");
        }
        return nanos;
    }

    /** As in annotations, no text is no duration. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    <E extends Enum<E>> E constant(E[] values) {
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String all = Arrays.toString(values);
        throw mustBe("one of " + all.substring(1, all.length() - 1));
    }

    String[] list() {
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                parts.add(part.trim());
            }
        }
        return parts.toArray(new String[0]);
    }

    int[] integers() {
        String[] parts = list();
        int[] integers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                integers[i] = Integer.parseInt(parts[i]);
            } catch (NumberFormatException notOne) {
                throw mustBe("whole numbers with commas between them");
            }
        }
        return integers;
    }

    private IllegalArgumentException mustBe(String right) {
        return new IllegalArgumentException("must be " + right);
    }

    /** The key with the value, for messages. */
    @Override
    public String toString() {
        return key + " = \"" + text + "\"";
    }
}
