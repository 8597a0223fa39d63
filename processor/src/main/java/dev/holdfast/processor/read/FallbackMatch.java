package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.policy.FallbackDiagnostic;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Holds a method that may answer for another against that one.
 *
 * @param method what it would answer for, as its callers write it
 * @param candidate what may answer, in the same way
 * @param suspends whether what may answer is a suspend function
 */
public record FallbackMatch(ApiMethod method, ApiMethod candidate, boolean suspends, JavaTypes java) {

    /** Holds a candidate against a method. Only for a suspend function may one answer that is a suspend function too. */
    static FallbackMatch of(ApiMethod method, ApiMethod candidate, JavaTypes java) {
        ApiMethod wanted = ReturnKinds.asCalled(method, java);
        ApiMethod called = wanted.equals(method) ? candidate : ReturnKinds.asCalled(candidate, java);
        return new FallbackMatch(wanted, called, !called.equals(candidate), java);
    }

    public ExecutableElement element() {
        return candidate.element();
    }

    public boolean isStatic() {
        return element().getModifiers().contains(Modifier.STATIC);
    }

    /** Why it can't be called to answer, whatever it takes; null if it can. */
    @Nullable
    Diagnostic whyNotCallable() {
        if (element().equals(method.element())) {
            return FallbackDiagnostic.FALLBACK_NOT_CALLABLE;
        }
        if (element().getModifiers().contains(Modifier.PRIVATE)) {
            return FallbackDiagnostic.FALLBACK_PRIVATE;
        }
        return element().getModifiers().contains(Modifier.ABSTRACT) ? FallbackDiagnostic.FALLBACK_ABSTRACT : null;
    }

    /** Whether it takes the same, and at most one exception more. */
    boolean takesTheSame() {
        List<TypeMirror> wanted = method.parameters();
        List<TypeMirror> taken = candidate.parameters();
        boolean sized = taken.size() == wanted.size() || (taken.size() == wanted.size() + 1 && exception() != null);
        if (!sized || !hasFittingVariables()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!isSame(substitution().of(taken.get(i)), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The failures that it takes; null where it takes none. */
    public @Nullable DeclaredType exception() {
        int last = candidate.parameters().size() - 1;
        return last == method.parameters().size()
                        && candidate.parameters().get(last) instanceof DeclaredType exception
                        && java.isThrowable(exception)
                ? exception
                : null;
    }

    boolean returnsTheSame() {
        TypeMirror wanted = method.returns();
        TypeMirror returned = substitution().of(candidate.returns());
        if (returned.getKind() == TypeKind.VOID && java.isNamed(wanted, "kotlin.Unit")) {
            return true;
        }
        if (wanted.getKind() == TypeKind.VOID || returned.getKind() == TypeKind.VOID) {
            return wanted.getKind() == returned.getKind();
        }
        boolean primitive = wanted.getKind().isPrimitive() || returned.getKind().isPrimitive();
        // A raw type would be assignable to one with arguments, with a warning in generated code.
        return primitive
                ? java.types().isAssignable(returned, wanted)
                : java.types().isSubtype(returned, wanted);
    }

    /** The checked exceptions that it throws and the method must not. */
    List<TypeMirror> undeclared() {
        return candidate.thrown().stream()
                .map(substitution()::of)
                .filter(java::isChecked)
                .filter(thrown -> method.thrown().stream()
                        .noneMatch(declared -> java.types().isSubtype(thrown, declared)))
                .toList();
    }

    private Substitution substitution() {
        return new Substitution(java, candidate.typeVariables(), typeArguments());
    }

    /** What stands for the candidate's type variables: the method's own, where it is generic itself. */
    public List<? extends TypeMirror> typeArguments() {
        return method.typeVariables().isEmpty()
                ? FallbackArguments.of(method, candidate, java)
                : method.typeVariables();
    }

    /** Whether the method's type variables, or types that it names, can be those of the candidate, where that has any. */
    private boolean hasFittingVariables() {
        List<TypeVariable> variables = candidate.typeVariables();
        if (variables.isEmpty()) {
            return true;
        }
        List<? extends TypeMirror> arguments = typeArguments();
        if (variables.size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < variables.size(); i++) {
            for (TypeMirror bound : TypeNames.bounds(variables.get(i))) {
                if (!java.types().isSubtype(arguments.get(i), substitution().of(bound))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isSame(TypeMirror one, TypeMirror other) {
        return java.types().isSubtype(one, other) && java.types().isSubtype(other, one);
    }
}
