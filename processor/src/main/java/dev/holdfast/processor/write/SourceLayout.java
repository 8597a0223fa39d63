package dev.holdfast.processor.write;

/**
 * Lays out source as a person would. JavaPoet breaks lines at 100 columns, puts comments, annotations and empty bodies on lines of
 * their own, and parts all members by an empty line. Only white space changes.
 */
final class SourceLayout {

    /** The longest line of code or comment. */
    static final int COLUMNS = 120;

    /** What a line is further in than the one that it continues. */
    private static final int CONTINUED = 8;

    private static final String THROWS = " throws\n";

    private final String source;
    private final StringBuilder text;

    /** Where the line begins that is laid out next. */
    private int next;

    private SourceLayout(String source) {
        this.source = source;
        text = new StringBuilder(source.length());
    }

    static String of(String source) {
        return new SourceLayout(source).text();
    }

    private String text() {
        while (next < source.length()) {
            int end = end(next);
            char last = end == next ? '\n' : source.charAt(end - 1);
            if (last == '\n') {
                addEmptyLine(end);
            } else if (last == '*' && isAt(end - 3, "/**")) {
                addComment(end);
            } else if (last == '{' && isAt(end + 1 + indentation(end + 1), "}\n")) {
                add(next, end);
                text.append("}\n");
                next = end(end + 1) + 1;
            } else if ((last == '(' || last == '{') && isAnnotation(next + indentation(next))) {
                addAnnotation(end, last);
            } else {
                addStatement(end);
            }
        }
        return text.toString();
    }

    private int end(int start) {
        return source.indexOf('\n', start);
    }

    private boolean isAt(int place, String expected) {
        return source.startsWith(expected, place);
    }

    private void add(int from, int to) {
        text.append(source, from, to);
    }

    /** None between fields of a kind. */
    private void addEmptyLine(int end) {
        String before = lastLine();
        String after = end + 1 < source.length() ? source.substring(end + 1, end(end + 1)) : "";
        boolean fields = isField(before) && isField(after) && before.contains(" static ") == after.contains(" static ");
        if (!fields) {
            text.append('\n');
        }
        next = end + 1;
    }

    private String lastLine() {
        int end = text.length() - 1;
        return end <= 0 ? "" : text.substring(text.lastIndexOf("\n", end - 1) + 1, end);
    }

    /** Whether a line is a field without a value, or a constant that is a text or a new object. */
    private static boolean isField(String line) {
        if (!line.startsWith("    ") || !line.endsWith(";")) {
            return false;
        }
        int value = line.indexOf(" = ");
        String declaration = value < 0 ? line : line.substring(0, value);
        if (declaration.indexOf('(') >= 0) {
            return false;
        }
        return value < 0
                ? declaration.stripLeading().startsWith("private ")
                : declaration.contains("static final ") && (line.charAt(value + 3) == '"' || line.endsWith("();"));
    }

    /** A comment, on one line where it has only one. */
    private void addComment(int end) {
        int secondEnd = end(end + 1);
        int last = secondEnd + 1 + indentation(secondEnd + 1);
        // After the blanks and the asterisk.
        int only = end + 1 + indentation(end + 1) + 1;
        if (isAt(last, "*/") && end - next + secondEnd - only + " */".length() <= COLUMNS) {
            add(next, end);
            add(only, secondEnd);
            text.append(" */\n");
            next = end(last) + 1;
        } else {
            int after = source.indexOf("*/\n", next) + "*/\n".length();
            add(next, after);
            next = after;
        }
    }

    /** Whether a line that ends with a parenthesis or brace is an annotation, not a declaration that begins with one. */
    private boolean isAnnotation(int place) {
        int name = place;
        while (source.charAt(name) != '(' && source.charAt(name) != ' ' && source.charAt(name) != '\n') {
            name++;
        }
        return source.charAt(place) == '@' && source.charAt(name) == '(';
    }

    /** An annotation with several values, on one line where it fits. */
    private void addAnnotation(int end, char last) {
        String close = "\n" + source.substring(next, next + indentation(next)) + (last == '{' ? "})" : ")") + "\n";
        addJoined(source.indexOf(close, end) + close.length(), end);
    }

    /** A statement or declaration, on one line where it fits; one call on each line where it doesn't, or where a comment ends a line. */
    private void addStatement(int firstEnd) {
        int continued = indentation(next) + CONTINUED;
        int end = firstEnd;
        while (!endsStatement(source.charAt(end - 1)) && indentation(end + 1) >= continued) {
            end = end(end + 1);
        }
        addJoined(end + 1, firstEnd);
    }

    private void addJoined(int to, int firstEnd) {
        if (firstEnd + 1 == to) {
            add(next, to);
            next = to;
            return;
        }
        int start = text.length();
        boolean whole = !source.substring(next, to).contains(" // ");
        add(next, firstEnd);
        for (int line = firstEnd + 1; whole && line < to; line = end(line) + 1) {
            int part = line + indentation(line);
            char last = text.charAt(text.length() - 1);
            char first = source.charAt(part);
            if (last != '(' && last != '{' && first != '.' && first != '}' && first != ')') {
                text.append(' ');
            }
            add(part, end(line));
            whole = text.length() - start <= COLUMNS;
        }
        if (!whole) {
            text.setLength(start);
            add(next, to - 1);
            moveThrows(start);
        }
        text.append('\n');
        next = to;
    }

    /** Begins a line with {@code throws} that would end with it. */
    private void moveThrows(int start) {
        int end = text.indexOf(THROWS, start);
        if (end >= 0) {
            int line = end + THROWS.length();
            int part = line;
            while (text.charAt(part) == ' ') {
                part++;
            }
            text.replace(end, part, "\n" + text.substring(line, part) + "throws ");
        }
    }

    private static boolean endsStatement(char last) {
        return last == ';' || last == '{' || last == '}';
    }

    /** The blanks that a line begins with. */
    private int indentation(int line) {
        int blanks = line;
        while (blanks < source.length() && source.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks - line;
    }
}
