package dev.holdfast.processor.write;

import java.util.regex.Pattern;

/**
 * Lays out source as a person would. JavaPoet breaks lines at 100 columns, puts comments, annotations and empty bodies on lines of
 * their own, and parts all members by an empty line. Only white space changes.
 */
final class SourceLayout {

    /** The longest line of code or comment. */
    static final int COLUMNS = 120;

    private static final String CONTINUED = "        ";

    private static final Pattern FIELD = Pattern.compile(
            " +private (?:final )?[^(={;]*;| +(?:public |private )?static final [^({;]*= (?:\"[^;]*|new [^;(]*\\(\\));");

    private final String[] lines;
    private final StringBuilder text;
    private int next;

    private SourceLayout(String source) {
        lines = source.split("\n", -1);
        text = new StringBuilder(source.length());
    }

    static String of(String source) {
        return new SourceLayout(source).text();
    }

    private String text() {
        while (next < lines.length) {
            String line = lines[next];
            if (line.endsWith("/**")) {
                addComment(line);
            } else if (line.endsWith("(") || line.endsWith("{")) {
                addBlock(line);
            } else if (line.isEmpty()
                    && areFields(lines[Math.max(0, next - 1)], lines[Math.min(next + 1, lines.length - 1)])) {
                next++;
            } else {
                addStatement(line);
            }
        }
        // The last line is empty, and ends with no line break.
        return text.substring(0, text.length() - 1);
    }

    private void add(String line) {
        text.append(line).append('\n');
    }

    /** A comment, on one line where it has only one. */
    private void addComment(String start) {
        int end = next;
        while (!lines[end].endsWith("*/")) {
            end++;
        }
        String only = start + lines[next + 1].strip().substring(1) + " */";
        if (end == next + 2 && only.length() <= COLUMNS) {
            add(only);
        } else {
            addLines(next, end + 1);
        }
        next = end + 1;
    }

    /** The start of a block, with its end where nothing is in between; or an annotation with several values. */
    private void addBlock(String line) {
        String start = line.strip();
        if (start.startsWith("@")) {
            addAnnotation(line);
        } else if (!start.endsWith("{")) {
            addStatement(line);
        } else if (lines[next + 1].strip().equals("}")) {
            add(line + "}");
            next += 2;
        } else {
            add(line);
            next++;
        }
    }

    private void addAnnotation(String line) {
        String end = line.substring(0, indentation(line)) + (line.endsWith("{") ? "})" : ")");
        int last = next;
        while (!lines[last].equals(end)) {
            last++;
        }
        String joined = join(next, last + 1);
        if (joined.length() <= COLUMNS) {
            add(joined);
        } else {
            addLines(next, last + 1);
        }
        next = last + 1;
    }

    /** A statement or declaration, on one line where it fits; one call on each line where it doesn't, or where a comment ends a line. */
    private void addStatement(String line) {
        int end = next + 1;
        boolean whole = !line.contains(" // ");
        String continued = line.substring(0, indentation(line)) + CONTINUED;
        while (!line.isBlank() && !endsStatement(lines[end - 1]) && lines[end].startsWith(continued)) {
            whole &= !lines[end].contains(" // ");
            end++;
        }
        String joined = whole ? join(next, end) : line;
        if (whole && joined.length() <= COLUMNS) {
            add(joined);
        } else {
            addLines(next, end);
        }
        next = end;
    }

    private void addLines(int from, int to) {
        for (int i = from; i < to; i++) {
            add(lines[i]);
        }
    }

    private String join(int from, int to) {
        StringBuilder joined = new StringBuilder(lines[from]);
        for (int i = from + 1; i < to; i++) {
            String part = lines[i].strip();
            char last = joined.charAt(joined.length() - 1);
            boolean close =
                    last == '(' || last == '{' || part.startsWith(".") || part.startsWith("}") || part.startsWith(")");
            joined.append(close ? "" : " ").append(part);
        }
        return joined.toString();
    }

    private static boolean endsStatement(String line) {
        return line.endsWith(";") || line.endsWith("{") || line.endsWith("}");
    }

    private static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** Whether two lines are fields of a kind. */
    private static boolean areFields(String one, String other) {
        return one.endsWith(";")
                && other.endsWith(";")
                && FIELD.matcher(one).matches()
                && FIELD.matcher(other).matches()
                && one.contains(" static ") == other.contains(" static ");
    }
}
