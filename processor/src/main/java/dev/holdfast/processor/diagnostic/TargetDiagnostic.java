package dev.holdfast.processor.diagnostic;

import static dev.holdfast.processor.diagnostic.Argument.METHOD;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.TYPE;
import static dev.holdfast.processor.diagnostic.Argument.USED_TYPE;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.also;
import static dev.holdfast.processor.diagnostic.Wording.error;
import static dev.holdfast.processor.diagnostic.Wording.lint;

/** Messages about interfaces of libraries, and about the choice of their methods. */
public enum TargetDiagnostic implements Diagnostic {
    TARGET_NOT_AN_INTERFACE(error(
            takes(TYPE, TEXT),
            "@Resilient.of names %1$s, which is %2$s, and only interfaces and classes can be protected",
            "name an interface; or write one with the methods that you call, and annotate that")),
    TARGET_WITH_INTERFACE(also(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE, TEXT, TEXT),
            "@Resilient.of names %1$s, which is %2$s and implements %3$s, which has all calls of it",
            "name %3$s; or set interfaceName for an interface of your own")),
    TARGET_WITHOUT_METHODS(also(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE, TEXT),
            "@Resilient.of names %1$s, which is %2$s without a public method to protect",
            "name the class whose methods you call")),
    TARGET_INNER(also(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE, TYPE),
            "@Resilient.of names %1$s, an inner class of %2$s, which has type parameters",
            "write an interface with the methods that you call, and annotate that")),
    TARGET_SEALED(also(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE),
            "@Resilient.of names %1$s, which is sealed, so the generated class may not implement it",
            "write an interface with the methods that you call, and annotate that")),
    NESTED_NOT_AN_INTERFACE(also(
            TARGET_NOT_AN_INTERFACE,
            takes(USED_TYPE, TEXT),
            "@Resilient.nested names %1$s, which is %2$s, and only interfaces can be protected, and classes if of is one",
            "name the interface of a client that a method returns")),
    NESTED_SEALED(also(
            TARGET_NOT_AN_INTERFACE,
            takes(TYPE),
            "@Resilient.nested names %1$s, which is sealed, so the generated class may not implement it",
            "remove it")),
    NESTED_WITH_INTERFACE(also(
            AttributeDiagnostic.CONTRADICTORY_SETTING,
            takes(TYPE),
            "@Resilient.interfaceName is set, but nested names classes, and methods of %1$s return the generated ones for these",
            "remove interfaceName; or remove nested, and write a policy interface for each class")),
    NESTED_UNUSED(error(
            takes(TYPE, TYPE),
            "@Resilient.nested names %1$s, which no method of %2$s returns, nor of the other clients that are protected",
            "name what a method returns, or remove it")),
    NO_POLICY_TARGET(also(
            InterfaceDiagnostic.NO_POLICY,
            takes(TYPE, TEXT, TYPE),
            "%1$s carries @%2$s, but it holds for no method of %3$s: each is exempt, has its own or sends nothing",
            "remove it, or declare the methods to protect in %1$s, with policies of their own")),
    NO_POLICY_TARGET_CLIENTS(
            also(
                    InterfaceDiagnostic.NO_POLICY,
                    takes(TYPE, TEXT, TYPE, TYPE),
                    "%1$s carries @%2$s, but it holds for no method of %3$s: they only return other clients, such as %4$s",
                    "protect these too, with @Resilient(nested = …) that names %4$s and others; or nested = %3$s.class for all")),
    NOT_IN_TARGET(error(
            takes(METHOD, TYPE, TEXT),
            "%1$s is no method of %2$s%3$s, so its settings have no effect",
            "write the name and the parameters as in %2$s, or remove it")),
    NOT_IN_TARGET_PARAMETERS(also(
            NOT_IN_TARGET,
            takes(METHOD, TYPE, TEXT),
            "%1$s is no method of %2$s, which has %3$s, so its settings have no effect")),
    NOT_IN_TARGET_HIDDEN(also(
            NOT_IN_TARGET,
            takes(METHOD, TYPE, TEXT),
            "%1$s is %3$s in %2$s, so it is not in the generated class and its settings have no effect",
            "remove it")),
    NOT_IN_TARGET_BODY(also(
            NOT_IN_TARGET,
            takes(METHOD, TYPE),
            "%1$s has a body, which never runs, because the generated class has only the methods of %2$s",
            "remove the body; make it static if @Fallback names it")),
    NOT_IN_TARGET_NESTED(also(
            NOT_IN_TARGET,
            takes(TYPE, TYPE),
            "%1$s has settings for %2$s, which is no client that a method returns, so they have no effect",
            "name %2$s in @Resilient(nested = …), or remove %1$s")),
    NOT_IN_TARGET_OPTION(also(
            NOT_IN_TARGET,
            takes(TEXT, TYPE, TYPE),
            "@Resilient.%1$s is set on %2$s, which only has settings for methods of %3$s, so it has no effect",
            "set it on the interface around %2$s, or remove it")),
    NOT_IN_TARGET_TWICE(also(
            NOT_IN_TARGET,
            takes(TYPE, TYPE, TYPE),
            "%1$s and %2$s both have settings for %3$s, so those of %1$s have no effect",
            "write them in one interface")),
    INTERFACE_NAME_INVALID(also(
            InterfaceDiagnostic.CLASS_NAME_INVALID,
            takes(TYPE, TEXT),
            "@Resilient.interfaceName of %1$s gives \"%2$s\", which is not the name of an interface",
            "write a simple name; * stands for the name of the class in of")),
    INTERFACE_NAME_TAKEN(also(
            InterfaceDiagnostic.CLASS_NAME_TAKEN,
            takes(TYPE, TEXT),
            "%2$s, the generated interface for %1$s, already exists, perhaps in other letters",
            "choose another name with @Resilient(interfaceName)")),
    TARGET_HAS_INTERFACES(lint(
            takes(TYPE, TEXT),
            "%1$s is a class, and what is generated for it is no %1$s, but it implements interfaces with most of its calls: %2$s",
            "name one of them in of; or set interfaceName for an interface of your own")),
    MEMBERS_LEFT_OUT(lint(
            takes(TYPE, TEXT),
            "public members of %1$s are not in the generated class, which can't have them: %2$s",
            "use the delegate where you need them")),
    PATTERN_UNUSED(error(
            takes(TEXT, TEXT, TYPE, TEXT),
            "@Resilient.%1$s has \"%2$s\", which is the name of no method of %3$s%4$s",
            "write a method's name; * stands for any letters, and | separates names")),
    PATTERN_UNUSED_TYPE(also(
            PATTERN_UNUSED,
            takes(TEXT, USED_TYPE, TYPE),
            "@Resilient.%1$s names %2$s, which no method of %3$s returns",
            "name the class that a method returns, or one above it; or remove it")),
    LIBRARY_SUBTYPE(lint(
            takes(TYPE, TYPE),
            "%1$s extends %2$s, which makes its clients itself, and they are no %1$s: there may be nothing to protect",
            "annotate an interface that extends nothing, and name the library's with @Resilient(of = %2$s.class)")),
    BYPASSED_DEFAULT(lint(
            takes(TYPE, TYPE, METHOD),
            "%1$s inherits default methods of %2$s, such as %3$s: their bodies run in place of those that the delegate may have",
            "add @Resilient(defaults = FORWARD) to call the delegate, or defaults = INHERIT to keep them")),
    UNPROTECTED_METHODS(lint(
            takes(TEXT, TEXT, TEXT),
            "methods of %1$s are forwarded unprotected, because their calls go on when they have returned, in a way that is not supported: %2$s",
            "name them, as in exempt = \"%3$s\", and protect what reads their answers")),
    UNPROTECTED_METHODS_CLIENTS(also(
            UNPROTECTED_METHODS,
            takes(TEXT, TEXT, TEXT, TYPE),
            "methods of %1$s return other clients, whose calls are not protected: %2$s",
            "add what they return to nested, as in nested = %4$s.class, or name them, as in exempt = \"%3$s\"")),
    UNPROTECTED_METHODS_PAGES(
            also(
                    UNPROTECTED_METHODS,
                    takes(TEXT, TEXT),
                    "methods of %1$s return pages that fetch the next one themselves, which is not protected: %2$s",
                    "call the method again with the token of the next page, and add @SuppressWarnings(\"holdfast:unprotected-methods\")"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
    private final Wording wording;

    TargetDiagnostic(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
