package dev.holdfast.processor.diagnostic;

import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.USED_TYPE;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;

/** Messages about frameworks for dependency injection. */
public enum InjectionDiagnostic implements Diagnostic {
    INJECTION_MISSING(error(
            takes(TEXT, TEXT),
            "@Resilient.inject is %1$s, but the class path or module has no %2$s",
            "add the library that has it, or name another framework")),
    INJECTION_MISSING_BY_OPTION(also(
            INJECTION_MISSING,
            takes(TEXT, TEXT, TYPE),
            "the option -Aholdfast.inject is %1$s, but the class path or module of %3$s has no %2$s",
            "add the library that has it, or write @Resilient(inject = NONE) on %3$s")),
    INJECTION_OF_GENERIC(
            error(
                    takes(TYPE),
                    "%1$s has type parameters, and no framework knows type arguments for its singleton",
                    "annotate an interface that extends it with type arguments, or remove inject and create the client yourself")),
    NOT_A_QUALIFIER(error(
            takes(USED_TYPE, TEXT),
            "@Resilient.qualifier names %1$s, which is no qualifier: it %2$s",
            "write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    InjectionDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
