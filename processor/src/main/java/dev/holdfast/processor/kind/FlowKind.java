package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.write.FlowClassWriter;
import dev.holdfast.processor.write.OneShotMethodWriter;
import dev.holdfast.processor.write.SuspendClassWriter;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Kotlin's stream: each collection is a suspending call, as those of {@link SuspendKind}, that ends with the stream. */
final class FlowKind extends ReturnKind {

    private static final String FLOW = "kotlinx.coroutines.flow.Flow";

    @Override
    public List<String> types() {
        return List.of(FLOW);
    }

    @Override
    public List<String> spoken() {
        return List.of("Kotlin's Flow");
    }

    @Override
    public boolean isStream() {
        return true;
    }

    /** None: an item has no say in what becomes of the call. */
    @Override
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        return java.types().getNoType(TypeKind.VOID);
    }

    @Override
    public boolean failsWithAny() {
        return true;
    }

    /** What goes on with an item is serializable. */
    @Override
    public List<String> warnings() {
        return List.of("serial");
    }

    @Override
    public boolean check(ApiMethod method, JavaTypes java, Problems problems) {
        return SuspendKind.hasCoroutines(MethodDiagnostic.FLOW_METHOD, method, java, problems);
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        ClassName call = nested.apply(SuspendKind.CALL);
        ClassName flow = nested.apply("GuardedFlow");
        return new LaterModel() {
            @Override
            public CodeBlock body(MethodModel method) {
                return new OneShotMethodWriter(
                                method,
                                ClassName.bestGuess(FLOW),
                                flow,
                                "return new $nested:T<>($guard:L, () -> $delegated:L, $answering:L);\n",
                                "$attempt:L")
                        .body();
            }

            @Override
            public List<TypeSpec> nestedClasses(boolean nullMarked) {
                return List.of(
                        new SuspendClassWriter(call, nullMarked).type(),
                        new FlowClassWriter(flow, call, nullMarked).type());
            }
        };
    }
}
