package dev.holdfast.processor.diagnostic;

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

/** Messages about methods: annotations that cannot stand there, and calls that policies cannot protect, or should not. */
public enum MethodDiagnostic implements Diagnostic {
    METHOD_OF_CLASS(error(
            takes(TEXT, METHOD, TYPE, TEXT),
            "@%1$s on %2$s, but %3$s is %4$s, and only methods of interfaces can be protected",
            "extract an interface and annotate its method")),
    UNSUPPORTED_METHOD(error(
            takes(TEXT, METHOD, TEXT),
            "@%1$s on %2$s, which is %3$s: its calls cannot be protected",
            "remove the annotation")),
    UNSUPPORTED_METHOD_OF_OBJECT(also(
            UNSUPPORTED_METHOD,
            takes(TEXT, METHOD),
            "@%1$s on %2$s, which is a method of Object: its calls cannot be protected")),
    MISPLACED_ANNOTATION(
            error(takes(METHOD), "@Resilient has no effect on the method %1$s", "move it to the interface")),
    MISPLACED_EXEMPT(also(
            MISPLACED_ANNOTATION,
            takes(TYPE),
            "@Exempt has no effect on the type %1$s",
            "move it to the methods to leave unprotected")),
    REPEATABLE_PRESET(error(
            takes(TEXT),
            "@%1$s carries policies and is repeatable: if repeated, it would be inside its container annotation and protect nothing",
            "remove @Repeatable")),
    AMBIGUOUS_PRESET(error(
            takes(ELEMENT, ELEMENT, ELEMENT, TEXT),
            "%1$s carries @%2$s and @%3$s, which both carry @%4$s",
            "remove one of them, or write @%4$s on %1$s itself")),
    EXEMPT_WITH_POLICY(error(takes(METHOD, TEXT), "%1$s carries @Exempt and @%2$s", "remove one of the two")),
    ASYNC_METHOD(error(
            takes(TEXT, USED_TYPE, TEXT),
            "%1$s returns %2$s; the only asynchronous types supported are %3$s",
            "return one of these, or leave it unprotected (@Exempt)")),
    ASYNC_METHOD_SUBTYPE(also(
            ASYNC_METHOD,
            takes(TEXT, USED_TYPE, TEXT),
            "%1$s returns %2$s, a subtype of %3$s that generated code cannot make, so no result of it includes the retries",
            "return %3$s itself, or leave it unprotected (@Exempt)")),
    ASYNC_METHOD_LACKS(also(
            ASYNC_METHOD,
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this version of %3$s lacks the method %4$s",
            "use a newer version of the library, or leave the method unprotected (@Exempt)")),
    ASYNC_METHOD_SUSPENDS(also(
            ASYNC_METHOD,
            takes(TEXT, USED_TYPE),
            "%1$s is a suspend function that returns %2$s, whose work begins when the function has ended",
            "remove suspend, so that all of it is a call, or leave the method unprotected (@Exempt)")),
    UNKNOWN_CALL(error(
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this %3$s has the method %4$s, so generated code cannot implement it",
            "use the Call of Retrofit 2 or 3, or leave it unprotected (@Exempt)")),
    UNKNOWN_CALL_LACKS(also(
            UNKNOWN_CALL,
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this %3$s lacks the method %4$s, so generated code cannot implement it")),
    UNKNOWN_CALL_OTHER(also(
            UNKNOWN_CALL,
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this %3$s has another method %4$s, so generated code cannot implement it")),
    FUTURE_METHOD(error(
            takes(TEXT, USED_TYPE),
            "%1$s returns %2$s, which does not signal its completion, so no failure can be retried or counted",
            "return CompletableFuture, or the value itself, or leave it unprotected (@Exempt)")),
    CALLBACK_METHOD(error(
            takes(TEXT, USED_TYPE, TEXT),
            "%1$s reports its outcome to the %2$s in parameter %3$s after it has returned, so no failure can be retried or counted",
            "return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt)")),
    SUSPEND_FUNCTION(error(
            takes(METHOD, TEXT),
            "%1$s is a suspend function, but %2$s is not on the class path, which generated code waits with",
            "depend on org.jetbrains.kotlinx:kotlinx-coroutines-core 1.6 or newer, or leave it unprotected (@Exempt)")),
    FLOW_METHOD(also(
            SUSPEND_FUNCTION,
            takes(METHOD, TEXT),
            "%1$s returns a Flow, but %2$s is not on the class path, which generated code waits with")),
    FALLBACK_CALL(error(
            takes(METHOD, USED_TYPE),
            "%1$s returns %2$s, which makes its call after the method has returned, too late for a fallback",
            "use @Fallback on other methods, and handle failures of this one where the call is made")),
    NON_IDEMPOTENT(
            lint(
                    takes(TEXT, TEXT, TEXT),
                    "%1$s sends %2$s, and @%3$s sends it again after a failure, though the server may have carried out the first",
                    "send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @%3$s(maxAttempts = 1)")),
    ONE_SHOT_ARGUMENT(
            lint(
                    takes(TEXT, TEXT, USED_TYPE, TEXT),
                    "parameter %1$s of %2$s is %3$s, which the first attempt uses up, so @%4$s cannot send it again",
                    "take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt)")),
    NO_IO(lint(
            takes(TEXT, TEXT, USED_TYPE),
            "@%1$s applies to %2$s, which returns %3$s, the client itself, and so probably sends nothing itself",
            "leave it unprotected (@Exempt)")),
    NO_IO_OTHER_CLIENT(also(
            NO_IO,
            takes(TEXT, TEXT, USED_TYPE),
            "@%1$s applies to %2$s, which returns %3$s, another client, and so probably sends nothing itself",
            "leave it unprotected (@Exempt), and protect what it returns")),
    CLIENT_RETRIES(lint(
            takes(TEXT, ELEMENT, NUMBER, TEXT, NUMBER, NUMBER, TEXT),
            "@%1$s on %2$s makes up to %3$s attempts, and %4$s's client may make %5$s of each: %6$s requests for one call",
            "turn its own off with %7$s, and silence this warning"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    MethodDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
