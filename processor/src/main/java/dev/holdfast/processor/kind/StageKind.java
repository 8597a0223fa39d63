package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.write.StageMethodWriter;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** A stage or future of the JDK. */
final class StageKind extends ReturnKind {

    private static final ReturnModel MODEL = new LaterModel() {
        @Override
        public CodeBlock body(MethodModel method) {
            return new StageMethodWriter(method).body();
        }
    };

    @Override
    public List<String> types() {
        return List.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");
    }

    @Override
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        return value(method.returns(), java);
    }

    /** The type argument of what a method returns. */
    static TypeMirror value(TypeMirror returns, JavaTypes java) {
        List<? extends TypeMirror> arguments = ((DeclaredType) returns).getTypeArguments();
        TypeMirror value = arguments.isEmpty() ? null : arguments.get(0);
        if (value instanceof WildcardType wildcard) {
            value = wildcard.getExtendsBound();
        }
        return value == null
                ? java.elements().getTypeElement("java.lang.Object").asType()
                : value;
    }

    @Override
    public boolean failsWithAny() {
        return true;
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        return MODEL;
    }
}
