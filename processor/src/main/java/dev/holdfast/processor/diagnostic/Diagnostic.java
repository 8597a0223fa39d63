package dev.holdfast.processor.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A message of the processor, as whole sentences. Each enum has those of one subject; a policy has its own. The code, the name in
 * kebab case, is stable; {@code docs/diagnostics.md} has a section for each. Messages for the same mistake share the code of the
 * first.
 */
public interface Diagnostic {

    /** What becomes of a compilation with a problem. */
    enum Severity {
        /** It cannot work: the compilation fails. */
        ERROR,
        /** It works and should not be done: a warning, which can be silenced. */
        LINT
    }

    /** The name of the constant. */
    String name();

    Wording wording();

    default Severity severity() {
        return wording().severity();
    }

    /** The stable code, also the last part of its key in {@code @SuppressWarnings}. */
    default String code() {
        Diagnostic main = wording().main();
        return main != null ? main.code() : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the message.
     *
     * @throws IllegalArgumentException if the values are not those that the message takes
     */
    default String message(Object... values) {
        return "[holdfast:" + code() + "] " + wording().with(values);
    }

    /** The messages of no policy in particular. */
    static Stream<Diagnostic> general() {
        return Stream.<Diagnostic[]>of(
                        InterfaceDiagnostic.values(),
                        TargetDiagnostic.values(),
                        InjectionDiagnostic.values(),
                        MethodDiagnostic.values(),
                        AttributeDiagnostic.values(),
                        ProcessorDiagnostic.values())
                .flatMap(Arrays::stream);
    }
}
