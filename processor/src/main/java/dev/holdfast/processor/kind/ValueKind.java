package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.write.MethodWriter;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;

/** A method that returns its answer itself, or nothing. */
final class ValueKind extends ReturnKind {

    private static final ReturnModel MODEL = new ReturnModel() {
        @Override
        public ClassName guardType() {
            return RuntimeNames.SYNC_GUARD;
        }

        @Override
        public String guardMethod() {
            return "sync";
        }

        @Override
        public boolean isLater() {
            return false;
        }

        @Override
        public CodeBlock body(MethodModel method) {
            return new MethodWriter(method).body();
        }
    };

    @Override
    public List<String> types() {
        return List.of();
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        return MODEL;
    }
}
