package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Methods that an interface may not have beside each other. The compiler says so only when all processors are done, and of the
 * generated class too.
 */
public record ConflictingMethods(JavaTypes java, Problems problems) {

    /** Reports methods that no class can have both of; says whether there are any. */
    public boolean report(TypeElement type, List<ApiMethod> methods) {
        boolean found = false;
        for (ApiMethod method : methods) {
            found |= method.declarations().size() > 1 && report(type, method);
        }
        return found;
    }

    private boolean report(TypeElement type, ApiMethod method) {
        List<ExecutableElement> all = method.declarations();
        // Any of them will do: the first is not chosen with unchecked conversions in mind.
        if (all.stream().noneMatch(each -> all.stream().allMatch(other -> mayReplace(each, other, type)))) {
            ExecutableElement first = all.get(0);
            ExecutableElement other = all.stream()
                    .filter(each -> !mayReplace(first, each, type))
                    .findFirst()
                    .orElse(first);
            problems.report(
                    InterfaceDiagnostic.CONFLICTING_METHODS,
                    Position.of(type),
                    type,
                    first,
                    other,
                    returned(first, type),
                    returned(other, type));
            return true;
        }
        List<ExecutableElement> nearest = nearest(method);
        ExecutableElement withBody = nearest.stream()
                .filter(each -> !each.getModifiers().contains(Modifier.ABSTRACT))
                .findFirst()
                .orElse(null);
        if (nearest.size() < 2 || withBody == null) {
            return false;
        }
        ExecutableElement rival = nearest.get(nearest.get(0).equals(withBody) ? 1 : 0);
        problems.report(
                rival.getModifiers().contains(Modifier.ABSTRACT)
                        ? InterfaceDiagnostic.CONFLICTING_METHODS_ONE_BODY
                        : InterfaceDiagnostic.CONFLICTING_METHODS_TWO_BODIES,
                Position.of(type),
                type,
                withBody,
                rival);
        return true;
    }

    /** Whether a method may stand where another is declared, by what they return. In doubt it may. */
    private boolean mayReplace(ExecutableElement method, ExecutableElement other, TypeElement type) {
        if (method.equals(other)
                || !method.getTypeParameters().isEmpty()
                || !other.getTypeParameters().isEmpty()) {
            // Each method has type variables of its own.
            return true;
        }
        TypeMirror mine = returned(method, type);
        TypeMirror others = returned(other, type);
        if (isNoReference(mine) || isNoReference(others)) {
            return mine.getKind() == others.getKind();
        }
        return java.types().isAssignable(mine, others)
                || java.types().isSameType(mine, java.types().erasure(others));
    }

    private TypeMirror returned(ExecutableElement method, TypeElement type) {
        return ApiMethod.member(method, (DeclaredType) type.asType(), java).getReturnType();
    }

    private static boolean isNoReference(TypeMirror type) {
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
    }

    /** The declarations that none further down overrides. */
    private List<ExecutableElement> nearest(ApiMethod method) {
        return method.declarations().stream()
                .filter(each -> method.declarations().stream()
                        .noneMatch(other -> !other.equals(each)
                                && java.types()
                                        .isSubtype(
                                                java.types()
                                                        .erasure(Names.typeOf(other)
                                                                .asType()),
                                                java.types()
                                                        .erasure(Names.typeOf(each)
                                                                .asType()))))
                .collect(Collectors.toList());
    }
}
