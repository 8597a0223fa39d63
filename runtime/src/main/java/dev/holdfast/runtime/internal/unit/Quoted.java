package dev.holdfast.runtime.internal.unit;

/** Quotes user input in messages: cut to a maximum length, and with control characters escaped. */
public final class Quoted {

    /** The approximate number of characters shown. */
    public static final int MOST = 100;

    /** The room for an escape and the quotes. */
    private static final int ESCAPE = 7;

    private Quoted() {}

    /** Returns a text in quotes. */
    public static String of(String text) {
        return shown(text, "\"");
    }

    /** Returns a key or name without quotes. */
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

    /**
     * Returns whether a character must be escaped: controls, direction marks, line breaks, and halves of surrogate
     * pairs.
     */
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
