package dev.holdfast.processor.diagnostic;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.METHOD;
import static dev.holdfast.processor.diagnostic.Argument.NUMBER;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.USED_TYPE;
import static dev.holdfast.processor.diagnostic.Argument.VALUE;
import static dev.holdfast.processor.diagnostic.Argument.takes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every message of the processor, as whole sentences. The code, the name in kebab case, is stable; {@code docs/diagnostics.md} has
 * a section for each. Messages for the same mistake share the code of the first. Facts and fixes are {@link String#format} patterns
 * over the same arguments, whose kinds each message names.
 */
public enum Diagnostic {
    // The interface.
    NOT_AN_INTERFACE(
            takes(TYPE, TEXT),
            "%1$s is %2$s, and only interfaces can be protected",
            "extract an interface from it and annotate that"),
    PRIVATE_INTERFACE(
            takes(TYPE, TYPE, TYPE),
            "%1$s cannot be implemented outside of %2$s, because %3$s is private",
            "make %3$s package-private, protected or public"),
    COMPACT_SOURCE(
            takes(TEXT, TEXT),
            "%1$s is in a compact source file, %2$s.java, whose class generated code cannot name",
            "move it to a file of its own"),
    SEALED_INTERFACE(
            takes(TYPE, TEXT),
            "%1$s is sealed and does not permit %2$s, so the generated class may not implement it",
            "name %2$s in its permits clause, or remove sealed or make it non-sealed"),
    UNIMPLEMENTABLE_METHOD(
            takes(METHOD),
            "no class can implement %1$s, because it is more generic than the method of Object",
            "give it another name or declare it as in Object"),
    UNIMPLEMENTABLE_METHOD_RESULT(
            UNIMPLEMENTABLE_METHOD,
            takes(METHOD),
            "no class can implement %1$s, because it returns something else than the method of Object"),
    UNIMPLEMENTABLE_METHOD_EXCEPTIONS(
            UNIMPLEMENTABLE_METHOD,
            takes(METHOD),
            "no class can implement %1$s, because it throws more than the method of Object"),
    CONFLICTING_METHODS(
            takes(TYPE, METHOD, METHOD, USED_TYPE, USED_TYPE),
            "%1$s has %2$s and %3$s, which return %4$s and %5$s, so no class can implement it",
            "let both return the same, or inherit one of them only"),
    CONFLICTING_METHODS_ONE_BODY(
            CONFLICTING_METHODS,
            takes(TYPE, METHOD, METHOD),
            "%1$s has %2$s and %3$s, of which only the first has a body, so no class can implement it",
            "declare the method in %1$s too"),
    CONFLICTING_METHODS_TWO_BODIES(
            CONFLICTING_METHODS,
            takes(TYPE, METHOD, METHOD),
            "%1$s has %2$s and %3$s, which both have a body, so no class can implement it",
            "declare the method in %1$s too"),
    UNWRITABLE_NAME(
            takes(ELEMENT, TEXT),
            "%1$s cannot be implemented in Java, because \"%2$s\" is not a Java name",
            "rename it; Kotlin changes the names of functions with value classes as parameters, so use plain types there"),
    TOO_LARGE(
            takes(TYPE, NUMBER, NUMBER),
            "the generated class for %1$s would have %2$s methods with %3$s policies, too much for a class file",
            "divide the interface into several"),
    TOO_LARGE_ONE_POLICY(
            TOO_LARGE,
            takes(TYPE, NUMBER),
            "the generated class for %1$s would have %2$s methods with 1 policy, too much for a class file"),
    TOO_LARGE_NAMES(
            TOO_LARGE,
            takes(TYPE, TEXT, NUMBER),
            "the generated class for %1$s would have names as long as %2$s..., %3$s characters, too much for a class file",
            "shorten the names in it"),
    NO_POLICY(takes(TYPE, TEXT), "%1$s carries @Resilient, but no policy holds for any of its methods", "add %2$s"),
    NO_POLICY_NO_METHOD(NO_POLICY, takes(TYPE, TEXT), "%1$s carries @%2$s, but it has no abstract method", "remove it"),
    NO_POLICY_ONLY_CLOSE(
            NO_POLICY,
            takes(TYPE, TEXT),
            "%1$s carries @%2$s, but its only abstract method is close(), which takes no annotation but its own",
            "remove it"),
    NO_POLICY_ALL_OWN(
            NO_POLICY,
            takes(TYPE, TEXT),
            "%1$s carries @%2$s, but every abstract method has its own or is exempt",
            "remove it"),
    NO_POLICY_TARGET(
            NO_POLICY,
            takes(TYPE, TEXT, TYPE),
            "%1$s carries @%2$s, but it holds for no method of %3$s: each is exempt, has its own or sends nothing",
            "remove it, or declare the methods to protect in %1$s, with policies of their own"),
    CLASS_NAME_INVALID(
            takes(TYPE, TEXT),
            "@Resilient.className of %1$s gives \"%2$s\", which is not a Java name",
            "write a simple class name; * stands for the interface's name"),
    CLASS_NAME_RESTRICTED(
            CLASS_NAME_INVALID,
            takes(TYPE, TEXT),
            "@Resilient.className of %1$s gives \"%2$s\", which is not allowed as the name of a class"),
    CLASS_NAME_TAKEN(
            takes(TYPE, TEXT),
            "%2$s, the generated class for %1$s, already exists",
            "choose another name with @Resilient(className)"),
    CLASS_NAME_HIDDEN(
            CLASS_NAME_TAKEN,
            takes(TYPE, TEXT),
            "%2$s, the generated class for %1$s, would be hidden by a nested type of the interface"),
    CLASS_NAME_TAKEN_IN_OTHER_CASE(
            CLASS_NAME_TAKEN,
            takes(TYPE, TEXT, TEXT),
            "%2$s, the generated class for %1$s, differs only in case from %3$s, and so would their class files"),
    CLASS_NAME_TOO_LONG(
            takes(TYPE, NUMBER, NUMBER),
            "the name of the generated class for %1$s has %2$s bytes, and file systems allow at most %3$s, with room for the names of its nested classes",
            "choose a shorter name with @Resilient(className)"),
    STALE_SOURCE(
            takes(TYPE, TEXT),
            "%2$s, the generated class for %1$s, is among the sources, written by an earlier build",
            "delete that file, and keep generated sources out of the source folders"),
    CLASS_NAME_COLLISION(
            takes(TYPE, TEXT, TEXT),
            "%1$s and %2$s would both generate %3$s",
            "choose another name for one of them with @Resilient(className)"),
    CLASS_NAME_COLLISION_IN_CASE(
            CLASS_NAME_COLLISION,
            takes(TYPE, TEXT, TEXT),
            "%1$s and %2$s would both generate %3$s in different cases, which is one file on many computers"),
    UNRESOLVED_TYPE(
            takes(ELEMENT, TEXT),
            "%1$s names the type %2$s, which does not exist",
            "if another processor generates it, see the errors above; otherwise import it or put its library on the class path"),
    KAPT_ERROR_TYPE(
            takes(ELEMENT, TEXT),
            "%1$s names a type that kapt does not know, and for which it writes %2$s",
            "set correctErrorTypes to true in kapt's configuration, which keeps the names of types that other processors generate; otherwise import the type or put its library on the class path"),

    // Clients of libraries.
    TARGET_NOT_AN_INTERFACE(
            takes(TYPE, TEXT),
            "@Resilient.of names %1$s, which is %2$s, and only interfaces can be protected",
            "name an interface; or write one with the methods that you call, and annotate that"),
    TARGET_WITH_INTERFACES(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE, TEXT, TEXT),
            "@Resilient.of names %1$s, which is %2$s, and only interfaces can be protected",
            "name an interface that it implements, such as %3$s; or write one with the methods that you call, and annotate that"),
    TARGET_SEALED(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE),
            "@Resilient.of names %1$s, which is sealed, so the generated class may not implement it",
            "write an interface with the methods that you call, and annotate that"),
    NOT_IN_TARGET(
            takes(METHOD, TYPE, TEXT),
            "%1$s is no method of %2$s%3$s, so its settings have no effect",
            "write the name and the parameters as in %2$s, or remove it"),
    NOT_IN_TARGET_PARAMETERS(
            NOT_IN_TARGET,
            takes(METHOD, TYPE, TEXT),
            "%1$s is no method of %2$s, which has %3$s, so its settings have no effect"),
    NOT_IN_TARGET_BODY(
            NOT_IN_TARGET,
            takes(METHOD, TYPE),
            "%1$s has a body, which never runs, because the generated class implements only %2$s",
            "remove the body; make it static if @Fallback names it"),

    PATTERN_UNUSED(
            takes(TEXT, TEXT, TYPE, TEXT),
            "@Resilient.%1$s has \"%2$s\", which is the name of no method of %3$s%4$s",
            "write a method's name; * stands for any letters, and | separates names"),

    // Where annotations stand.
    METHOD_OF_CLASS(
            takes(TEXT, METHOD, TYPE, TEXT),
            "@%1$s on %2$s, but %3$s is %4$s, and only methods of interfaces can be protected",
            "extract an interface and annotate its method"),
    UNSUPPORTED_METHOD(
            takes(TEXT, METHOD, TEXT),
            "@%1$s on %2$s, which is %3$s: its calls cannot be protected",
            "remove the annotation"),
    UNSUPPORTED_METHOD_OF_OBJECT(
            UNSUPPORTED_METHOD,
            takes(TEXT, METHOD),
            "@%1$s on %2$s, which is a method of Object: its calls cannot be protected"),
    MISPLACED_ANNOTATION(takes(METHOD), "@Resilient has no effect on the method %1$s", "move it to the interface"),
    MISPLACED_EXEMPT(
            MISPLACED_ANNOTATION,
            takes(TYPE),
            "@Exempt has no effect on the type %1$s",
            "move it to the methods to leave unprotected"),
    REPEATABLE_PRESET(
            takes(TEXT),
            "@%1$s carries policies and is repeatable: if repeated, it would be inside its container annotation and protect nothing",
            "remove @Repeatable"),
    AMBIGUOUS_PRESET(
            takes(ELEMENT, ELEMENT, ELEMENT, TEXT),
            "%1$s carries @%2$s and @%3$s, which both carry @%4$s",
            "remove one of them, or write @%4$s on %1$s itself"),
    EXEMPT_WITH_POLICY(takes(METHOD, TEXT), "%1$s carries @Exempt and @%2$s", "remove one of the two"),
    ASYNC_METHOD(
            takes(TEXT, USED_TYPE, TEXT),
            "%1$s returns %2$s; the only asynchronous types supported are %3$s",
            "return one of these, or leave it unprotected (@Exempt)"),
    UNKNOWN_CALL(
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this %3$s has the method %4$s, so generated code cannot implement it",
            "use the Call of Retrofit 2 or 3, or leave it unprotected (@Exempt)"),
    UNKNOWN_CALL_LACKS(
            UNKNOWN_CALL,
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this %3$s lacks the method %4$s, so generated code cannot implement it"),
    UNKNOWN_CALL_OTHER(
            UNKNOWN_CALL,
            takes(METHOD, USED_TYPE, TEXT, TEXT),
            "%1$s returns %2$s, but this %3$s has another method %4$s, so generated code cannot implement it"),
    FUTURE_METHOD(
            takes(TEXT, USED_TYPE),
            "%1$s returns %2$s, which does not signal its completion, so no failure can be retried or counted",
            "return CompletableFuture, or the value itself, or leave it unprotected (@Exempt)"),
    CALLBACK_METHOD(
            takes(TEXT, USED_TYPE, TEXT),
            "%1$s reports its outcome to the %2$s in parameter %3$s after it has returned, so no failure can be retried or counted",
            "return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt)"),
    SUSPEND_FUNCTION(
            takes(TEXT),
            "%1$s is a Kotlin suspend function, which returns before its call has ended",
            "declare a blocking function, and call the generated class within withContext(Dispatchers.IO) { }, or leave it unprotected (@Exempt)"),

    // Values of attributes.
    DURATION_SYNTAX(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s is \"%3$s\", which is not a duration%4$s",
            "write an amount and a unit, such as \"250ms\", \"60s\" or \"1m30s\", or ISO-8601, such as \"PT1M\""),
    DURATION_TOO_LONG(
            takes(TEXT, TEXT, TEXT), "@%1$s.%2$s is \"%3$s\", which is more than 365 days", "write a shorter duration"),
    DURATION_ZERO(takes(TEXT, TEXT), "@%1$s.%2$s is zero", "write a duration of more than zero"),
    OUT_OF_RANGE(
            takes(TEXT, TEXT, VALUE, VALUE, VALUE),
            "@%1$s.%2$s is %3$s, which is not from %4$s to %5$s",
            "write a value from %4$s to %5$s"),
    BELOW_RANGE(
            OUT_OF_RANGE,
            takes(TEXT, TEXT, NUMBER, NUMBER),
            "@%1$s.%2$s is %3$s, which is not at least %4$s",
            "write a value at least %4$s"),
    TOO_MANY_PERMITS(
            OUT_OF_RANGE,
            takes(TEXT, NUMBER, NUMBER),
            "@%1$s.permits is %2$s, which is not at most %3$s, one for each nanosecond of per",
            "write a value at most %3$s, one for each nanosecond of per"),
    BURST_TOO_LARGE(
            OUT_OF_RANGE,
            takes(TEXT, NUMBER, NUMBER),
            "@%1$s.burst is %2$s, which is not at most %3$s, what permits give in 365 days",
            "write a value at most %3$s, what permits give in 365 days"),
    MAXIMUM_TOO_SMALL(
            takes(TEXT, TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s (%3$s) is less than %4$s (%5$s)",
            "raise %2$s or lower %4$s"),
    WINDOW_SYNTAX(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s is \"%3$s\", which is not a window%4$s",
            "write a number of calls, such as \"100 calls\", or a duration, such as \"60s\""),
    INCOMPLETE_SETTING(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s is set without %3$s, so it has no effect",
            "set %3$s too, or remove %2$s"),
    CONTRADICTORY_SETTING(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s and %3$s are both set, but only one of them can apply",
            "remove %2$s or %3$s"),
    STATUS_PATTERN(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s has \"%3$s\", which is not a pattern for HTTP statuses%4$s",
            "write \"503\", \"5xx\" or \"500-504\""),
    STATUS_RANGE(
            takes(TEXT, TEXT, NUMBER),
            "@%1$s.%2$s has %3$s, which is not from 400 to 599",
            "write the status of an error answer, such as 429 or 503"),
    EMPTY_ARRAY(takes(TEXT, TEXT, TEXT, TEXT), "@%1$s.%2$s is empty, so %3$s", "%4$s"),
    DEAD_CLASSES(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s covers all of %3$s, so no exception ever counts",
            "remove classes from %2$s, or narrow them"),
    CONTRADICTORY_CLASSES(
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "@%1$s.%2$s names %3$s, but %4$s covers it and wins",
            "remove %3$s from %2$s, or narrow %4$s"),
    UNDECLARED_EXCEPTIONS(
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s.%2$s names only checked exceptions that %3$s, so %4$s",
            "name exceptions that are declared, or unchecked ones"),
    INACCESSIBLE_TYPE(
            takes(ELEMENT, ELEMENT, TEXT),
            "%1$s names %2$s, which generated code in package %3$s cannot see",
            "make it public, or package-private in that package"),
    INACCESSIBLE_CLASS(
            INACCESSIBLE_TYPE,
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "@%1$s.%2$s names %3$s, which generated code in package %4$s cannot see"),

    // Reading answers.
    NO_STATUS(
            takes(ELEMENT),
            "@RateLimited applies to %1$s, but it returns and throws nothing with an HTTP status",
            "return a response with status and headers, declare an exception with a status, name an unchecked one in on, name a RateLimitHint in hint, or set permits for a quota"),
    NO_STATUS_ON_TYPE(
            NO_STATUS,
            takes(ELEMENT),
            "@RateLimited applies to %1$s, but none of its methods returns or throws anything with an HTTP status"),
    NOT_INSTANTIABLE(
            takes(TEXT, TEXT, TYPE, TEXT),
            "@%1$s.%2$s is %3$s, which cannot be instantiated: it %4$s",
            "use a top-level or static nested class with an accessible constructor without parameters"),
    HINT_UNUSED(
            takes(TYPE, USED_TYPE, ELEMENT),
            "@RateLimited.hint is %1$s, a hint for %2$s, which %3$s neither returns nor throws",
            "use a hint for a type that is returned or thrown"),
    HINT_UNUSED_ON_TYPE(
            HINT_UNUSED,
            takes(TYPE, USED_TYPE, ELEMENT),
            "@RateLimited.hint is %1$s, a hint for %2$s, which no protected method of %3$s returns or throws"),
    HINT_NOT_DECLARED(
            takes(TYPE, USED_TYPE, METHOD),
            "@RateLimited.hint is %1$s, a hint for the checked exception %2$s, which %3$s does not declare",
            "declare it: throws %2$s"),
    PREDICATE_UNUSED(
            takes(TEXT, TEXT, TYPE, USED_TYPE, ELEMENT),
            "@%1$s.%2$s is %3$s, a predicate for %4$s, which %5$s does not return",
            "use a predicate for a type that is returned"),
    PREDICATE_UNUSED_ON_TYPE(
            PREDICATE_UNUSED,
            takes(TEXT, TEXT, TYPE, USED_TYPE, ELEMENT),
            "@%1$s.%2$s is %3$s, a predicate for %4$s, which no protected method of %5$s returns"),
    ON_WITHOUT_STATUS(
            takes(USED_TYPE),
            "@RateLimited.on names %1$s, which has no readable status: no accessible statusCode(), status(), code(), getResponse() or the like that leads to an int",
            "write a RateLimitHint<%1$s> and name it in hint"),

    // Fallbacks.
    FALLBACK_UNKNOWN(
            takes(TEXT, TYPE, TEXT),
            "@Fallback.value is \"%1$s\", but %2$s has no method of that name%3$s",
            "name a default or static method, or declare one"),
    FALLBACK_NOT_CALLABLE(
            takes(TEXT, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s is that method itself",
            "name a default or static method that answers without the delegate"),
    FALLBACK_PRIVATE(
            FALLBACK_NOT_CALLABLE,
            takes(TEXT, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s is private"),
    FALLBACK_ABSTRACT(
            FALLBACK_NOT_CALLABLE,
            takes(TEXT, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but %3$s is abstract"),
    FALLBACK_PARAMETERS(
            takes(TEXT, TEXT),
            "@Fallback.value is \"%1$s\", but no default or static method of that name has the parameters of %2$s",
            "declare one with the same parameters, optionally followed by an exception that on covers"),
    FALLBACK_RESULT(
            takes(METHOD, USED_TYPE, METHOD, USED_TYPE),
            "%1$s returns %2$s, so it cannot answer for %3$s, which returns %4$s",
            "return %4$s or a subtype of it"),
    FALLBACK_EXCEPTION(
            takes(METHOD, TEXT, METHOD),
            "%1$s throws %2$s, so it cannot answer for %3$s, which does not declare that",
            "declare it there, or handle it in the fallback"),
    FALLBACK_AMBIGUOUS(
            takes(TEXT, METHOD, METHOD, METHOD),
            "@Fallback.value is \"%1$s\" for %2$s, but both %3$s and %4$s fit",
            "declare a method in the interface that calls the intended one"),
    FALLBACK_CYCLE(
            takes(METHOD, METHOD),
            "%1$s falls back to %2$s, which falls back to it in turn: if all fail, the call never ends",
            "remove @Fallback from one of them"),
    FALLBACK_CALL(
            takes(METHOD, USED_TYPE),
            "%1$s returns %2$s, which makes its call after the method has returned, too late for a fallback",
            "use @Fallback on other methods, and handle failures of this one where the call is made"),

    // Time.
    TIMEOUT_ABOVE_DEADLINE(
            takes(TEXT, TEXT, TEXT, TEXT, TEXT),
            "@%1$s gives one attempt of %2$s %3$s, more than the deadline of @%4$s, %5$s, allows for all attempts",
            "shorten the timeout, or raise deadline"),
    INCREMENT_UNUSED(
            takes(TEXT, TEXT, TEXT),
            "@%1$s.%2$s on %3$s has no effect, because there is never a second attempt",
            "remove it, or retry with @Backoff"),
    BULKHEAD_WAIT_ABOVE_TIMEOUT(
            takes(TEXT, TEXT, TEXT),
            "@Bulkhead lets an attempt of %1$s wait %2$s for a place, more than the %3$s that @Timeout gives the attempt itself",
            "shorten maxWait, or raise the timeout"),
    UNREACHABLE_ATTEMPTS(
            takes(TEXT, ELEMENT, TEXT, TEXT, NUMBER),
            "@%1$s on %2$s waits at least %3$s in total, longer than its deadline of %4$s: attempt %5$s is never made",
            "raise deadline, or lower maxAttempts or the delays"),

    // The processor itself.
    BAD_OPTION(takes(TEXT, TEXT, TEXT), "there is no option -A%1$s%2$s", "write %3$s"),
    BAD_LINT_LEVEL(
            BAD_OPTION, takes(TEXT, TEXT, TEXT), "the option -A%1$s is \"%2$s\"%3$s", "write off, warn or error"),
    BAD_PRESET(
            BAD_OPTION,
            takes(TEXT, TEXT),
            "the option -A%1$s names %2$s, which is not an annotation with policies",
            "write qualified names of your own annotations, separated by commas"),
    INTERNAL_ERROR(
            takes(TEXT, TEXT),
            "the processor failed on %1$s: %2$s",
            "report it to Holdfast with this interface, and remove its annotations meanwhile"),

    // Lints.
    UNLISTED_PRESET(
            Severity.LINT,
            takes(TEXT, ELEMENT, TEXT, TYPE),
            "@%1$s on %2$s is seen only because @%1$s is compiled together with it: an incremental build that compiles %4$s alone generates nothing",
            "give the processor the option -Aholdfast.presets=%3$s, or add @Resilient to %4$s"),
    LATE_MEMBERS(
            Severity.LINT,
            takes(TYPE, TYPE),
            "another processor added members to %1$s after %2$s was read, so they are not used to read status and headers",
            "put that processor before Holdfast's on the processor path"),
    LIBRARY_SUBTYPE(
            Severity.LINT,
            takes(TYPE, TYPE),
            "%1$s extends %2$s, which makes its clients itself, and they are no %1$s: there may be nothing to protect",
            "annotate an interface that extends nothing, and name the library's with @Resilient(of = %2$s.class)"),
    BYPASSED_DEFAULT(
            Severity.LINT,
            takes(TYPE, TYPE, METHOD),
            "%1$s inherits default methods of %2$s, such as %3$s: their bodies run in place of those that the delegate may have",
            "add @Resilient(defaults = FORWARD) to call the delegate, or defaults = INHERIT to keep them"),
    UNPROTECTED_METHODS(
            Severity.LINT,
            takes(TEXT, TEXT, TEXT),
            "methods of %1$s are forwarded unprotected, because their calls go on when they have returned, in a way that is not supported: %2$s",
            "name them, as in exempt = \"%3$s\", and protect what reads their answers"),
    UNPROTECTED_METHODS_CLIENTS(
            UNPROTECTED_METHODS,
            takes(TEXT, TEXT, TEXT),
            "methods of %1$s return other clients, whose calls are not protected: %2$s",
            "name them, as in exempt = \"%3$s\", and protect what they return by a policy interface of its own"),
    NO_JITTER(
            Severity.LINT,
            takes(ELEMENT),
            "@Backoff on %1$s has no jitter: clients that fail together retry together",
            "use jitter = FULL"),
    MANY_ATTEMPTS(
            Severity.LINT,
            takes(TEXT, ELEMENT, NUMBER),
            "@%1$s.maxAttempts on %2$s is %3$s: a service in trouble would get many times its load",
            "use 10 or less"),
    UNCAPPED_DELAY(
            Severity.LINT,
            takes(TEXT, ELEMENT, TEXT),
            "@%1$s on %2$s lets the wait before an attempt grow to %3$s",
            "set maxDelay to 10 min or less"),
    UNCAPPED_RECOVERY(
            UNCAPPED_DELAY,
            takes(TEXT, ELEMENT, NUMBER),
            "@%1$s on %2$s lets each failed probe multiply recoveryTimeout by %3$s without a limit",
            "set maxRecoveryTimeout"),
    SHORT_DEADLINE(
            Severity.LINT,
            takes(TEXT, ELEMENT, TEXT, TEXT, NUMBER),
            "@%1$s on %2$s may wait %3$s in total, longer than its deadline of %4$s: attempt %5$s may never be made",
            "raise deadline, or lower maxAttempts or the delays"),
    SHORT_RECOVERY(
            Severity.LINT,
            takes(TEXT, TEXT, TEXT, TEXT),
            "@%1$s allows probes %2$s after it has opened, but one call of %3$s may take %4$s with all its attempts",
            "raise recoveryTimeout, or lower the attempts, the delays or the timeout"),
    BROAD_EXCEPTION(
            Severity.LINT,
            takes(TEXT, TEXT, USED_TYPE, ELEMENT, TEXT),
            "@%1$s.%2$s names %3$s, so bugs such as a NullPointerException count too, while %4$s declares only %5$s",
            "name those, and the unchecked exceptions that your client throws when a call fails"),
    DEAD_EXCEPTION(
            Severity.LINT,
            takes(TEXT, TEXT, USED_TYPE, ELEMENT),
            "@%1$s.%2$s names %3$s, a checked exception that %4$s does not declare",
            "remove it, or declare it where it is thrown"),
    DEAD_EXCEPTION_ON_TYPE(
            DEAD_EXCEPTION,
            takes(TEXT, TEXT, USED_TYPE, ELEMENT),
            "@%1$s.%2$s names %3$s, a checked exception that no method of %4$s declares"),
    DEAD_EXCLUSION(
            Severity.LINT,
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "@%1$s.%2$s names %3$s, which %4$s does not cover, so it never counts anyway",
            "remove it"),
    NON_IDEMPOTENT(
            Severity.LINT,
            takes(TEXT, TEXT, TEXT),
            "%1$s sends %2$s, and @%3$s sends it again after a failure, though the server may have carried out the first",
            "send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @%3$s(maxAttempts = 1)"),
    ONE_SHOT_ARGUMENT(
            Severity.LINT,
            takes(TEXT, TEXT, USED_TYPE, TEXT),
            "parameter %1$s of %2$s is %3$s, which the first attempt uses up, so @%4$s cannot send it again",
            "take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt)"),
    NO_IO(
            Severity.LINT,
            takes(TEXT, TEXT, USED_TYPE),
            "@%1$s applies to %2$s, which returns %3$s, the client itself, and so probably sends nothing itself",
            "leave it unprotected (@Exempt)"),
    NO_IO_OTHER_CLIENT(
            NO_IO,
            takes(TEXT, TEXT, USED_TYPE),
            "@%1$s applies to %2$s, which returns %3$s, another client, and so probably sends nothing itself",
            "leave it unprotected (@Exempt), and protect what it returns"),
    QUOTA_WITHOUT_SLACK(
            Severity.LINT,
            takes(ELEMENT, NUMBER, TEXT, TEXT),
            "@RateLimited on %1$s has %2$s permits in %3$s and neither maxWait nor burst: a call less than %4$s after another is rejected",
            "set maxWait to let it wait, or set burst"),
    UNKNOWN_CODE(
            Severity.LINT,
            takes(TEXT, TEXT),
            "@SuppressWarnings names \"%1$s\", which is not a warning of Holdfast%2$s",
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

    private final @Nullable Diagnostic main;
    private final Severity severity;
    private final String fact;
    private final String fix;

    @SuppressWarnings("ImmutableEnumChecker") // a list that refuses changes
    private final List<Argument> arguments;

    Diagnostic(List<Argument> arguments, String fact, String fix) {
        this(Severity.ERROR, arguments, fact, fix);
    }

    Diagnostic(Severity severity, List<Argument> arguments, String fact, String fix) {
        this.main = null;
        this.severity = severity;
        this.fact = fact;
        this.fix = fix;
        this.arguments = arguments;
    }

    /** Another message of the same code. */
    Diagnostic(Diagnostic main, List<Argument> arguments, String fact, String fix) {
        this.main = main;
        this.severity = main.severity;
        this.fact = fact;
        this.fix = fix;
        this.arguments = arguments;
    }

    /** Another message of the same code, with the same fix. */
    Diagnostic(Diagnostic main, List<Argument> arguments, String fact) {
        this(main, arguments, fact, main.fix);
    }

    /** The stable code, also the last part of its key in {@code @SuppressWarnings}. */
    public String code() {
        if (main != null) {
            return main.code();
        }
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /**
     * Returns the message.
     *
     * @throws IllegalArgumentException if the values are not those that the message takes
     */
    public String message(Object... values) {
        if (!accepts(values)) {
            throw new IllegalArgumentException(name() + " takes " + arguments + ", not " + Arrays.toString(values));
        }
        Object[] texts = Arrays.stream(values).map(Argument::text).toArray();
        return "[holdfast:" + code() + "] " + String.format(Locale.ROOT, fact, texts) + ". Fix: "
                + String.format(Locale.ROOT, fix, texts) + ".";
    }

    /** Fact and fix, with the places of arguments. */
    public String pattern() {
        return fact + fix;
    }

    /** What the message takes. */
    public List<Argument> arguments() {
        return arguments;
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
