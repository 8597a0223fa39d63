package dev.holdfast.processor.diagnostic;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every message of the processor. The code, the name in kebab case, is stable; {@code docs/diagnostics.md} has a section for
 * each. Facts and fixes are {@link String#format} patterns over the same arguments.
 */
public enum Diagnostic {
    // The interface.
    NOT_AN_INTERFACE(
            "%1$s is %2$s, and only interfaces can be protected", "extract an interface from it and annotate that"),
    PRIVATE_INTERFACE(
            "%1$s cannot be implemented outside of %2$s, because %3$s is private",
            "make %3$s package-private, protected or public"),
    COMPACT_SOURCE(
            "%1$s is in a compact source file, %2$s.java, whose class generated code cannot name",
            "move it to a file of its own"),
    SEALED_INTERFACE(
            "%1$s is sealed and does not permit %2$s, so the generated class may not implement it",
            "name %2$s in its permits clause, or remove sealed or make it non-sealed"),
    UNIMPLEMENTABLE_METHOD(
            "no class can implement %1$s, because it %2$s than the method of Object",
            "give it another name or declare it as in Object"),
    CONFLICTING_METHODS("%1$s has %2$s and %3$s, %4$s, so no class can implement it", "%5$s"),
    UNWRITABLE_NAME(
            "%1$s cannot be implemented in Java, because %2$s is not a Java name",
            "rename it; Kotlin changes the names of functions with value classes as parameters, so use plain types there"),
    TOO_LARGE("the generated class for %1$s would have %2$s, too much for a class file", "%3$s"),
    NO_POLICY("%1$s carries @%2$s, but %3$s", "%4$s"),
    CLASS_NAME_INVALID(
            "@Resilient.className of %1$s gives \"%2$s\", which %3$s",
            "write a simple class name; * stands for the interface's name"),
    CLASS_NAME_TAKEN("%2$s, the generated class for %1$s, %3$s", "choose another name with @Resilient(className)"),
    CLASS_NAME_TOO_LONG(
            "the name of the generated class for %1$s has %2$s bytes, and file systems allow at most %3$s, with room for the names of its nested classes",
            "choose a shorter name with @Resilient(className)"),
    STALE_SOURCE(
            "%2$s, the generated class for %1$s, is among the sources, written by an earlier build",
            "delete that file, and keep generated sources out of the source folders"),
    CLASS_NAME_COLLISION(
            "%1$s and %2$s would both generate %3$s%4$s",
            "choose another name for one of them with @Resilient(className)"),
    UNRESOLVED_TYPE(
            "%1$s names the type %2$s, which does not exist",
            "if another processor generates it, see the errors above; otherwise import it or put its library on the class path"),
    KAPT_ERROR_TYPE(
            "%1$s names a type that kapt does not know, and for which it writes %2$s",
            "set correctErrorTypes to true in kapt's configuration, which keeps the names of types that other processors generate; otherwise import the type or put its library on the class path"),

    // Where annotations stand.
    METHOD_OF_CLASS(
            "@%1$s on %2$s, but %3$s is %4$s, and only methods of interfaces can be protected",
            "extract an interface and annotate its method"),
    UNSUPPORTED_METHOD("@%1$s on %2$s, which is %3$s: its calls cannot be protected", "remove the annotation"),
    MISPLACED_ANNOTATION("@%1$s has no effect on the %3$s %2$s", "move it to the %4$s"),
    REPEATABLE_PRESET(
            "@%1$s carries policies and is repeatable: if repeated, it would be inside its container annotation and protect nothing",
            "remove @Repeatable"),
    AMBIGUOUS_PRESET(
            "%1$s carries @%2$s and @%3$s, which both carry @%4$s",
            "remove one of them, or write @%4$s on %1$s itself"),
    EXEMPT_WITH_POLICY("%1$s carries @Exempt and @%2$s", "remove one of the two"),
    ASYNC_METHOD(
            "%1$s returns %2$s; the only asynchronous types supported are CompletionStage, CompletableFuture and Retrofit's Call",
            "return one of these, or leave it unprotected (@Exempt)"),
    UNKNOWN_CALL(
            "%1$s returns %2$s, but this %3$s %4$s, so generated code cannot implement it",
            "use the Call of Retrofit 2 or 3, or leave it unprotected (@Exempt)"),
    FUTURE_METHOD(
            "%1$s returns %2$s, which does not signal its completion, so no failure can be retried or counted",
            "return CompletableFuture, or the value itself, or leave it unprotected (@Exempt)"),
    CALLBACK_METHOD(
            "%1$s reports its outcome to the %2$s in parameter %3$s after it has returned, so no failure can be retried or counted",
            "return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt)"),
    SUSPEND_FUNCTION(
            "%1$s is a Kotlin suspend function, which returns before its call has ended",
            "declare a blocking function, and call the generated class within withContext(Dispatchers.IO) { }, or leave it unprotected (@Exempt)"),

    // Values of attributes.
    DURATION_SYNTAX(
            "@%1$s.%2$s is \"%3$s\", which is not a duration%4$s",
            "write an amount and a unit, such as \"250ms\", \"60s\" or \"1m30s\", or ISO-8601, such as \"PT1M\""),
    DURATION_TOO_LONG("@%1$s.%2$s is \"%3$s\", which is more than 365 days", "write a shorter duration"),
    DURATION_ZERO("@%1$s.%2$s is zero", "write a duration of more than zero"),
    OUT_OF_RANGE("@%1$s.%2$s is %3$s, which is not %4$s", "write a value %4$s"),
    MAXIMUM_TOO_SMALL("@%1$s.%2$s (%3$s) is less than %4$s (%5$s)", "raise %2$s or lower %4$s"),
    WINDOW_SYNTAX(
            "@%1$s.%2$s is \"%3$s\", which is not a window%4$s",
            "write a number of calls, such as \"100 calls\", or a duration, such as \"60s\""),
    INCOMPLETE_SETTING("@%1$s.%2$s is set without %3$s, so it has no effect", "set %3$s too, or remove %2$s"),
    CONTRADICTORY_SETTING("@%1$s.%2$s and %3$s are both set, but only one of them can apply", "remove %2$s or %3$s"),
    STATUS_PATTERN(
            "@%1$s.%2$s has \"%3$s\", which is not a pattern for HTTP statuses%4$s",
            "write \"503\", \"5xx\" or \"500-504\""),
    STATUS_RANGE(
            "@%1$s.%2$s has %3$s, which is not from 400 to 599",
            "write the status of an error answer, such as 429 or 503"),
    EMPTY_ARRAY("@%1$s.%2$s is empty, so %3$s", "%4$s"),
    DEAD_CLASSES("@%1$s.%2$s covers all of %3$s, so %4$s", "remove classes from %2$s, or narrow them"),
    CONTRADICTORY_CLASSES(
            "@%1$s.%2$s names %3$s, but %4$s covers it and wins", "remove %3$s from %2$s, or narrow %4$s"),
    UNDECLARED_EXCEPTIONS(
            "@%1$s.%2$s names only checked exceptions that %3$s, so %4$s",
            "name exceptions that are declared, or unchecked ones"),
    INACCESSIBLE_TYPE(
            "%1$s names %2$s, which generated code in package %3$s cannot see",
            "make it public, or package-private in that package"),

    // Reading answers.
    NO_STATUS(
            "@RateLimited applies to %1$s, but %2$s with an HTTP status",
            "return a response with status and headers, declare an exception with a status, name an unchecked one in on, name a RateLimitHint in hint, or set permits for a quota"),
    NOT_INSTANTIABLE(
            "@%1$s.%2$s is %3$s, which cannot be instantiated: it %4$s",
            "use a top-level or static nested class with an accessible constructor without parameters"),
    HINT_UNUSED(
            "@RateLimited.hint is %1$s, a hint for %2$s, which %3$s",
            "use a hint for a type that is returned or thrown"),
    HINT_NOT_DECLARED(
            "@RateLimited.hint is %1$s, a hint for the checked exception %2$s, which %3$s does not declare",
            "declare it: throws %2$s"),
    PREDICATE_UNUSED(
            "@%1$s.%2$s is %3$s, a predicate for %4$s, which %5$s", "use a predicate for a type that is returned"),
    ON_WITHOUT_STATUS(
            "@RateLimited.on names %1$s, which has no readable status: no accessible statusCode(), status(), code(), getResponse() or the like that leads to an int",
            "write a RateLimitHint<%1$s> and name it in hint"),

    // Fallbacks.
    FALLBACK_UNKNOWN(
            "@Fallback.value is \"%1$s\", but %2$s has no method of that name%3$s",
            "name a default or static method, or declare one"),
    FALLBACK_NOT_CALLABLE(
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s %4$s",
            "name a default or static method that answers without the delegate"),
    FALLBACK_PARAMETERS(
            "@Fallback.value is \"%1$s\", but no default or static method of that name has the parameters of %2$s",
            "declare one with the same parameters, optionally followed by an exception that on covers"),
    FALLBACK_RESULT(
            "%1$s returns %2$s, so it cannot answer for %3$s, which returns %4$s", "return %4$s or a subtype of it"),
    FALLBACK_EXCEPTION(
            "%1$s throws %2$s, so it cannot answer for %3$s, which does not declare that",
            "declare it there, or handle it in the fallback"),
    FALLBACK_AMBIGUOUS(
            "@Fallback.value is \"%1$s\" for %2$s, but both %3$s and %4$s fit",
            "declare a method in the interface that calls the intended one"),
    FALLBACK_CYCLE(
            "%1$s falls back to %2$s, which falls back to it in turn: if all fail, the call never ends",
            "remove @Fallback from one of them"),
    FALLBACK_CALL(
            "%1$s returns %2$s, which makes its call after the method has returned, too late for a fallback",
            "use @Fallback on other methods, and handle failures of this one where the call is made"),

    // Time.
    TIMEOUT_ABOVE_DEADLINE(
            "@Timeout gives one attempt of %1$s %2$s, more than the deadline of @Backoff, %3$s, allows for all attempts",
            "shorten the timeout, or raise deadline"),
    INCREMENT_UNUSED(
            "@Timeout.increment on %1$s has no effect, because there is never a second attempt",
            "remove it, or retry with @Backoff"),
    BULKHEAD_WAIT_ABOVE_TIMEOUT(
            "@Bulkhead lets an attempt of %1$s wait %2$s for a place, more than the %3$s that @Timeout gives the attempt itself",
            "shorten maxWait, or raise the timeout"),
    UNREACHABLE_ATTEMPTS(
            "@%1$s on %2$s waits at least %3$s in total, longer than its deadline of %4$s: attempt %5$s is never made",
            "raise deadline, or lower maxAttempts or the delays"),

    // The processor itself.
    BAD_OPTION("%1$s", "%2$s"),
    INTERNAL_ERROR(
            "the processor failed on %1$s: %2$s",
            "report it to Holdfast with this interface, and remove its annotations meanwhile"),

    // Lints: what works and should not be done.
    UNLISTED_PRESET(
            "@%1$s on %2$s is seen only because @%1$s is compiled together with it: an incremental build that compiles %4$s alone generates nothing",
            "give the processor the option -Aholdfast.presets=%3$s, or add @Resilient to %4$s"),
    LATE_MEMBERS(
            "another processor added members to %1$s after %2$s was read, so they are not used to read status and headers",
            "put that processor before Holdfast's on the processor path"),
    NO_JITTER("@Backoff on %1$s has no jitter: clients that fail together retry together", "use jitter = FULL"),
    MANY_ATTEMPTS(
            "@%1$s.maxAttempts on %2$s is %3$s: a service in trouble would get many times its load", "use 10 or less"),
    UNCAPPED_DELAY("@%1$s on %2$s lets %3$s", "set %4$s"),
    SHORT_DEADLINE(
            "@%1$s on %2$s may wait %3$s in total, longer than its deadline of %4$s: attempt %5$s may never be made",
            "raise deadline, or lower maxAttempts or the delays"),
    SHORT_RECOVERY(
            "@CircuitBreaker allows probes %1$s after it has opened, but one call of %2$s may take %3$s with all its attempts",
            "raise recoveryTimeout, or lower the attempts, the delays or the timeout"),
    BROAD_EXCEPTION(
            "@%1$s.%2$s names %3$s, so bugs such as a NullPointerException count too, while %4$s declares only %5$s",
            "name those, and the unchecked exceptions that your client throws when a call fails"),
    DEAD_EXCEPTION(
            "@%1$s.%2$s names %3$s, a checked exception that %4$s", "remove it, or declare it where it is thrown"),
    DEAD_EXCLUSION("@%1$s.%2$s names %3$s, which %4$s does not cover, so it never counts anyway", "remove it"),
    NON_IDEMPOTENT(
            "%1$s sends %2$s, and @%3$s sends it again after a failure, though the server may have carried out the first",
            "send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @%3$s(maxAttempts = 1)"),
    ONE_SHOT_ARGUMENT(
            "parameter %1$s of %2$s is %3$s, which the first attempt uses up, so @%4$s cannot send it again",
            "take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt)"),
    NO_IO("@%1$s applies to %2$s, which returns %3$s, %4$s, and so probably sends nothing itself", "%5$s"),
    QUOTA_WITHOUT_SLACK(
            "@RateLimited on %1$s has %2$s permits in %3$s and neither maxWait nor burst: a call less than %4$s after another is rejected",
            "set maxWait to let it wait, or set burst"),
    UNKNOWN_CODE(
            "@SuppressWarnings names \"%1$s\", which is not a warning of Holdfast%2$s",
            "write the code that the warning shows in brackets, or remove it");

    /** Those that {@code @SuppressWarnings} silences. */
    static final Set<Diagnostic> LINTS = Collections.unmodifiableSet(EnumSet.range(UNLISTED_PRESET, UNKNOWN_CODE));

    private final String fact;
    private final String fix;

    Diagnostic(String fact, String fix) {
        this.fact = fact;
        this.fix = fix;
    }

    /** The stable code, also the last part of its key in {@code @SuppressWarnings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message(Object... arguments) {
        return "[holdfast:" + code() + "] " + String.format(Locale.ROOT, fact, arguments) + ". Fix: "
                + String.format(Locale.ROOT, fix, arguments) + ".";
    }
}
