package dev.holdfast.processor.check;

import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Tells which methods of a library's interface send nothing, or can't be protected, from their declarations.
 *
 * @param clients interfaces that are those of clients because the user says so
 */
public record LocalMethods(JavaTypes java, EarlyReturnCheck earlyReturns, Set<TypeElement> clients) {

    /** What a method does. */
    public enum Kind {
        /** It calls the service. */
        CALL,
        /** It calls nothing: it closes the client, or returns it, its settings or a builder. */
        LOCAL,
        /** It returns another client, and calls nothing. */
        CLIENT,
        /** Its call has not ended when it returns, in a way that is not supported. */
        UNSUPPORTED
    }

    private static final Pattern CLOSING =
            Pattern.compile("(close|shutdown|shutDown)\\w*|stop|dispose|destroy|terminate|release|disconnect");

    private static final Pattern SETTINGS = Pattern.compile(
            "options|config|configuration|settings|serviceName|serviceClientConfiguration|utilities|builder|newBuilder|toBuilder");

    private static final Pattern SETTINGS_TYPE =
            Pattern.compile(".*(Options|Config|Configuration|Settings|Utilities|Builder)");

    /** What makes its calls when somebody goes through it. */
    private static final Pattern LAZY_TYPE = Pattern.compile(".+(Iterable|Iterator|Paginator|Pager)");

    /**
     * Judges a method.
     *
     * @param client the interface
     */
    public Kind kind(ApiMethod method, TypeElement client) {
        TypeMirror returns = method.returns();
        boolean plain = method.parameters().isEmpty();
        if (plain
                && returns.getKind() == TypeKind.VOID
                && CLOSING.matcher(method.name()).matches()) {
            return Kind.LOCAL;
        }
        if (!earlyReturns.isSupported(method) || isLazy(returns)) {
            return Kind.UNSUPPORTED;
        }
        if (method.thrown().stream().anyMatch(java::isChecked)
                || !HttpVerb.of(method).isEmpty()
                || ReturnKinds.of(method).isLater()) {
            return Kind.CALL;
        }
        boolean declared = returns.getKind() == TypeKind.DECLARED;
        if (declared && JavaTypes.element(returns).equals(client)) {
            return Kind.LOCAL;
        }
        if (declared && clients.contains(JavaTypes.element(returns))) {
            return Kind.CLIENT;
        }
        if (!plain) {
            return Kind.CALL;
        }
        boolean settings = SETTINGS.matcher(method.name()).matches()
                || (declared
                        && SETTINGS_TYPE
                                .matcher(JavaTypes.element(returns).getSimpleName())
                                .matches());
        if (settings) {
            return Kind.LOCAL;
        }
        return declared && isClient(JavaTypes.element(returns), client) ? Kind.CLIENT : Kind.CALL;
    }

    private boolean isLazy(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && (java.isA(type, "java.util.stream.BaseStream")
                        || LAZY_TYPE
                                .matcher(JavaTypes.element(type).getSimpleName())
                                .matches());
    }

    /** An interface of the same library that takes arguments, as calls do and results don't. */
    private boolean isClient(TypeElement type, TypeElement client) {
        return type.getKind() == ElementKind.INTERFACE
                && library(type).equals(library(client))
                && ElementFilter.methodsIn(java.elements().getAllMembers(type)).stream()
                        .anyMatch(each -> ApiMethod.isOverridable(each)
                                && !each.getParameters().isEmpty()
                                && Names.typeOf(each).getKind() == ElementKind.INTERFACE);
    }

    /** The first two parts of the package. */
    private String library(TypeElement type) {
        String[] parts =
                java.elements().getPackageOf(type).getQualifiedName().toString().split("\\.", -1);
        return parts.length < 2 ? parts[0] : parts[0] + "." + parts[1];
    }
}
