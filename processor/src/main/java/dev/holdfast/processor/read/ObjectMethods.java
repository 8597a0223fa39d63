package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
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
            String why = method.parameters().isEmpty() ? whyNot(method) : null;
            if (why != null) {
                found = true;
                problems.report(
                        Diagnostic.UNIMPLEMENTABLE_METHOD,
                        Position.of(method.element()),
                        Names.of(method.element()),
                        why);
            }
        }
        return found;
    }

    private @Nullable String whyNot(ApiMethod method) {
        if (!method.typeVariables().isEmpty()) {
            return method.name().equals("clone") || method.name().equals("finalize") ? "is more generic" : null;
        }
        TypeKind returns = method.returns().getKind();
        if (method.name().equals("finalize")) {
            return returns == TypeKind.VOID ? null : "returns something else";
        }
        if (!method.name().equals("clone")) {
            return null;
        }
        if (returns.isPrimitive() || returns == TypeKind.VOID) {
            return "returns something else";
        }
        boolean more = method.thrown().stream()
                .anyMatch(each -> java.isChecked(each) && !java.isA(each, "java.lang.CloneNotSupportedException"));
        return more ? "throws more" : null;
    }
}
