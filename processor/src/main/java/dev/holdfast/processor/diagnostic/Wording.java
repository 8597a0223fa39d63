package dev.holdfast.processor.diagnostic;

import dev.holdfast.processor.diagnostic.Diagnostic.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message says. Fact and fix are {@link String#format} patterns over the same arguments.
 *
 * @param main the message whose code this one has too, or null
 * @param arguments what the patterns take
 * @param fact what is wrong
 * @param fix what to do
 */
public record Wording(@Nullable Diagnostic main, Severity severity, List<Argument> arguments, String fact, String fix) {

    public Wording {
        arguments = List.copyOf(arguments);
    }

    public static Wording error(List<Argument> arguments, String fact, String fix) {
        return new Wording(null, Severity.ERROR, arguments, fact, fix);
    }

    public static Wording lint(List<Argument> arguments, String fact, String fix) {
        return new Wording(null, Severity.LINT, arguments, fact, fix);
    }

    /** Another message with the code of the first. */
    public static Wording also(Diagnostic main, List<Argument> arguments, String fact, String fix) {
        return new Wording(main, main.severity(), arguments, fact, fix);
    }

    /** Another message with the code and the fix of the first. */
    public static Wording also(Diagnostic main, List<Argument> arguments, String fact) {
        return also(main, arguments, fact, main.wording().fix());
    }

    /** The two sentences with values; fails if these are not what the patterns take. */
    String with(Object... values) {
        if (!accepts(values)) {
            throw new IllegalArgumentException(
                    "\"" + fact + "\" takes " + arguments + ", not " + Arrays.toString(values));
        }
        Object[] texts = Arrays.stream(values).map(Argument::text).toArray();
        return String.format(Locale.ROOT, fact, texts) + ". Fix: " + String.format(Locale.ROOT, fix, texts) + ".";
    }

    private boolean accepts(Object[] values) {
        if (values.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!arguments.get(i).accepts(values[i])) {
                return false;
            }
        }
        return true;
    }
}
