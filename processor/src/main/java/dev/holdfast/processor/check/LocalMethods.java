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
            "options|config|configuration|settings|serviceName|serviceClientConfiguration|utilities|builder|newBuilder|toBuilder"
                    + "|provider|listeners|supportedCapabilities|(get)?([bB]ase|[eE]ndpoint)(Url|Uri|Path)?(Prefix)?");

    private static final Pattern SETTER = Pattern.compile("set(Base|Endpoint)(Url|Uri|Path)?(Prefix)?");

    /** What is computed of the arguments, whatever they are. */
    private static final Pattern COMPUTED = Pattern.compile(
            "sign\\w*Ur[li]|(presign|generateSigned|generatePresigned)\\w*|(build|prepare)\\w*Request|newRequest");

    private static final Pattern SETTINGS_TYPE =
            Pattern.compile(".*(Options|Config|Configuration|Settings|Parameters|Utilities|Builder)");

    /** The state of the client, as far as it knows. */
    private static final Pattern STATE = Pattern.compile(
            "is(Open|Closed|Closing|Running|Started|Stopped|Shutdown|ShutDown|Terminated|Disposed|Destroyed|Released|Connected|Disconnected|Broken)");

    /** What makes its calls when somebody goes through it. */
    private static final Pattern LAZY_TYPE = Pattern.compile(".+(Iterable|Iterator|Paginator|Pager)");

    /** What makes its calls when somebody uses it, if no exception says that it has made one. */
    private static final Pattern LAZY_PART = Pattern.compile(".*(ReadChannel|WriteChannel|CopyWriter)");

    /** What collects calls, as a method without parameters returns it. */
    private static final Pattern COLLECTING_TYPE = Pattern.compile(".+(Batch|Pipeline)");

    /** What is no client whatever methods it has; OpenAI's {@code WithRawResponse} is one. */
    private static final Pattern RESULT_TYPE =
            Pattern.compile("(?!With).*(Response|ResponseFor|Result|Results|Reply|Page|Cursor)");

    /** Results that may fetch more of them, by their names and the names of the methods that do. */
    private static final Pattern PAGE_TYPE =
            Pattern.compile(".*(Page|PageAsync|PagedResponse|Collection|SearchResult)");

    private static final Set<String> FETCHING =
            Set.of("nextPage", "getNextPage", "iterateAll", "autoPager", "autoPagingIterable");

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
        if ((declared && JavaTypes.element(returns).equals(client))
                || COMPUTED.matcher(method.name()).matches()) {
            return Kind.LOCAL;
        }
        String result = declared ? JavaTypes.element(returns).getSimpleName().toString() : "";
        if (LAZY_PART.matcher(result).matches()
                || (plain && COLLECTING_TYPE.matcher(result).matches())) {
            return Kind.UNSUPPORTED;
        }
        if (declared
                && (clients.contains(JavaTypes.element(returns)) || isRelated(JavaTypes.element(returns), client))) {
            return Kind.CLIENT;
        }
        if (ofClass && isProperty(method, client)) {
            return Kind.LOCAL;
        }
        if (!plain) {
            boolean setter = returns.getKind() == TypeKind.VOID
                    && method.parameters().size() == 1
                    && SETTER.matcher(method.name()).matches();
            return setter ? Kind.LOCAL : Kind.CALL;
        }
        boolean settings = SETTINGS.matcher(method.name()).matches()
                || SETTINGS_TYPE.matcher(result).matches();
        boolean state = returns.getKind() == TypeKind.BOOLEAN
                && STATE.matcher(method.name()).matches();
        if (settings || state) {
            return Kind.LOCAL;
        }
        if (declared && isPart(JavaTypes.element(returns), ofClass)) {
            return Kind.LOCAL;
        }
        return declared && isClient(JavaTypes.element(returns), client) ? Kind.CLIENT : Kind.CALL;
    }

    /** Whether a class returns what it extends or is extended by, or an interface with calls that it implements. */
    private boolean isRelated(TypeElement type, TypeElement client) {
        if (client.getKind() != ElementKind.CLASS
                || type.getQualifiedName().toString().startsWith("java.")) {
            return false;
        }
        TypeMirror one = java.types().erasure(type.asType());
        TypeMirror other = java.types().erasure(client.asType());
        return java.types().isSubtype(one, other)
                || (java.types().isSubtype(other, one)
                        && (type.getKind() == ElementKind.CLASS || isClient(type, client)));
    }

    /** Of an interface's method, only a class that belongs to no interface of a client. */
    private static boolean isPart(TypeElement type, boolean ofClass) {
        return (ofClass || type.getKind() == ElementKind.CLASS)
                && (PART_TYPE.matcher(type.getSimpleName().toString()).matches()
                        || type.getQualifiedName().contentEquals("io.grpc.Channel"));
    }

    /** Whether the result of a method has a method of its own that fetches more: by name, as that of a page. */
    public boolean fetchesMore(ApiMethod method) {
        TypeMirror result = ReturnKinds.of(method).answer(method, java);
        return result.getKind() == TypeKind.DECLARED
                && PAGE_TYPE
                        .matcher(JavaTypes.element(result).getSimpleName().toString())
                        .matches()
                && ElementFilter.methodsIn(java.elements().getAllMembers(JavaTypes.element(result))).stream()
                        .anyMatch(each -> each.getParameters().isEmpty()
                                && FETCHING.contains(each.getSimpleName().toString()));
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
        if (!library(type).equals(library(client))
                || RESULT_TYPE.matcher(type.getSimpleName().toString()).matches()) {
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
