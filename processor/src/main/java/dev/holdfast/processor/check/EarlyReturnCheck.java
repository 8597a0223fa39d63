package dev.holdfast.processor.check;

import dev.holdfast.processor.answer.LaterAnswers;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.kind.ReturnKind;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds methods whose call has not ended when they return, so that what stands around the call sees nothing of its outcome. */
public record EarlyReturnCheck(JavaTypes java, LaterAnswers later, Problems problems) {

    private static final String CONTINUATION = "kotlin.coroutines.Continuation";
    private static final String FUTURE = "java.util.concurrent.Future";

    /** What is told of outcomes is called so, unless it is a function. */
    private static final Pattern TOLD = Pattern.compile(
            ".*(Callback|Listener|Handler|Observer|Subscriber|Consumer|Function\\d*|Callable|Responder)");

    /** What methods return that take a callback, when it is not nothing. */
    private static final Pattern HANDLE = Pattern.compile(".*(Cancell?able|Disposable|Subscription)");

    /** Why a method cannot be protected, with what the message takes after the method. */
    private record Flaw(Diagnostic diagnostic, List<Object> arguments) {}

    /** Reports a method that cannot be protected; says whether it can. */
    public boolean check(ApiMethod method) {
        Flaw flaw = flaw(method);
        if (flaw == null) {
            return ReturnKinds.of(method).check(method, java, problems);
        }
        report(flaw.diagnostic(), method, flaw.arguments().toArray());
        return false;
    }

    /** Whether a method is of a kind that can be protected, without a report. */
    public boolean isSupported(ApiMethod method) {
        return flaw(method) == null;
    }

    private @Nullable Flaw flaw(ApiMethod method) {
        ReturnKind kind = ReturnKinds.of(method);
        ApiMethod called = kind.asCalled(method, java);
        TypeMirror returns = called.returns();
        if (kind.isLater() && called.equals(method)) {
            return null;
        } else if (kind.isLater() && ReturnKinds.of(called).isLater()) {
            return new Flaw(MethodDiagnostic.ASYNC_METHOD_SUSPENDS, List.of(returns));
        } else if (later.isLater(returns)) {
            return called.equals(method) ? laterFlaw(returns) : unsupported(returns);
        } else if (java.isA(returns, FUTURE)) {
            return new Flaw(MethodDiagnostic.FUTURE_METHOD, List.of(returns));
        }
        if (kind.isLater()) {
            return null;
        }
        int last = method.parameters().size() - 1;
        return last >= 0 && java.isNamed(method.parameters().get(last), CONTINUATION)
                ? toldBy(method, last)
                : callbackFlaw(method);
    }

    private Flaw laterFlaw(TypeMirror returns) {
        for (String supported : ReturnKinds.laterTypes()) {
            if (java.isA(returns, supported)) {
                return new Flaw(MethodDiagnostic.ASYNC_METHOD_SUBTYPE, List.of(returns, supported));
            }
        }
        return unsupported(returns);
    }

    private static Flaw unsupported(TypeMirror returns) {
        return new Flaw(MethodDiagnostic.ASYNC_METHOD, List.of(returns, ReturnKinds.spoken()));
    }

    private void report(Diagnostic diagnostic, ApiMethod method, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = Names.of(method.element());
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        problems.report(diagnostic, Position.of(method.place()), all);
    }

    private @Nullable Flaw callbackFlaw(ApiMethod method) {
        TypeMirror returns = method.returns();
        if (method.thrown().stream().anyMatch(java::isChecked)) {
            // It has an outcome of its own when it returns.
            return null;
        }
        if (returns.getKind() == TypeKind.VOID
                || HANDLE.matcher(Names.of(returns)).matches()) {
            for (int i = 0; i < method.parameters().size(); i++) {
                if (isCallback(method.parameters().get(i))) {
                    return toldBy(method, i);
                }
            }
        }
        return null;
    }

    private static Flaw toldBy(ApiMethod method, int parameter) {
        return new Flaw(
                MethodDiagnostic.CALLBACK_METHOD,
                List.of(
                        method.parameters().get(parameter),
                        method.element().getParameters().get(parameter).getSimpleName()));
    }

    /** Something that is told of failures, or a generic callback that is told of results. */
    private boolean isCallback(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement element = JavaTypes.element(type);
        String name = element.getSimpleName().toString();
        boolean open = element.getKind() == ElementKind.INTERFACE
                || element.getModifiers().contains(Modifier.ABSTRACT);
        if (!open || !TOLD.matcher(name).matches()) {
            return false;
        }
        return (name.endsWith("Callback") && !element.getTypeParameters().isEmpty())
                || ElementFilter.methodsIn(java.elements().getAllMembers(element)).stream()
                        .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
                        .anyMatch(each -> takesThrowable((DeclaredType) type, each));
    }

    private boolean takesThrowable(DeclaredType callback, ExecutableElement method) {
        ExecutableType member = (ExecutableType) java.types().asMemberOf(callback, method);
        boolean tells = member.getReturnType().getKind() == TypeKind.VOID
                || java.isNamed(member.getReturnType(), "kotlin.Unit");
        return tells && member.getParameterTypes().stream().anyMatch(this::acceptsThrowable);
    }

    private boolean acceptsThrowable(TypeMirror parameter) {
        if (parameter instanceof WildcardType wildcard && wildcard.getSuperBound() != null) {
            return java.isThrowable(wildcard.getSuperBound());
        }
        if (parameter instanceof TypeVariable captured
                && captured.getLowerBound().getKind() == TypeKind.DECLARED) {
            return java.isThrowable(captured.getLowerBound());
        }
        return java.isThrowable(parameter);
    }
}
