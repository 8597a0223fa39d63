package dev.holdfast.runtime.internal.http;

/**
 * Reads structured fields, RFC 9651, section 4.2. Malformed input makes the whole field invalid, by that standard, and
 * ends the reading. For one thread.
 */
public final class StructuredFieldReader {

    /** In place of a number: the value is of another type, or negative. */
    static final long NO_COUNT = -1;

    private static final int MAX_DIGITS = 15;
    private static final int MAX_DIGITS_BEFORE_POINT = 12;
    private static final int MAX_DIGITS_BEHIND_POINT = 3;

    private final String text;
    private int at;
    private boolean valid = true;

    StructuredFieldReader(String text) {
        this.text = text;
        skipBlanks();
    }

    boolean isValid() {
        return valid;
    }

    /** Returns whether the field is read to its end, or is invalid. */
    boolean isAtEnd() {
        return !valid || at == text.length();
    }

    /** Skips the rest of the field. */
    void skipRest() {
        at = text.length();
    }

    /** Skips a comma, and blanks around it, before another member; returns false at the end of the list. */
    boolean nextMember() {
        skipBlanks();
        if (isAtEnd()) {
            return false;
        }
        valid = accept(',');
        skipBlanks();
        return true;
    }

    /** Skips a semicolon before another parameter; returns false without one. */
    boolean nextParameter() {
        if (!valid || !accept(';')) {
            return false;
        }
        while (isNext(" ")) {
            at++;
        }
        return true;
    }

    /** Reads a name: a string or a token. */
    String name() {
        return accept('"') ? string() : token();
    }

    String key() {
        int start = at;
        valid &= isNext("*") || isNextBetween('a', 'z');
        while (isNextBetween('a', 'z') || isNextBetween('0', '9') || isNext("_-.*")) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Reads the value of a parameter; returns an integer from zero on, else {@link #NO_COUNT}. */
    long count() {
        if (!accept('=')) {
            // Set to true.
            return NO_COUNT;
        }
        if (isNextBetween('0', '9') || isNext("-")) {
            return number();
        }
        if (accept('"')) {
            string();
        } else if (accept(':')) {
            bytes();
        } else if (accept('?')) {
            valid &= accept('0') || accept('1');
        } else if (accept('@')) {
            accept('-');
            digits(MAX_DIGITS);
        } else if (accept('%')) {
            displayString();
        } else {
            token();
        }
        return NO_COUNT;
    }

    private long number() {
        boolean negative = accept('-');
        int start = at;
        long number = digits(MAX_DIGITS);
        int end = at;
        if (!accept('.')) {
            return negative ? NO_COUNT : number;
        }
        valid &= end - start <= MAX_DIGITS_BEFORE_POINT;
        digits(MAX_DIGITS_BEHIND_POINT);
        return NO_COUNT;
    }

    /** Reads digits, at least one. A digit too many is left, and makes the field invalid later. */
    private long digits(int most) {
        int start = at;
        long number = 0;
        while (isNextBetween('0', '9') && at - start < most) {
            number = 10 * number + text.charAt(at) - '0';
            at++;
        }
        valid &= at > start;
        return number;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (valid && !accept('"')) {
            boolean escaped = accept('\\');
            int from = at;
            pass(escaped ? isNext("\"\\") : isNextBetween(' ', '~'));
            string.append(text, from, at);
        }
        return string.toString();
    }

    private String token() {
        int start = at;
        valid &= isNextLetter() || isNext("*");
        while (isNextLetter() || isNextBetween('0', '9') || isNext(":/!#$%&'*+-.^_`|~")) {
            at++;
        }
        return text.substring(start, at);
    }

    private void bytes() {
        while (isNextLetter() || isNextBetween('0', '9') || isNext("+/=")) {
            at++;
        }
        valid &= accept(':');
    }

    private void displayString() {
        valid &= accept('"');
        while (valid && !accept('"')) {
            if (accept('%')) {
                pass(isNextHexDigit());
                pass(isNextHexDigit());
            } else {
                pass(isNextBetween(' ', '~'));
            }
        }
    }

    /** Skips a character; one that is not allowed makes the field invalid. */
    private void pass(boolean allowed) {
        valid &= allowed;
        at += allowed ? 1 : 0;
    }

    private boolean accept(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private boolean isNextHexDigit() {
        return isNextBetween('0', '9') || isNextBetween('a', 'f');
    }

    private boolean isNextLetter() {
        return isNextBetween('a', 'z') || isNextBetween('A', 'Z');
    }

    private boolean isNextBetween(char first, char last) {
        return at < text.length() && text.charAt(at) >= first && text.charAt(at) <= last;
    }

    private boolean isNext(String wanted) {
        return at < text.length() && wanted.indexOf(text.charAt(at)) >= 0;
    }

    private void skipBlanks() {
        while (isNext(" \t")) {
            at++;
        }
    }
}
