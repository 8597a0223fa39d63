package dev.holdfast.processor.policy;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.METHOD;
import static dev.holdfast.processor.diagnostic.Argument.NUMBER;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.USED_TYPE;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;
import static dev.holdfast.processor.diagnostic.Wording.lint;

import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Wording;

/** Messages about {@code @RateLimited}: reading answers, and the quota. */
public enum RateLimitDiagnostic implements Diagnostic {
    TOO_MANY_PERMITS(also(
            AttributeDiagnostic.OUT_OF_RANGE,
            takes(TEXT, NUMBER, NUMBER),
            "@%1$s.permits is %2$s, which is not at most %3$s, one for each nanosecond of per",
            "write a value at most %3$s, one for each nanosecond of per")),
    BURST_TOO_LARGE(also(
            AttributeDiagnostic.OUT_OF_RANGE,
            takes(TEXT, NUMBER, NUMBER),
            "@%1$s.burst is %2$s, which is not at most %3$s, what permits give in 365 days",
            "write a value at most %3$s, what permits give in 365 days")),
    NO_STATUS(
            error(
                    takes(ELEMENT),
                    "@RateLimited applies to %1$s, but it returns and throws nothing with an HTTP status",
                    "return a response with status and headers, declare an exception with a status, name an unchecked one in on, name a RateLimitHint in hint, or set permits for a quota")),
    NO_STATUS_ON_TYPE(also(
            NO_STATUS,
            takes(ELEMENT),
            "@RateLimited applies to %1$s, but none of its methods returns or throws anything with an HTTP status")),
    HINT_UNUSED(error(
            takes(TYPE, USED_TYPE, ELEMENT),
            "@RateLimited.hint is %1$s, a hint for %2$s, which %3$s neither returns nor throws",
            "use a hint for a type that is returned or thrown")),
    HINT_UNUSED_ON_TYPE(also(
            HINT_UNUSED,
            takes(TYPE, USED_TYPE, ELEMENT),
            "@RateLimited.hint is %1$s, a hint for %2$s, which no protected method of %3$s returns or throws")),
    HINT_NOT_DECLARED(error(
            takes(TYPE, USED_TYPE, METHOD),
            "@RateLimited.hint is %1$s, a hint for the checked exception %2$s, which %3$s does not declare",
            "declare it: throws %2$s")),
    ON_WITHOUT_STATUS(error(
            takes(USED_TYPE),
            "@RateLimited.on names %1$s, which has no readable status: no accessible statusCode(), status(), code(), getResponse() or the like that leads to an int",
            "write a RateLimitHint<%1$s> and name it in hint")),
    QUOTA_WITHOUT_SLACK(lint(
            takes(ELEMENT, NUMBER, TEXT, TEXT),
            "@RateLimited on %1$s has %2$s permits in %3$s and neither maxWait nor burst: a call less than %4$s after another is rejected",
            "set maxWait to let it wait, or set burst"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    RateLimitDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
