package dev.holdfast.processor.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
            "%1$s is in a compact source file, %2$s.java, whose class has no name that generated code could write",
            "move it to a file of its own"),
    SEALED_INTERFACE(
            "%1$s is sealed and does not permit %2$s, so the generated class may not implement it",
            "name %2$s in its permits clause, or remove sealed or make it non-sealed"),
    UNIMPLEMENTABLE_METHOD(
            "%1$s cannot be implemented by any class, because it %2$s than that of every object",
            "give it another name or declare it as in Object"),
    CONFLICTING_METHODS("%1$s has %2$s and %3$s, %4$s, so no class can implement it", "%5$s"),
    UNWRITABLE_NAME(
            "%1$s cannot be implemented in Java, where %2$s is no name",
            "give it a name of Java's; Kotlin changes the name of a function that takes a value class: take a plain type there"),
    TOO_LARGE("the class to be generated for %1$s has %2$s, and no class file can hold so much", "%3$s"),
    NO_POLICY("%1$s carries @%2$s, but %3$s", "%4$s"),
    CLASS_NAME_INVALID(
            "@Resilient.className of %1$s gives \"%2$s\", which %3$s",
            "write a simple class name; * stands for the interface's name"),
    CLASS_NAME_TAKEN("the class %2$s, to be generated for %1$s, %3$s", "give another name with @Resilient(className)"),
    CLASS_NAME_TOO_LONG(
            "the class to be generated for %1$s has a name of %2$s bytes, and file systems take no more than %3$s beside the names of its nested classes",
            "give a shorter name with @Resilient(className)"),
    STALE_SOURCE(
            "the class %2$s, to be generated for %1$s, is among the sources already, as an earlier build has written it",
            "delete that file, and keep the folder that generated sources go to apart from the source folders"),
    CLASS_NAME_COLLISION(
            "%1$s and %2$s would both generate %3$s%4$s", "give one of them another name with @Resilient(className)"),
    UNRESOLVED_TYPE(
            "%1$s names the type %2$s, which does not exist",
            "if another processor generates it, see the errors above; otherwise import it or put its library on the class path"),
    KAPT_ERROR_TYPE(
            "%1$s names a type that kapt does not know and writes as %2$s",
            "set correctErrorTypes to true in the configuration of kapt, so that a type of another processor keeps its name; otherwise import the type or put its library on the class path"),

    // Where annotations stand.
    METHOD_OF_CLASS(
            "@%1$s on %2$s, but %3$s is %4$s, and only methods of interfaces can be protected",
            "extract an interface and annotate its method"),
    UNSUPPORTED_METHOD("@%1$s on %2$s, which is %3$s, so no call to it can be protected", "remove the annotation"),
    MISPLACED_ANNOTATION("@%1$s on %2$s has no meaning on a %3$s", "move it to the %4$s"),
    REPEATABLE_PRESET(
            "@%1$s carries policies and is repeatable: written twice it would stand in another annotation, and protect nothing",
            "remove @Repeatable"),
    AMBIGUOUS_PRESET(
            "%1$s carries @%2$s and @%3$s, which both carry @%4$s",
            "remove one of them, or write @%4$s on %1$s itself"),
    EXEMPT_WITH_POLICY("%1$s carries @Exempt and @%2$s", "remove one of the two"),
    ASYNC_METHOD(
            "%1$s returns %2$s; of asynchronous types only %3$s are supported yet",
            "return one of these, or leave it unprotected (@Exempt)"),
    UNKNOWN_CALL(
            "%1$s returns %2$s, but this %3$s %4$s, so generated code cannot implement it",
            "use the Call of Retrofit 2 or 3, or leave it unprotected (@Exempt)"),
    FUTURE_METHOD(
            "%1$s returns %2$s, which does not tell when it is done or failed, so nothing can be retried or counted",
            "return CompletableFuture, or the value itself, or leave it unprotected (@Exempt)"),
    CALLBACK_METHOD(
            "%1$s hands its outcome to the %2$s in parameter %3$s after it has returned, so nothing can be retried or counted",
            "return the result, itself or in a CompletableFuture, or leave it unprotected (@Exempt)"),
    SUSPEND_FUNCTION(
            "%1$s is a suspend function of Kotlin, which returns before its call has ended",
            "declare a blocking function, and call the generated class within withContext(Dispatchers.IO) { }, or leave it unprotected (@Exempt)"),

    // Values of attributes.
    DURATION_SYNTAX(
            "@%1$s.%2$s is \"%3$s\", which is no duration%4$s",
            "write an amount and a unit, such as \"250ms\", \"60s\" or \"1m30s\", or ISO-8601, such as \"PT1M\""),
    DURATION_TOO_LONG("@%1$s.%2$s is \"%3$s\", which is more than 365 days", "write a shorter duration"),
    DURATION_ZERO("@%1$s.%2$s is zero", "write a duration of more than zero"),
    OUT_OF_RANGE("@%1$s.%2$s is %3$s, which is not %4$s", "write a value %4$s"),
    MAXIMUM_TOO_SMALL("@%1$s.%2$s (%3$s) is less than %4$s (%5$s)", "raise %2$s or lower %4$s"),
    WINDOW_SYNTAX(
            "@%1$s.%2$s is \"%3$s\", which is no window%4$s",
            "write a number of calls, such as \"100 calls\", or a duration, such as \"60s\""),
    INCOMPLETE_SETTING("@%1$s.%2$s is set without %3$s, so it has no effect", "set %3$s too, or remove %2$s"),
    CONTRADICTORY_SETTING("@%1$s.%2$s is set beside %3$s, which counts in another way", "remove %2$s or %3$s"),
    STATUS_PATTERN(
            "@%1$s.%2$s holds \"%3$s\", which is no pattern for HTTP statuses%4$s",
            "write \"503\", \"5xx\" or \"500-504\""),
    STATUS_RANGE(
            "@%1$s.%2$s holds %3$s, which is not from 400 to 599",
            "write the status of an error answer, such as 429 or 503"),
    EMPTY_ARRAY("@%1$s.%2$s is empty, so %3$s", "%4$s"),
    DEAD_CLASSES("@%1$s.%2$s covers all of %3$s, so %4$s", "remove classes from %2$s, or narrow them"),
    CONTRADICTORY_CLASSES(
            "@%1$s.%2$s names %3$s, but %4$s covers it and wins", "remove %3$s from %2$s, or narrow %4$s"),
    UNDECLARED_EXCEPTIONS(
            "@%1$s.%2$s names nothing but checked exceptions that %3$s, so %4$s",
            "name exceptions that are declared, or unchecked"),
    INACCESSIBLE_TYPE(
            "%1$s names %2$s, which generated code in package %3$s cannot see",
            "make it public, or package-private in that package"),

    // Reading answers.
    NO_STATUS(
            "@RateLimited holds for %1$s, but %2$s with an HTTP status to read",
            "return a response that has status and headers, declare an exception that has a status, name an unchecked one in on, or a RateLimitHint in hint, or give permits for a quota"),
    NOT_INSTANTIABLE(
            "@%1$s.%2$s is %3$s, which cannot be instantiated: it %4$s",
            "use a top-level or static nested class, with a constructor without parameters that generated code can see"),
    HINT_UNUSED("@RateLimited.hint is %1$s for %2$s, which %3$s", "use a hint for a type that is returned or thrown"),
    HINT_NOT_DECLARED(
            "@RateLimited.hint is %1$s for the checked exception %2$s, which %3$s does not declare",
            "declare it: throws %2$s"),
    PREDICATE_UNUSED("@%1$s.%2$s is %3$s for %4$s, which %5$s", "use a predicate for a type that is returned"),
    ON_WITHOUT_STATUS(
            "@RateLimited.on names %1$s, which has no status that can be read: no accessible statusCode(), status(), code() or getResponse(), or the same with get, that leads to an int",
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
            "declare one with the same parameters, and perhaps an exception at the end that on covers"),
    FALLBACK_RESULT(
            "%1$s returns %2$s, so it cannot answer for %3$s, which returns %4$s",
            "return %4$s, or something below it"),
    FALLBACK_EXCEPTION(
            "%1$s throws %2$s, so it cannot answer for %3$s, which does not declare that",
            "declare it there, or handle it in the fallback"),
    FALLBACK_AMBIGUOUS(
            "@Fallback.value is \"%1$s\" for %2$s, but both %3$s and %4$s fit",
            "declare one that calls the one that is meant"),
    FALLBACK_CYCLE(
            "%1$s falls back to %2$s, which leads back to it: where all fail, the call never ends",
            "let one of them answer without a @Fallback of its own"),
    FALLBACK_CALL(
            "%1$s returns %2$s, which is made after the method has returned, when no fallback can answer any more",
            "put @Fallback on other methods only, and handle failures of this one where the call is made"),

    // Time.
    TIMEOUT_ABOVE_DEADLINE(
            "@Timeout gives an attempt of %1$s %2$s, which is more than the deadline of @Backoff, %3$s, leaves for all attempts",
            "shorten the timeout, or raise deadline"),
    INCREMENT_UNUSED(
            "@Timeout.increment on %1$s has no effect, because there is never a second attempt",
            "remove it, or retry with @Backoff"),
    BULKHEAD_WAIT_ABOVE_TIMEOUT(
            "@Bulkhead lets an attempt of %1$s wait %2$s for a place, which is more than the %3$s that @Timeout gives the attempt itself",
            "shorten maxWait, or raise the timeout"),
    UNREACHABLE_ATTEMPTS(
            "@%1$s on %2$s waits at least %3$s in all, beyond its deadline of %4$s: attempt %5$s can never be made",
            "raise deadline, or lower maxAttempts or the delays"),

    // The processor itself.
    BAD_OPTION("%1$s", "%2$s"),
    INTERNAL_ERROR(
            "the processor failed on %1$s: %2$s",
            "report it to Holdfast with this interface; until then remove the annotations from it"),

    // Lints.
    UNLISTED_PRESET(
            Severity.LINT,
            "@%1$s on %2$s is only seen because @%1$s is compiled together with it: an incremental build that compiles %4$s alone generates nothing",
            "give the processor the option -Aholdfast.presets=%3$s, or add @Resilient to %4$s"),
    LATE_MEMBERS(
            Severity.LINT,
            "another processor has added members to %1$s after %2$s had been read, so status and headers are not read by them",
            "put that processor before Holdfast's on the processor path"),
    NO_JITTER(
            Severity.LINT,
            "@Backoff on %1$s has no jitter: clients that failed together come back together",
            "use jitter = FULL"),
    MANY_ATTEMPTS(
            Severity.LINT,
            "@%1$s.maxAttempts on %2$s is %3$s: a service in trouble gets many times its load",
            "use 10 or less"),
    UNCAPPED_DELAY(Severity.LINT, "@%1$s on %2$s lets %3$s", "set %4$s"),
    SHORT_DEADLINE(
            Severity.LINT,
            "@%1$s on %2$s may wait %3$s in all, beyond its deadline of %4$s: attempt %5$s may never be made",
            "raise deadline, or lower maxAttempts or the delays"),
    SHORT_RECOVERY(
            Severity.LINT,
            "@CircuitBreaker lets probes through %1$s after it has opened, while one call of %2$s may take %3$s with all its attempts",
            "raise recoveryTimeout, or lower the attempts, the delays or the timeout"),
    BROAD_EXCEPTION(
            Severity.LINT,
            "@%1$s.%2$s names %3$s, so bugs such as a NullPointerException count too, while %4$s declares only %5$s",
            "name those, and the unchecked ones that your client throws when a call fails"),
    DEAD_EXCEPTION(
            Severity.LINT,
            "@%1$s.%2$s names %3$s, a checked exception that %4$s",
            "remove it, or declare it where it is thrown"),
    DEAD_EXCLUSION(
            Severity.LINT, "@%1$s.%2$s names %3$s, which %4$s does not cover, so it never counts anyway", "remove it"),
    NON_IDEMPOTENT(
            Severity.LINT,
            "%1$s sends %2$s, and @%3$s sends it again after a failure, when the first may have been carried out",
            "send an Idempotency-Key, or say that a repetition does no harm by an annotation called @Idempotent, or give the method its own @%3$s(maxAttempts = 1)"),
    ONE_SHOT_ARGUMENT(
            Severity.LINT,
            "parameter %1$s of %2$s is %3$s, which the first attempt uses up, so @%4$s cannot send it again",
            "take what can be read again, such as byte[], List or a supplier, or leave it unprotected (@Exempt)"),
    NO_IO(
            Severity.LINT,
            "@%1$s holds for %2$s, which returns %3$s, %4$s, and so most likely sends nothing itself",
            "%5$s"),
    QUOTA_WITHOUT_SLACK(
            Severity.LINT,
            "@RateLimited on %1$s has %2$s permits in %3$s and neither maxWait nor burst: a call that comes sooner than %4$s after another is rejected",
            "set maxWait, so that it waits, or burst"),
    UNKNOWN_CODE(
            Severity.LINT,
            "@SuppressWarnings names \"%1$s\", which is no warning of Holdfast's%2$s",
            "write the code that the warning shows in brackets, or remove it");

    /** Those that {@code @SuppressWarnings} silences. */
    static final List<Diagnostic> LINTS = Arrays.stream(values())
            .filter(each -> each.severity() == Severity.LINT)
            .toList();

    /** What becomes of a compilation with a problem. */
    public enum Severity {
        /** It cannot work: the compilation fails. */
        ERROR,
        /** It works and should not be done: a warning, which can be silenced. */
        LINT
    }

    private final Severity severity;
    private final String fact;
    private final String fix;

    Diagnostic(String fact, String fix) {
        this(Severity.ERROR, fact, fix);
    }

    Diagnostic(Severity severity, String fact, String fix) {
        this.severity = severity;
        this.fact = fact;
        this.fix = fix;
    }

    /** The stable code, also the last part of its key in {@code @SuppressWarnings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    public String message(Object... arguments) {
        return "[holdfast:" + code() + "] " + String.format(Locale.ROOT, fact, arguments) + ". Fix: "
                + String.format(Locale.ROOT, fix, arguments) + ".";
    }
}
