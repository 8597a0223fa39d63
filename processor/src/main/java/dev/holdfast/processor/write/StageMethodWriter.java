package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.Objects;

/**
 * Writes the body of a method that returns a stage: the first attempt stands in the method, and where its stage is done and
 * good nothing else happens and nothing is allocated. Everything else is the guard's.
 */
public final class StageMethodWriter {

    private final MethodModel.Signature signature;
    private final Protection protection;
    private final CallWriter calls;
    private final String permit;
    private final String first;
    private final String failure;
    private final String thrown;
    private final String reason;

    /** Writes a protected method. */
    public StageMethodWriter(MethodModel method) {
        this.signature = method.signature();
        this.protection = Objects.requireNonNull(method.protection());
        this.calls = new CallWriter(signature);
        this.permit = calls.local("permit");
        this.first = calls.local("first");
        this.failure = calls.local("failure");
        this.thrown = calls.local("thrown");
        this.reason = calls.local("reason");
    }

    public CodeBlock body() {
        String guard = calls.guard(protection);
        return CodeBlock.builder()
                .addStatement("$T $L = $L.begin()", RuntimeNames.PERMIT, permit, guard)
                .addStatement("$T $L = null", signature.returns(), first)
                .addStatement("$T $L = null", Throwable.class, failure)
                .beginControlFlow("if ($L != null)", permit)
                .beginControlFlow("try")
                .addStatement("$L = $L", first, calls.call())
                .beginControlFlow("if ($L.accepts($L, $L))", guard, permit, first)
                .addStatement("return $L", first)
                .endControlFlow()
                .nextControlFlow("catch ($T $L)", Throwable.class, thrown)
                .addStatement("$L = $L", failure, thrown)
                .endControlFlow()
                .endControlFlow()
                // No statement of JavaPoet's, for a lambda may hold some.
                .add(
                        "return $L.follow($L, $L, $L, () -> $L$L);\n",
                        guard,
                        permit,
                        first,
                        failure,
                        calls.call(),
                        fallback())
                .build();
    }

    private CodeBlock fallback() {
        FallbackModel model = protection.fallback();
        return model == null
                ? CodeBlock.of("")
                : CodeBlock.of(
                        ", $L", new FallbackWriter(signature, calls, model, calls.guard(protection), reason).lambda());
    }
}
