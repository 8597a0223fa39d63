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

/** Messages about an interface, and about the class generated for it. */
public enum InterfaceDiagnostic implements Diagnostic {
    NOT_AN_INTERFACE(error(
            takes(TYPE, TEXT),
            "%1$s is %2$s, and only interfaces can be protected",
            "extract an interface from it and annotate that")),
    PRIVATE_INTERFACE(error(
            takes(TYPE, TYPE, TYPE),
            "%1$s cannot be implemented outside of %2$s, because %3$s is private",
            "make %3$s package-private, protected or public")),
    COMPACT_SOURCE(error(
            takes(TEXT, TEXT),
            "%1$s is in a compact source file, %2$s.java, whose class generated code cannot name",
            "move it to a file of its own")),
    SEALED_INTERFACE(error(
            takes(TYPE, TEXT),
            "%1$s is sealed and does not permit %2$s, so the generated class may not implement it",
            "name %2$s in its permits clause, or remove sealed or make it non-sealed")),
    UNIMPLEMENTABLE_METHOD(error(
            takes(METHOD),
            "no class can implement %1$s, because it is more generic than the method of Object",
            "give it another name or declare it as in Object")),
    UNIMPLEMENTABLE_METHOD_RESULT(also(
            UNIMPLEMENTABLE_METHOD,
            takes(METHOD),
            "no class can implement %1$s, because it returns something else than the method of Object")),
    UNIMPLEMENTABLE_METHOD_EXCEPTIONS(also(
            UNIMPLEMENTABLE_METHOD,
            takes(METHOD),
            "no class can implement %1$s, because it throws more than the method of Object")),
    CONFLICTING_METHODS(error(
            takes(TYPE, METHOD, METHOD, USED_TYPE, USED_TYPE),
            "%1$s has %2$s and %3$s, which return %4$s and %5$s, so no class can implement it",
            "let both return the same, or inherit one of them only")),
    CONFLICTING_METHODS_ONE_BODY(also(
            CONFLICTING_METHODS,
            takes(TYPE, METHOD, METHOD),
            "%1$s has %2$s and %3$s, of which only the first has a body, so no class can implement it",
            "declare the method in %1$s too")),
    CONFLICTING_METHODS_TWO_BODIES(also(
            CONFLICTING_METHODS,
            takes(TYPE, METHOD, METHOD),
            "%1$s has %2$s and %3$s, which both have a body, so no class can implement it",
            "declare the method in %1$s too")),
    UNWRITABLE_NAME(
            error(
                    takes(ELEMENT, TEXT),
                    "%1$s cannot be implemented in Java, because \"%2$s\" is not a Java name",
                    "rename it; if Kotlin did so for a value class or Result in its signature, use plain types there, and the others in an extension function")),
    TOO_LARGE(error(
            takes(TYPE, NUMBER, NUMBER),
            "the generated class for %1$s would have %2$s methods with %3$s policies, too much for a class file",
            "divide the interface into several")),
    TOO_LARGE_ONE_POLICY(also(
            TOO_LARGE,
            takes(TYPE, NUMBER),
            "the generated class for %1$s would have %2$s methods with 1 policy, too much for a class file")),
    TOO_LARGE_NAMES(also(
            TOO_LARGE,
            takes(TYPE, TEXT, NUMBER),
            "the generated class for %1$s would have names as long as %2$s..., %3$s characters, too much for a class file",
            "shorten the names in it")),
    NO_POLICY(error(
            takes(TYPE),
            "%1$s carries @Resilient, but no policy holds for any of its methods",
            "add a policy, such as @CircuitBreaker or @Backoff, to it or to its methods")),
    NO_POLICY_NO_METHOD(
            also(NO_POLICY, takes(TYPE, TEXT), "%1$s carries @%2$s, but it has no abstract method", "remove it")),
    NO_POLICY_ONLY_CLOSE(also(
            NO_POLICY,
            takes(TYPE, TEXT),
            "%1$s carries @%2$s, but its only abstract method is close(), which takes no annotation but its own",
            "remove it")),
    NO_POLICY_ALL_OWN(also(
            NO_POLICY,
            takes(TYPE, TEXT),
            "%1$s carries @%2$s, but every abstract method has its own or is exempt",
            "remove it")),
    CLASS_NAME_INVALID(error(
            takes(TYPE, TEXT),
            "@Resilient.className of %1$s gives \"%2$s\", which is not a Java name",
            "write a simple class name; * stands for the interface's name")),
    CLASS_NAME_RESTRICTED(also(
            CLASS_NAME_INVALID,
            takes(TYPE, TEXT),
            "@Resilient.className of %1$s gives \"%2$s\", which is not allowed as the name of a class")),
    CLASS_NAME_TAKEN(error(
            takes(TYPE, TEXT),
            "%2$s, the generated class for %1$s, already exists",
            "choose another name with @Resilient(className)")),
    CLASS_NAME_HIDDEN(also(
            CLASS_NAME_TAKEN,
            takes(TYPE, TEXT),
            "%2$s, the generated class for %1$s, would be hidden by a nested type of the interface")),
    CLASS_NAME_TAKEN_IN_OTHER_CASE(also(
            CLASS_NAME_TAKEN,
            takes(TYPE, TEXT, TEXT),
            "%2$s, the generated class for %1$s, differs only in case from %3$s, and so would their class files")),
    CLASS_NAME_TOO_LONG(error(
            takes(TYPE, NUMBER, NUMBER),
            "the name of the generated class for %1$s has %2$s bytes, and file systems allow at most %3$s, with room for the names of its nested classes",
            "choose a shorter name with @Resilient(className)")),
    STALE_SOURCE(error(
            takes(TYPE, TEXT),
            "%2$s, the generated class for %1$s, is among the sources, written by an earlier build",
            "delete that file, and keep generated sources out of the source folders")),
    CLASS_NAME_COLLISION(error(
            takes(TYPE, TEXT, TEXT),
            "%1$s and %2$s would both generate %3$s",
            "choose another name for one of them with @Resilient(className)")),
    CLASS_NAME_COLLISION_IN_CASE(also(
            CLASS_NAME_COLLISION,
            takes(TYPE, TEXT, TEXT),
            "%1$s and %2$s would both generate %3$s in different cases, which is one file on many computers")),
    UNRESOLVED_TYPE(
            error(
                    takes(ELEMENT, TEXT),
                    "%1$s names the type %2$s, which does not exist",
                    "if another processor generates it, see the errors above; otherwise import it or put its library on the class path")),
    KAPT_ERROR_TYPE(
            error(
                    takes(ELEMENT, TEXT),
                    "%1$s names a type that kapt does not know, and for which it writes %2$s",
                    "set correctErrorTypes to true in kapt's configuration, which keeps the names of types that other processors generate; otherwise import the type or put its library on the class path"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    InterfaceDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
