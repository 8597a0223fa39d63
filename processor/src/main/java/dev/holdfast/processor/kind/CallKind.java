package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.CallModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.write.CallClassWriter;
import dev.holdfast.processor.write.CallWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** A call of Retrofit's, which its caller makes when the method has returned. Retrofit is not on our class path. */
final class CallKind extends ReturnKind {

    /** A nested class is the call; the methods only make one. */
    private static final class Model extends LaterModel {

        private final CallModel call;

        Model(CallModel call) {
            this.call = call;
        }

        @Override
        public CodeBlock body(MethodModel method) {
            CallWriter writer = new CallWriter(method.signature());
            String guard = writer.guard(Objects.requireNonNull(method.protection()));
            return CodeBlock.builder()
                    .addStatement("return new $T<>($L, $L)", call.name(), guard, writer.call())
                    .build();
        }

        @Override
        public List<TypeSpec> nestedClasses(boolean nullMarked) {
            return List.of(new CallClassWriter(call, nullMarked).type());
        }
    }

    @Override
    public List<String> types() {
        return List.of("retrofit2.Call");
    }

    @Override
    public List<String> spoken() {
        return List.of("Retrofit's Call");
    }

    /** {@code Response<T>} for {@code Call<T>}. */
    @Override
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        DeclaredType call = (DeclaredType) method.returns();
        ExecutableElement execute = execute(call);
        if (execute == null || !(execute.getReturnType() instanceof DeclaredType response)) {
            return call;
        }
        TypeMirror[] arguments = call.getTypeArguments().toArray(new TypeMirror[0]);
        return response.getTypeArguments().size() == arguments.length
                ? java.types().getDeclaredType(JavaTypes.element(response), arguments)
                : java.types().erasure(response);
    }

    private static @Nullable ExecutableElement execute(TypeMirror call) {
        return ElementFilter.methodsIn(JavaTypes.element(call).getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals("execute"))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<TypeMirror> thrown(ApiMethod method) {
        ExecutableElement execute = execute(method.returns());
        List<TypeMirror> thrown = new ArrayList<>(method.thrown());
        if (execute != null) {
            thrown.addAll(execute.getThrownTypes());
        }
        return thrown;
    }

    @Override
    public Diagnostic noFallback() {
        return MethodDiagnostic.FALLBACK_CALL;
    }

    @Override
    public boolean check(ApiMethod method, JavaTypes java, Problems problems) {
        TypeMirror returns = method.returns();
        CallReader.Flaw flaw = new CallReader(java, JavaTypes.element(returns)).flaw();
        if (flaw != null) {
            problems.report(
                    flaw.diagnostic(),
                    Position.of(method.element()),
                    method.element(),
                    returns,
                    JavaTypes.name(returns),
                    flaw.method());
        }
        return flaw == null;
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        CallReader reader = new CallReader(types.java(), JavaTypes.element(returns));
        return new Model(reader.read(nested.apply("RetrofitCall"), types));
    }
}
