package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Warns of interfaces below a library's, whose clients are no instances of them or lose their default methods. */
record LibraryTypes(JavaTypes java, Problems problems) {

    void check(Subject subject, List<ApiMethod> methods) {
        TypeElement type = subject.policies();
        if (!subject.isOwned()) {
            return;
        }
        TypeElement made = type.getInterfaces().stream()
                .map(JavaTypes::element)
                .filter(each -> isOfLibrary(each) && makesItself(each))
                .findFirst()
                .orElse(null);
        if (made != null) {
            problems.report(TargetDiagnostic.LIBRARY_SUBTYPE, Position.of(type), type, made);
            return;
        }
        ApiMethod bypassed = subject.choosesDefaults()
                ? null
                : methods.stream()
                        .filter(each -> !each.isAbstract() && isOfLibrary(Names.typeOf(each.element())))
                        .findFirst()
                        .orElse(null);
        if (bypassed != null) {
            problems.report(
                    TargetDiagnostic.BYPASSED_DEFAULT,
                    Position.of(type),
                    type,
                    Names.typeOf(bypassed.element()),
                    bypassed.element());
        }
    }

    /** In a class file, and no part of the language. */
    private boolean isOfLibrary(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return !problems.isSource(type) && !name.startsWith("java.lang.") && !name.startsWith("java.util.");
    }

    /** Whether the interface has a static method that returns it, or a builder of it. */
    private boolean makesItself(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getModifiers().contains(Modifier.STATIC))
                .map(ExecutableElement::getReturnType)
                .anyMatch(each -> isIt(each, type) || isIt(built(each), type));
    }

    private static boolean isIt(@Nullable TypeMirror type, TypeElement wanted) {
        return type != null
                && type.getKind() == TypeKind.DECLARED
                && JavaTypes.element(type).equals(wanted);
    }

    private @Nullable TypeMirror built(TypeMirror builder) {
        return !(builder instanceof DeclaredType declared) || builder.getKind() != TypeKind.DECLARED
                ? null
                : ElementFilter.methodsIn(java.elements().getAllMembers(JavaTypes.element(builder))).stream()
                        .filter(each -> each.getSimpleName().contentEquals("build")
                                && each.getParameters().isEmpty())
                        .map(each -> ((ExecutableType) java.types().asMemberOf(declared, each)).getReturnType())
                        .findFirst()
                        .orElse(null);
    }
}
