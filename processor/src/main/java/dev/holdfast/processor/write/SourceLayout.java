package dev.holdfast.processor.write;

import java.util.regex.Pattern;

/** JavaPoet parts all members by an empty line; fields that belong together read better without. */
final class FieldLines {

    private static final Pattern FIELD =
            Pattern.compile(" +private (?:final )?[^(={;]*;| +(?:public )?static final String [^;]*;");

    private FieldLines() {}

    /** The source without the empty lines between fields. */
    static String together(String source) {
        StringBuilder text = new StringBuilder(source.length());
        int copied = 0;
        // Line by line: an expression for the whole source takes longer than all the rest of writing it.
        for (int end = source.indexOf("\n\n"); end >= 0; end = source.indexOf("\n\n", end + 1)) {
            int next = end + 2;
            if (isField(source, source.lastIndexOf('\n', end - 1) + 1, end)
                    && isField(source, next, source.indexOf('\n', next))) {
                text.append(source, copied, end + 1);
                copied = next;
            }
        }
        return text.append(source, copied, source.length()).toString();
    }

    private static boolean isField(String source, int start, int end) {
        return end > start
                && source.charAt(end - 1) == ';'
                && FIELD.matcher(source).region(start, end).matches();
    }
}
