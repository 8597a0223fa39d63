package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import java.util.Objects;

/** Writes the body of a suspend function: an object that is the call, and knows how to make one attempt. */
public final class SuspendMethodWriter {

    private final MethodModel.Signature signature;
    private final Protection protection;
    private final ClassName type;
    private final CallWriter calls;
    private final String continuation;
    private final CodeBlock.Builder code = CodeBlock.builder();

    /**
     * Writes a protected method.
     *
     * @param type the nested class of such calls
     */
    public SuspendMethodWriter(MethodModel method, ClassName type) {
        this.signature = method.signature();
        this.protection = Objects.requireNonNull(method.protection());
        this.type = type;
        this.calls = new CallWriter(signature);
        this.continuation = calls.local("continuation");
    }

    public CodeBlock body() {
        String guard = calls.guard(protection);
        String caller =
                signature.parameters().get(signature.parameters().size() - 1).name();
        TypeSpec.Builder call =
                TypeSpec.anonymousClassBuilder("$L, $L", guard, caller).superclass(type);
        // Within that object, "this" is another.
        alias("delegate");
        calls.pass(caller, continuation);
        call.addMethod(method("attempt")
                .addParameter(SuspendClassWriter.CONTINUATION, continuation)
                .addStatement("return $L", calls.call())
                .build());
        FallbackModel fallback = protection.fallback();
        if (fallback != null) {
            call.addMethod(answer(fallback));
        }
        return code.add("return $L.start();\n", call.build()).build();
    }

    private MethodSpec answer(FallbackModel fallback) {
        String reason = calls.local("reason");
        String self = calls.local("self");
        if (fallback.name() == null) {
            alias("fallback");
        } else if (fallback.overloads().stream().anyMatch(each -> each.owner() == null)) {
            code.add("var $L = this;\n", self);
        }
        if (fallback.leavesFailures()) {
            alias(protection.holder().isEmpty() ? protection.guard() : protection.holder());
        }
        CodeBlock statements = new FallbackWriter(signature, calls, fallback, calls.guard(protection), reason)
                .suspending(self, continuation)
                .statements();
        return method("answer")
                .addParameter(Throwable.class, reason)
                .addParameter(SuspendClassWriter.CONTINUATION, continuation)
                .addCode(statements)
                .build();
    }

    /** Gives a field that a parameter hides a name of its own. */
    private void alias(String field) {
        if (!calls.field(field).equals(field)) {
            String local = calls.local(field);
            code.add("var $L = this.$L;\n", local, field);
            calls.alias(field, local);
        }
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .returns(ClassName.OBJECT)
                .addException(Throwable.class);
    }
}
