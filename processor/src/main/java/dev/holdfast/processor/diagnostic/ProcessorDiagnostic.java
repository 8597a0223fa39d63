package dev.holdfast.processor.diagnostic;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;
import static dev.holdfast.processor.diagnostic.Wording.lint;

/** Messages about the processor: its options, its environment, its warnings. */
public enum ProcessorDiagnostic implements Diagnostic {
    BAD_OPTION(error(takes(TEXT, TEXT, TEXT), "there is no option -A%1$s%2$s", "write %3$s")),
    BAD_LINT_LEVEL(
            also(BAD_OPTION, takes(TEXT, TEXT, TEXT), "the option -A%1$s is \"%2$s\"%3$s", "write off, warn or error")),
    BAD_PRESET(also(
            BAD_OPTION,
            takes(TEXT, TEXT),
            "the option -A%1$s names %2$s, which is not an annotation with policies",
            "write qualified names of your own annotations, separated by commas")),
    BAD_INJECTION(also(
            BAD_OPTION,
            takes(TEXT, TEXT, TEXT),
            "the option -A%1$s is \"%2$s\"%3$s",
            "write none, jakarta, javax or spring, and \",context\" after it if a context is injected too")),
    INTERNAL_ERROR(error(
            takes(TEXT, TEXT),
            "the processor failed on %1$s: %2$s",
            "report it to Holdfast with this interface, and remove its annotations meanwhile")),
    UNLISTED_PRESET(lint(
            takes(TEXT, ELEMENT, TEXT, TYPE),
            "@%1$s on %2$s is seen only because @%1$s is compiled together with it: an incremental build that compiles %4$s alone generates nothing",
            "give the processor the option -Aholdfast.presets=%3$s, or add @Resilient to %4$s")),
    LATE_MEMBERS(lint(
            takes(TYPE, TYPE),
            "another processor added members to %1$s after %2$s was read, so they are not used to read status and headers",
            "put that processor before Holdfast's on the processor path")),
    UNKNOWN_CODE(lint(
            takes(TEXT, TEXT),
            "@SuppressWarnings names \"%1$s\", which is not a warning of Holdfast%2$s",
            "write the code that the warning shows in brackets, or remove it"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    ProcessorDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
