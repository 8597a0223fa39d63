package dev.holdfast.processor.javac;

import java.nio.charset.StandardCharsets;

/**
 * Source in ASCII alone: what is written with an encoding that lacks a character has a question mark in its place, and two
 * names become one.
 */
public final class AsciiSource {

    private static final String DIGITS = "0123456789abcdef";

    private AsciiSource() {}

    /** The same source, with Unicode escapes, which Java allows everywhere, for characters outside of ASCII. */
    public static String of(String source) {
        // A class may have a million characters, and a fresh compiler takes long for what it does for each of them.
        boolean plain = true;
        for (byte each : source.getBytes(StandardCharsets.UTF_8)) {
            plain &= isPlain((char) each);
        }
        if (plain) {
            return source;
        }
        StringBuilder ascii = new StringBuilder(source.length() + 64);
        for (int i = 0; i < source.length(); i++) {
            append(source.charAt(i), ascii);
        }
        return ascii.toString();
    }

    /** Control characters, too, stand only in comments: their escapes are not read as what they stand for there. */
    private static boolean isPlain(char character) {
        return (character >= ' ' && character < 0x7f) || character == '\n';
    }

    private static void append(char character, StringBuilder ascii) {
        if (isPlain(character)) {
            ascii.append(character);
            return;
        }
        ascii.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            ascii.append(DIGITS.charAt((character >> shift) & 0xf));
        }
    }

    /**
     * A literal of a text. Unlike JavaPoet's it stays in its line whatever the text holds: characters that may end a line for
     * some reader are escaped, and control characters as the compiler reads them late, within the literal.
     */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(text.charAt(i), literal);
        }
        return literal.append('"').toString();
    }

    private static void appendEscaped(char character, StringBuilder literal) {
        switch (character) {
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            case '\t' -> literal.append("\\t");
            case '"', '\\' -> literal.append('\\').append(character);
            default -> {
                if (character < ' ' || character == 0x7f) {
                    literal.append(String.format("\\%03o", (int) character));
                } else {
                    append(character, literal);
                }
            }
        }
    }
}
