package dev.holdfast.processor.check;

import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Tells which methods of a library's interface or class send nothing, or can't be protected, from their declarations.
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

    /** Other clients that are classes, which results may be too. */
    private static final Pattern CLIENT_TYPE = Pattern.compile(".+(Client|Services?|Api|Stub|Operations)");

    /** What a client is made of, as its methods return it. */
    private static final Pattern PART_TYPE = Pattern.compile(".+(Transport|Mapper|HttpClient|ApiClient)");

    /** What is read while it goes on, as classes return it. */
    private static final List<String> STREAMS = List.of("java.util.Iterator", "io.grpc.stub.BlockingClientCall");

    /**
     * Judges a method.
     *
     * @param client the interface or class
     */
    public Kind kind(ApiMethod method, TypeElement client) {
        TypeMirror returns = method.returns();
        boolean plain = method.parameters().isEmpty();
        if (plain
                && returns.getKind() == TypeKind.VOID
                && CLOSING.matcher(method.name()).matches()) {
            return Kind.LOCAL;
        }
        boolean ofClass = client.getKind() == ElementKind.CLASS;
        if (!earlyReturns.isSupported(method)
                || isLazy(returns)
                || (ofClass && STREAMS.stream().anyMatch(each -> java.isNamed(returns, each)))) {
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
        if (ofClass && isProperty(method, client)) {
            return Kind.LOCAL;
        }
        if (!plain) {
            return Kind.CALL;
        }
        boolean settings = SETTINGS.matcher(method.name()).matches()
                || (declared
                        && SETTINGS_TYPE
                                .matcher(JavaTypes.element(returns)
                                        .getSimpleName()
                                        .toString())
                                .matches());
        if (settings) {
            return Kind.LOCAL;
        }
        if (ofClass && declared && isPart(JavaTypes.element(returns))) {
            return Kind.LOCAL;
        }
        return declared && isClient(JavaTypes.element(returns), client) ? Kind.CLIENT : Kind.CALL;
    }

    private static boolean isPart(TypeElement type) {
        return PART_TYPE.matcher(type.getSimpleName().toString()).matches()
                || type.getQualifiedName().contentEquals("io.grpc.Channel");
    }

    /** Whether a method is a getter or setter of a value that has both, without exceptions. */
    private boolean isProperty(ApiMethod method, TypeElement client) {
        String name = method.name();
        boolean sets = name.startsWith("set")
                && method.parameters().size() == 1
                && method.returns().getKind() == TypeKind.VOID;
        boolean gets = name.startsWith("get") && method.parameters().isEmpty();
        if (!(sets || gets) || !method.thrown().isEmpty()) {
            return false;
        }
        TypeMirror value = sets ? method.parameters().get(0) : method.returns();
        String other = (sets ? "get" : "set") + name.substring(3);
        return JavaTypes.classes(client).stream()
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(each -> each.getSimpleName().contentEquals(other)
                        && each.getModifiers().contains(Modifier.PUBLIC)
                        && each.getThrownTypes().isEmpty())
                .anyMatch(each -> sets
                        ? each.getParameters().isEmpty() && isSame(each.getReturnType(), value)
                        : each.getParameters().size() == 1
                                && isSame(each.getParameters().get(0).asType(), value));
    }

    private boolean isSame(TypeMirror one, TypeMirror other) {
        return java.types().isSameType(java.types().erasure(one), java.types().erasure(other));
    }

    private boolean isLazy(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && (java.isA(type, "java.util.stream.BaseStream")
                        || LAZY_TYPE
                                .matcher(JavaTypes.element(type).getSimpleName().toString())
                                .matches());
    }

    /** An interface of the same library that takes arguments, as calls do and results don't; or a class that says it. */
    private boolean isClient(TypeElement type, TypeElement client) {
        if (!library(type).equals(library(client))) {
            return false;
        }
        if (client.getKind() == ElementKind.CLASS && type.getKind() == ElementKind.CLASS) {
            return CLIENT_TYPE.matcher(type.getSimpleName().toString()).matches();
        }
        return type.getKind() == ElementKind.INTERFACE
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
