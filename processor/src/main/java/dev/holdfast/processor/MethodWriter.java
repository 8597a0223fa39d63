package dev.holdfast.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import dev.holdfast.processor.MethodModel.Protection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of one method: the loop stands in the method, all decisions are the guard's. On the way that a successful
 * call takes there is no lambda and nothing is allocated.
 */
final class MethodWriter {

    private final MethodModel.Signature signature;
    private final boolean fluent;
    private final @Nullable Protection protection;
    private final NameAllocator locals = new NameAllocator();
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final Set<String> parameters;
    private final String permit;
    private final String attempt;
    private final String result;
    private final String failure;
    private final String retry;
    private final String failed;

    MethodWriter(MethodModel method) {
        signature = method.signature();
        fluent = method.fluent();
        protection = method.protection();
        parameters = signature.parameters().stream().map(ParameterSpec::name).collect(Collectors.toSet());
        parameters.forEach(name -> locals.newName(name));
        permit = locals.newName("permit");
        attempt = locals.newName("attempt");
        result = locals.newName("result");
        failure = locals.newName("failure");
        retry = locals.newName("retry");
        failed = locals.newName("failed");
    }

    CodeBlock body() {
        Protection around = protection;
        if (around == null) {
            return writeBare();
        }
        code.addStatement("$T $L = $L.begin()", RuntimeNames.PERMIT, permit, guard(around));
        if (around.retries()) {
            code.beginControlFlow("for (int $1L = 1; ; $1L++)", attempt);
        }
        if (around.looksAtResult()) {
            writeWithVerdict(around);
        } else {
            writePlain(around);
        }
        if (around.retries()) {
            code.endControlFlow();
        }
        return code.build();
    }

    private CodeBlock writeBare() {
        if (fluent) {
            code.addStatement("$T $L = $L", signature.returns(), result, call());
            return writeReturn().build();
        }
        return code.addStatement(signature.isVoid() ? "$L" : "return $L", call())
                .build();
    }

    /** A delegate that returns itself would hand out what is not protected. */
    private CodeBlock.Builder writeReturn() {
        return fluent
                ? code.addStatement("return $1L == $2L ? this : $1L", result, field("delegate"))
                : code.addStatement("return $L", result);
    }

    /** Any result is a success. */
    private void writePlain(Protection around) {
        code.beginControlFlow("try");
        if (signature.isVoid()) {
            code.addStatement("$L", call());
        } else {
            code.addStatement("$T $L = $L", signature.returns(), result, call());
        }
        code.addStatement("$L.succeeded($L)", guard(around), permit);
        if (!signature.isVoid()) {
            writeReturn();
        } else if (around.retries()) {
            code.addStatement("return");
        }
        writeCatches(around, false);
    }

    /** The result may be a failure or a reason to try again. */
    private void writeWithVerdict(Protection around) {
        code.addStatement("$T $L", signature.returns(), result);
        if (around.retryResult() != null) {
            code.addStatement("boolean $L", retry);
        }
        if (around.failureResult() != null) {
            code.addStatement("boolean $L", failed);
        }
        code.beginControlFlow("try");
        code.addStatement("$L = $L", result, call());
        if (around.retryResult() != null) {
            code.addStatement("$L = $L.test($L)", retry, around.retryResult(), result);
        }
        if (around.failureResult() != null) {
            code.addStatement("$L = $L.test($L)", failed, around.failureResult(), result);
        }
        code.beginControlFlow("if ($L.accepts($L, $L$L))", guard(around), permit, status(around), verdicts(around));
        writeReturn();
        code.endControlFlow();
        writeCatches(around, around.retries());
        MethodModel.ResultStatus status = around.status();
        CodeBlock refused = CodeBlock.of(
                "$L.refused($L, $L, $L, $L$L)",
                guard(around),
                permit,
                number(around),
                result,
                status == null ? "null" : status.constant(),
                verdicts(around));
        if (!around.retries()) {
            code.addStatement(refused);
            writeReturn();
            return;
        }
        code.addStatement("$L = $L", permit, refused);
        code.beginControlFlow("if ($L == null)", permit);
        writeReturn();
        code.endControlFlow();
    }

    private void writeCatches(Protection around, boolean goOn) {
        boolean all = false;
        for (MethodModel.Catch each : around.catches()) {
            writeCatch(around, CodeBlock.of("$T", each.exception()), ", " + each.constant(), goOn);
            all |= each.exception().toString().equals("java.lang.Throwable");
        }
        if (!all) {
            writeCatch(around, CodeBlock.of("$T", Throwable.class), "", goOn);
        }
        code.endControlFlow();
    }

    private void writeCatch(Protection around, CodeBlock exception, String hint, boolean goOn) {
        code.nextControlFlow("catch ($L $L)", exception, failure);
        CodeBlock call = CodeBlock.of("$L.failed($L, $L, $L$L)", guard(around), permit, number(around), failure, hint);
        if (!around.retries()) {
            code.addStatement(call).addStatement("throw $L", failure);
            return;
        }
        code.addStatement("$L = $L", permit, call);
        code.beginControlFlow("if ($L == null)", permit);
        code.addStatement("throw $L", failure);
        code.endControlFlow();
        if (goOn) {
            code.addStatement("continue");
        }
    }

    private CodeBlock status(Protection around) {
        MethodModel.ResultStatus status = around.status();
        if (status == null) {
            return noStatus();
        }
        return status.nullSafe() || signature.returns().isPrimitive()
                ? CodeBlock.of("$L.status($L)", status.constant(), result)
                : CodeBlock.of("$1L == null ? $2L : $3L.status($1L)", result, noStatus(), status.constant());
    }

    /** The constant, or its value where a parameter hides what the constant's name begins with. */
    private CodeBlock noStatus() {
        boolean hidden = parameters.contains("dev") || parameters.contains(RuntimeNames.RATE_LIMIT_HINT.simpleName());
        return hidden ? CodeBlock.of("0 /* no status */") : CodeBlock.of("$T.NO_STATUS", RuntimeNames.RATE_LIMIT_HINT);
    }

    private String verdicts(Protection around) {
        if (!around.hasPredicate()) {
            return "";
        }
        return ", " + (around.retryResult() == null ? "false" : retry) + ", "
                + (around.failureResult() == null ? "false" : failed);
    }

    /** Without a loop there is only one attempt. */
    private String number(Protection around) {
        return around.retries() ? attempt : "1";
    }

    private String guard(Protection around) {
        return field(around.guard());
    }

    private CodeBlock call() {
        String arguments =
                signature.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        CodeBlock delegate = signature.receiver() == null
                ? CodeBlock.of("$L", field("delegate"))
                : CodeBlock.of("(($T) $L)", signature.receiver(), field("delegate"));
        return CodeBlock.of("$L.$L$L($L)", delegate, typeArguments(), signature.name(), arguments);
    }

    /** Always: compilers do not find out all of them. */
    private CodeBlock typeArguments() {
        CodeBlock names = signature.typeVariables().stream()
                .map(each -> CodeBlock.of("$L", each.name()))
                .collect(CodeBlock.joining(", ", "<", ">"));
        return signature.typeVariables().isEmpty() ? CodeBlock.of("") : names;
    }

    /** A field, with {@code this} where a parameter or a local variable hides it. */
    private String field(String name) {
        Set<String> variables = Set.of(permit, attempt, result, failure, retry, failed);
        return parameters.contains(name) || variables.contains(name) ? "this." + name : name;
    }
}
