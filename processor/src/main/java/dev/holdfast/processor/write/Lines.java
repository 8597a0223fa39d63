package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects lines of code. All text between two types is one piece for JavaPoet, which looks at each piece for line breaks, twice,
 * and so takes several times as long for statements that are put together from many.
 */
final class Lines {

    private static final String STEP = "    ";

    private final StringBuilder format = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private int depth;

    /** Adds a line: text as it is, types, code within the line, and lists of these. */
    Lines add(Object... parts) {
        format.append(STEP.repeat(depth));
        addAll(parts);
        format.append('\n');
        return this;
    }

    /** Adds a line that opens a block. */
    Lines open(Object... parts) {
        format.append(STEP.repeat(depth));
        addAll(parts);
        format.append(" {\n");
        depth++;
        return this;
    }

    /** Ends a block, and begins another after it. */
    Lines next(String text, Object... parts) {
        depth--;
        format.append(STEP.repeat(depth)).append("} ");
        addAll(text);
        addAll(parts);
        format.append(" {\n");
        depth++;
        return this;
    }

    Lines close() {
        depth--;
        return add("}");
    }

    /** Adds whole lines. */
    Lines block(CodeBlock lines) {
        format.append("$>".repeat(depth)).append("$L").append("$<".repeat(depth));
        arguments.add(lines);
        return this;
    }

    CodeBlock build() {
        return CodeBlock.of(format.toString(), arguments.toArray());
    }

    private void addAll(Object... parts) {
        for (Object part : parts) {
            if (part instanceof List<?> several) {
                addAll(several.toArray());
            } else if (part instanceof String text) {
                format.append(text.replace("$", "$$"));
            } else {
                format.append(part instanceof TypeName ? "$T" : "$L");
                arguments.add(part);
            }
        }
    }
}
