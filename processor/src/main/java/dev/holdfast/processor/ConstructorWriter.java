package dev.holdfast.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the constructor that makes the policies and the guards. */
final class ConstructorWriter {

    static final String STUB =
            "This class is a stub: its interface has errors that Holdfast reported when it was compiled";

    private final DecoratorModel model;

    ConstructorWriter(DecoratorModel model) {
        this.model = model;
    }

    MethodSpec write(TypeName builder) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder, "builder");
        if (model.stub()) {
            return constructor
                    .addStatement("throw new $T($S)", UnsupportedOperationException.class, STUB)
                    .build();
        }
        constructor.addStatement("this.delegate = builder.delegate");
        if (model.hasFallbackClient()) {
            constructor.addStatement(
                    "this.fallback = $T.requireNonNull(builder.fallback, $S)", Objects.class, "fallback");
        }
        if (model.hasKeys()) {
            constructor.addStatement(
                    "$1T setup = $1T.of(builder.holdfast, $2S)",
                    RuntimeNames.CLIENT_SETUP,
                    model.declaration().interfaceName().canonicalName());
            model.policies().forEach(policy -> constructor.addCode(policy(policy)));
        }
        for (MethodModel method : model.methods()) {
            MethodModel.Protection protection = method.protection();
            if (protection != null) {
                constructor.addCode(guard(protection));
            }
        }
        if (model.hasKeys()) {
            constructor.addStatement("setup.refuseUnknownKeys()");
        }
        return constructor.build();
    }

    private static CodeBlock policy(PolicyModel policy) {
        CodeBlock.Builder code = CodeBlock.builder().add("$[$1T $2L = ", policy.type(), policy.variable());
        CodeBlock name = policy.name().isEmpty() ? CodeBlock.of("") : CodeBlock.of("\n.name($S)", policy.name());
        if (policy.shared()) {
            // The name comes last: a line before it may end in a comment, and a comma follows.
            return code.add("setup.$L(\n", policy.property())
                    .add("$T.builder()$>$>$L$L$<$<,\n", policy.type(), policy.calls(), name)
                    .add("$S,\nbuilder.$L);\n$]", policy.usedBy(), policy.variable())
                    .build();
        }
        CodeBlock method = policy.onType() ? CodeBlock.of("") : CodeBlock.of(", $S", policy.method());
        String line = name.isEmpty() && policy.calls().isEmpty() ? "" : "\n";
        CodeBlock given = policy.replaceable() ? CodeBlock.of(", builder.$L", policy.variable()) : CodeBlock.of("");
        return code.add("$T.builder()$L$L$L", policy.type(), name, policy.calls(), line)
                .add(".build(setup$L$L);\n$]", method, given)
                .build();
    }

    private static CodeBlock guard(MethodModel.Protection protection) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$[this.$L = $T.builder($S)", protection.guard(), protection.guardType(), protection.call());
        for (PolicyModel policy : protection.policies()) {
            boolean fallback = policy.property().equals("fallback");
            code.add("\n.$L($L$L)", policy.property(), policy.variable(), fallback ? taken(protection) : "");
        }
        MethodModel.ResultStatus status = protection.status();
        if (status != null && status.discards()) {
            code.add("\n.discards()");
        }
        if (protection.later()) {
            addReaders(protection, code);
        } else {
            FallbackModel fallback = protection.fallback();
            if (fallback != null && fallback.leavesFailures()) {
                addFailureHints(protection, code);
            }
            if (protection.interruptible()) {
                code.add("\n.interruptible()");
            }
        }
        return code.add("\n.build(setup);\n$]").build();
    }

    /** The only failures that the fallback's methods take, where it is not given all. */
    private static CodeBlock taken(MethodModel.Protection protection) {
        FallbackModel fallback = protection.fallback();
        return fallback == null
                ? CodeBlock.of("")
                : fallback.taken().stream()
                        .map(each -> CodeBlock.of(", $T.class", each))
                        .collect(CodeBlock.joining(""));
    }

    private static void addFailureHints(MethodModel.Protection protection, CodeBlock.Builder code) {
        for (MethodModel.Catch each : protection.catches()) {
            code.add("\n.failure($T.class, $L)", each.exception(), each.constant());
        }
    }

    /** What looks at answers that come later: the method has not got them yet. */
    private static void addReaders(MethodModel.Protection protection, CodeBlock.Builder code) {
        MethodModel.ResultStatus status = protection.status();
        if (status != null) {
            code.add("\n.result($L)", status.constant());
        }
        addFailureHints(protection, code);
        if (protection.retryResult() != null) {
            code.add("\n.retryResult($L)", protection.retryResult());
        }
        if (protection.failureResult() != null) {
            code.add("\n.failureResult($L)", protection.failureResult());
        }
    }
}
