package dev.holdfast.runtime.internal.http;

/**
 * Reads the parts of structured fields, RFC 9651, section 4.2, one after the other. What can't be read makes the whole field
 * invalid, as the standard wants it: from then on nothing more is found. For one thread.
 */
public final class StructuredFieldReader {

    /** Instead of a number: a value of another type, or one that is negative. */
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

    /** Whether everything has been read, or nothing more can be. */
    boolean isAtEnd() {
        return !valid || at == text.length();
    }

    /** Goes to the end, whatever is before it. */
    void skipRest() {
        at = text.length();
    }

    /** Goes past a comma, and the blanks around it, to where another member of a list must be; false at the list's end. */
    boolean nextMember() {
        skipBlanks();
        if (isAtEnd()) {
            return false;
        }
        valid = accept(',');
        skipBlanks();
        return true;
    }

    /** Goes past a semicolon to another parameter; false where there is none. */
    boolean nextParameter() {
        if (!valid || !accept(';')) {
            return false;
        }
        while (isNext(" ")) {
            at++;
        }
        return true;
    }

    /** Reads a string or a token; either names something. */
    public String name() {
        return accept('"') ? string() : token();
    }

    public String key() {
        int start = at;
        valid &= isNext("*") || isNextBetween('a', 'z');
        while (isNextBetween('a', 'z') || isNextBetween('0', '9') || isNext("_-.*")) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Reads what a parameter is set to; returns it where it is an integer from zero on, else {@link #NO_COUNT}. */
    public long count() {
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

    /** Reads at least one digit. One too many is left, and found by whoever expects something else there. */
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

    /** Goes past a character that is allowed here; any other makes the field invalid. */
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
