package dev.holdfast.processor.policy;

import static dev.holdfast.processor.diagnostic.Argument.METHOD;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.USED_TYPE;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Wording;

/** Messages about {@code @Fallback}. */
public enum FallbackDiagnostic implements Diagnostic {
    FALLBACK_UNKNOWN(error(
            takes(TEXT, TYPE, TEXT),
            "@Fallback.value is \"%1$s\", but %2$s has no method of that name%3$s",
            "name a default or static method, or declare one")),
    FALLBACK_OF_NESTED(also(
            FALLBACK_UNKNOWN,
            takes(TEXT),
            "@Fallback on %1$s names no method, but a second client cannot answer for clients that methods return",
            "name a default or static method, or remove nested")),
    FALLBACK_NOT_CALLABLE(error(
            takes(TEXT, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s is that method itself",
            "name a default or static method that answers without the delegate")),
    FALLBACK_PRIVATE(also(
            FALLBACK_NOT_CALLABLE,
            takes(TEXT, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s is private")),
    FALLBACK_ABSTRACT(also(
            FALLBACK_NOT_CALLABLE,
            takes(TEXT, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s is abstract")),
    FALLBACK_PARAMETERS(error(
            takes(TEXT, TEXT),
            "@Fallback.value is \"%1$s\", but no default or static method of that name has the parameters of %2$s",
            "declare one with the same parameters, optionally followed by an exception that on covers")),
    FALLBACK_RESULT(error(
            takes(METHOD, USED_TYPE, METHOD, USED_TYPE),
            "%1$s returns %2$s, so it cannot answer for %3$s, which returns %4$s",
            "return %4$s or a subtype of it")),
    FALLBACK_EXCEPTION(error(
            takes(METHOD, TEXT, METHOD),
            "%1$s throws %2$s, so it cannot answer for %3$s, which does not declare that",
            "declare it there, or handle it in the fallback")),
    FALLBACK_AMBIGUOUS(error(
            takes(TEXT, METHOD, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but both %3$s and %4$s fit",
            "declare a method in the interface that calls the intended one")),
    FALLBACK_CYCLE(error(
            takes(METHOD, METHOD),
            "%1$s falls back to %2$s, which falls back to it in turn: if all fail, the call never ends",
            "remove @Fallback from one of them"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    FallbackDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
