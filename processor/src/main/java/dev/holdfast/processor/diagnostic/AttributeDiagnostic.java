package dev.holdfast.processor.diagnostic;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.NUMBER;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.USED_TYPE;
import static dev.holdfast.processor.diagnostic.Argument.VALUE;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;
import static dev.holdfast.processor.diagnostic.Wording.lint;

/** Messages about the values of attributes that several annotations have. */
public enum AttributeDiagnostic implements Diagnostic {
    DURATION_SYNTAX(error(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s is \"%3$s\", which is not a duration%4$s",
            "write an amount and a unit, such as \"250ms\", \"60s\" or \"1m30s\", or ISO-8601, such as \"PT1M\"")),
    DURATION_TOO_LONG(error(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s is \"%3$s\", which is more than 365 days",
            "write a shorter duration")),
    DURATION_ZERO(error(takes(TEXT, TEXT), "@%1$s.%2$s is zero", "write a duration of more than zero")),
    OUT_OF_RANGE(error(
            takes(TEXT, TEXT, VALUE, VALUE, VALUE),
            "@%1$s.%2$s is %3$s, which is not from %4$s to %5$s",
            "write a value from %4$s to %5$s")),
    BELOW_RANGE(also(
            OUT_OF_RANGE,
            takes(TEXT, TEXT, NUMBER, NUMBER),
            "@%1$s.%2$s is %3$s, which is not at least %4$s",
            "write a value at least %4$s")),
    MAXIMUM_TOO_SMALL(error(
            takes(TEXT, TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s (%3$s) is less than %4$s (%5$s)",
            "raise %2$s or lower %4$s")),
    WINDOW_SYNTAX(error(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s is \"%3$s\", which is not a window%4$s",
            "write a number of calls, such as \"100 calls\", or a duration, such as \"60s\"")),
    INCOMPLETE_SETTING(error(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s is set without %3$s, so it has no effect",
            "set %3$s too, or remove %2$s")),
    CONTRADICTORY_SETTING(error(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s and %3$s are both set, but only one of them can apply",
            "remove %2$s or %3$s")),
    STATUS_PATTERN(error(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s has \"%3$s\", which is not a pattern for HTTP statuses%4$s",
            "write \"503\", \"5xx\" or \"500-504\"")),
    STATUS_RANGE(error(
            takes(TEXT, TEXT, NUMBER),
            "@%1$s.%2$s has %3$s, which is not from 400 to 599",
            "write the status of an error answer, such as 429 or 503")),
    EMPTY_ARRAY(error(takes(TEXT, TEXT, TEXT, TEXT), "@%1$s.%2$s is empty, so %3$s", "%4$s")),
    DEAD_CLASSES(error(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s covers all of %3$s, so no exception ever counts",
            "remove classes from %2$s, or narrow them")),
    CONTRADICTORY_CLASSES(error(
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "@%1$s.%2$s names %3$s, but %4$s covers it and wins",
            "remove %3$s from %2$s, or narrow %4$s")),
    UNDECLARED_EXCEPTIONS(error(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s names only checked exceptions that %3$s, so %4$s",
            "name exceptions that are declared, or unchecked ones")),
    INACCESSIBLE_TYPE(error(
            takes(ELEMENT, ELEMENT, TEXT),
            "%1$s names %2$s, which generated code in package %3$s cannot see",
            "make it public, or package-private in that package")),
    INACCESSIBLE_CLASS(also(
            INACCESSIBLE_TYPE,
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "@%1$s.%2$s names %3$s, which generated code in package %4$s cannot see")),
    NOT_INSTANTIABLE(error(
            takes(TEXT, TEXT, TYPE, TEXT),
            "@%1$s.%2$s is %3$s, which cannot be instantiated: it %4$s",
            "use a top-level or static nested class with an accessible constructor without parameters")),
    PREDICATE_UNUSED(error(
            takes(TEXT, TEXT, TYPE, USED_TYPE, ELEMENT),
            "@%1$s.%2$s is %3$s, a predicate for %4$s, which %5$s does not return",
            "use a predicate for a type that is returned")),
    PREDICATE_UNUSED_ON_TYPE(also(
            PREDICATE_UNUSED,
            takes(TEXT, TEXT, TYPE, USED_TYPE, ELEMENT),
            "@%1$s.%2$s is %3$s, a predicate for %4$s, which no protected method of %5$s returns")),
    MANY_ATTEMPTS(lint(
            takes(TEXT, ELEMENT, NUMBER),
            "@%1$s.maxAttempts on %2$s is %3$s: a service in trouble would get many times its load",
            "use 10 or less")),
    UNCAPPED_DELAY(lint(
            takes(TEXT, ELEMENT, TEXT),
            "@%1$s on %2$s lets the wait before an attempt grow to %3$s",
            "set maxDelay to 10 min or less")),
    BROAD_EXCEPTION(lint(
            takes(TEXT, TEXT, USED_TYPE, ELEMENT, TEXT),
            "@%1$s.%2$s names %3$s, so bugs such as a NullPointerException count too, while %4$s declares only %5$s",
            "name those, and the unchecked exceptions that your client throws when a call fails")),
    DEAD_EXCEPTION(lint(
            takes(TEXT, TEXT, USED_TYPE, ELEMENT),
            "@%1$s.%2$s names %3$s, a checked exception that %4$s does not declare",
            "remove it, or declare it where it is thrown")),
    DEAD_EXCEPTION_ON_TYPE(also(
            DEAD_EXCEPTION,
            takes(TEXT, TEXT, USED_TYPE, ELEMENT),
            "@%1$s.%2$s names %3$s, a checked exception that no method of %4$s declares")),
    DEAD_EXCLUSION(lint(
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "@%1$s.%2$s names %3$s, which %4$s does not cover, so it never counts anyway",
            "remove it"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    AttributeDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
