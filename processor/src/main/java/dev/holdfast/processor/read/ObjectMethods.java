package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import java.util.List;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Methods of an interface that meet protected ones of {@code Object}: the interface may declare them as it likes, but a class
 * that implements it overrides both.
 */
public record ObjectMethods(JavaTypes java, Problems problems) {

    /** Reports what no class can implement; says whether there is any such method. */
    public boolean report(List<ApiMethod> methods) {
        boolean found = false;
        for (ApiMethod method : methods) {
            Diagnostic why = method.parameters().isEmpty() ? whyNot(method) : null;
            if (why != null) {
                found = true;
                problems.report(why, Position.of(method.element()), method.element());
            }
        }
        return found;
    }

    private @Nullable Diagnostic whyNot(ApiMethod method) {
        if (!method.typeVariables().isEmpty()) {
            return method.name().equals("clone") || method.name().equals("finalize")
                    ? InterfaceDiagnostic.UNIMPLEMENTABLE_METHOD
                    : null;
        }
        TypeKind returns = method.returns().getKind();
        if (method.name().equals("finalize")) {
            return returns == TypeKind.VOID ? null : InterfaceDiagnostic.UNIMPLEMENTABLE_METHOD_RESULT;
        }
        if (!method.name().equals("clone")) {
            return null;
        }
        if (returns.isPrimitive() || returns == TypeKind.VOID) {
            return InterfaceDiagnostic.UNIMPLEMENTABLE_METHOD_RESULT;
        }
        boolean more = method.thrown().stream()
                .anyMatch(each -> java.isChecked(each) && !java.isA(each, "java.lang.CloneNotSupportedException"));
        return more ? InterfaceDiagnostic.UNIMPLEMENTABLE_METHOD_EXCEPTIONS : null;
    }
}
