package dev.holdfast.processor.check;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.ProtectedMethod;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Methods that most likely send nothing: they return the client itself, or another one, declare no checked exception, and have
 * no annotation that makes a request of them.
 */
public final class NoIoCheck implements MethodCheck {

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        TypeMirror returns = method.returns();
        if (returns.getKind() != TypeKind.DECLARED
                || ReturnKinds.of(method.method()).thrown(method.method()).stream()
                        .anyMatch(java::isChecked)
                || !HttpVerb.of(method.method()).isEmpty()) {
            return;
        }
        TypeElement result = JavaTypes.element(returns);
        if (result.equals(method.client())) {
            report(MethodDiagnostic.NO_IO, method, problems);
        } else if (isClient(result)) {
            report(MethodDiagnostic.NO_IO_OTHER_CLIENT, method, problems);
        }
    }

    private static void report(Diagnostic lint, ProtectedMethod method, Problems problems) {
        problems.report(lint, method.at(), method.policies().get(0).source().name(), method.name(), method.returns());
    }

    private static boolean isClient(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && (hasPolicy(type) || type.getEnclosedElements().stream().anyMatch(NoIoCheck::hasPolicy));
    }

    private static boolean hasPolicy(Element element) {
        return Policies.ALL.stream().anyMatch(policy -> Occurrence.find(element, policy.annotation()) != null);
    }
}
