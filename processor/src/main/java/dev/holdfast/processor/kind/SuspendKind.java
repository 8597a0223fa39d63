package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.write.SuspendClassWriter;
import dev.holdfast.processor.write.SuspendMethodWriter;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * A suspend function of Kotlin: a method whose last parameter is what goes on with the answer. It returns the answer, or says that
 * it has suspended. Neither Kotlin nor its coroutines are on our class path.
 */
final class SuspendKind extends ReturnKind {

    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    /** The nested class of calls. */
    static final String CALL = "SuspendedCall";

    /** What generated code names, apart from what the signature does. */
    private static final List<String> NEEDED =
            List.of("kotlinx.coroutines.TimeoutKt", "kotlinx.coroutines.CompletableJob");

    @Override
    public List<String> types() {
        return List.of();
    }

    @Override
    public List<String> spoken() {
        return List.of();
    }

    @Override
    public boolean isLater() {
        return true;
    }

    @Override
    boolean isOf(ApiMethod method, String returned) {
        return returned.equals("java.lang.Object") && continuation(method) != null;
    }

    private static boolean isNamed(TypeMirror type, String name) {
        return type instanceof DeclaredType declared && JavaTypes.name(declared).equals(name);
    }

    /** The last parameter, if it is a continuation of one type; otherwise null. */
    private static @Nullable DeclaredType continuation(ApiMethod method) {
        int last = method.parameters().size() - 1;
        return last >= 0
                        && method.parameters().get(last) instanceof DeclaredType type
                        && isNamed(type, CONTINUATION)
                        && type.getTypeArguments().size() == 1
                ? type
                : null;
    }

    /** What the continuation takes. */
    @Override
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        DeclaredType continuation = continuation(method);
        TypeMirror taken = continuation == null
                ? method.returns()
                : continuation.getTypeArguments().get(0);
        TypeMirror bound = taken instanceof WildcardType wildcard ? wildcard.getSuperBound() : taken;
        return bound == null ? method.returns() : bound;
    }

    @Override
    public ApiMethod asCalled(ApiMethod method, JavaTypes java) {
        List<TypeMirror> parameters = method.parameters();
        return method.with(answer(method, java), parameters.subList(0, parameters.size() - 1));
    }

    @Override
    public boolean failsWithAny() {
        return true;
    }

    /** What goes on with an answer is serializable. */
    @Override
    public List<String> warnings() {
        return List.of("serial");
    }

    @Override
    public boolean check(ApiMethod method, JavaTypes java, Problems problems) {
        return hasCoroutines(MethodDiagnostic.SUSPEND_FUNCTION, method, java, problems);
    }

    /** Reports a library that generated code waits with and that is not there; says whether it is. */
    static boolean hasCoroutines(MethodDiagnostic lacks, ApiMethod method, JavaTypes java, Problems problems) {
        for (String name : NEEDED) {
            TypeElement found = java.elements().getTypeElement(name);
            if (found == null) {
                problems.report(lacks, Position.of(method.place()), method.element(), name);
                return false;
            }
        }
        return true;
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        ClassName call = nested.apply(CALL);
        return new LaterModel() {
            @Override
            public CodeBlock body(MethodModel method) {
                return new SuspendMethodWriter(method, call).body();
            }

            @Override
            public List<TypeSpec> nestedClasses(boolean nullMarked) {
                return List.of(new SuspendClassWriter(call, nullMarked).type());
            }
        };
    }
}
