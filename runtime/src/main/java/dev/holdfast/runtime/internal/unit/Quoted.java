package dev.holdfast.runtime.internal.unit;

/**
 * Shows in a message what somebody has written: no more than its beginning, and nothing that a terminal or a log would obey. What is
 * wrong may be of any length and have any characters.
 */
public final class Quoted {

    /** About as many characters are shown. */
    public static final int MOST = 100;

    /** As long as an escape, and the quotes. */
    private static final int ESCAPE = 7;

    private Quoted() {}

    /** In quotes. */
    public static String of(String text) {
        return shown(text, "\"");
    }

    /** Without quotes, for keys and names. */
    public static String name(String text) {
        return shown(text, "");
    }

    private static String shown(String text, String quote) {
        StringBuilder shown = new StringBuilder(quote);
        int at = 0;
        while (at < text.length() && shown.length() < MOST - ESCAPE) {
            append(shown, text.charAt(at));
            at++;
        }
        shown.append(quote);
        if (at < text.length()) {
            shown.append("... (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, char c) {
        if (!isObeyed(c)) {
            shown.append(c);
            return;
        }
        shown.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            shown.append(Character.forDigit(c >> shift & 0xf, 16));
        }
    }

    /** Controls, marks of writing direction, ends of lines, and halves of characters, which a cut may leave. */
    private static boolean isObeyed(char c) {
        if (c < 0x7f) {
            return c < ' ';
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
