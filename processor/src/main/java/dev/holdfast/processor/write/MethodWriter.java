package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of one method: the loop stands in the method, all decisions are the guard's. On the way that a successful
 * call takes there is no lambda and nothing is allocated.
 */
public final class MethodWriter {

    private final MethodModel.Signature signature;
    private final boolean fluent;
    private final @Nullable Protection protection;
    private final CallWriter calls;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final String permit;
    private final String attempt;
    private final String result;
    private final String failure;
    private final String status;
    private final String retry;
    private final String failed;
    private final String finalFailure;
    private final String fallbackFailure;

    /** Writes the body of a method of any kind. */
    static CodeBlock write(MethodModel method) {
        Protection protection = method.protection();
        return protection == null
                ? new MethodWriter(method).body()
                : protection.returned().body(method);
    }

    /** Writes a method that returns its answer itself, or is not protected. */
    public MethodWriter(MethodModel method) {
        signature = method.signature();
        fluent = method.fluent();
        protection = method.protection();
        calls = new CallWriter(signature);
        permit = calls.local("permit");
        attempt = calls.local("attempt");
        result = calls.local("result");
        failure = calls.local("failure");
        status = calls.local("status");
        retry = calls.local("retry");
        failed = calls.local("failed");
        finalFailure = calls.local("finalFailure");
        fallbackFailure = calls.local("fallbackFailure");
    }

    public CodeBlock body() {
        Protection around = protection;
        FallbackModel fallback = around == null ? null : around.fallback();
        if (around == null) {
            writeBare();
        } else if (fallback == null) {
            writeGuarded(around);
        } else {
            writeWithFallback(around, fallback);
        }
        return code.build();
    }

    /** What answers for the failure that the caller would get. */
    private void writeWithFallback(Protection around, FallbackModel fallback) {
        code.beginControlFlow("try");
        if (around.onlyFallback()) {
            writeBare();
        } else {
            writeGuarded(around);
        }
        code.nextControlFlow("catch ($T $L)", Throwable.class, finalFailure)
                .add(new FallbackWriter(signature, calls, fallback, guard(around), finalFailure)
                        .handler(fallbackFailure))
                .endControlFlow();
    }

    private void writeGuarded(Protection around) {
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
    }

    private void writeBare() {
        if (fluent) {
            code.addStatement("$T $L = $L", signature.returns(), result, calls.call());
            writeReturn();
        } else {
            code.addStatement(signature.isVoid() ? "$L" : "return $L", calls.call());
        }
    }

    /** A delegate that returns itself would hand out what is not protected. */
    private void writeReturn() {
        if (fluent) {
            code.addStatement("return $1L == $2L ? this : $1L", result, calls.field("delegate"));
        } else {
            code.addStatement("return $L", result);
        }
    }

    /** Any result is a success. */
    private void writePlain(Protection around) {
        code.beginControlFlow("try");
        if (signature.isVoid()) {
            code.addStatement("$L", calls.call());
        } else {
            code.addStatement("$T $L = $L", signature.returns(), result, calls.call());
        }
        writeSuccess(around);
        if (!signature.isVoid()) {
            writeReturn();
        } else if (around.retries()) {
            code.addStatement("return");
        }
        writeCatch(around, false);
    }

    /** The result may be a failure or a reason to try again. */
    private void writeWithVerdict(Protection around) {
        code.addStatement("$T $L$L", signature.returns(), result, isLeftBehind(around) ? " = null" : "");
        if (around.retryResult() != null) {
            code.addStatement("boolean $L", retry);
        }
        if (around.failureResult() != null) {
            code.addStatement("boolean $L", failed);
        }
        if (around.status() != null) {
            code.addStatement("int $L", status);
        }
        code.beginControlFlow("try");
        code.addStatement("$L = $L", result, calls.call());
        if (around.retryResult() != null) {
            code.addStatement("$L = $L.test($L)", retry, around.retryResult(), result);
        }
        if (around.failureResult() != null) {
            code.addStatement("$L = $L.test($L)", failed, around.failureResult(), result);
        }
        writeAcceptance(around);
        writeCatch(around, around.retries());
        CodeBlock refused = refused(around);
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

    /** Returns a result to which neither a predicate nor its status objects. */
    private void writeAcceptance(Protection around) {
        List<CodeBlock> conditions = new ArrayList<>();
        if (around.retryResult() != null) {
            conditions.add(CodeBlock.of("!$L", retry));
        }
        if (around.failureResult() != null) {
            conditions.add(CodeBlock.of("!$L", failed));
        }
        MethodModel.ResultStatus read = around.status();
        if (read != null) {
            code.addStatement(
                    "$L = $L.$Lstatus($L, $L)", status, guard(around), typeRead(read), read.constant(), result);
            conditions.add(accepts(around, read));
        }
        code.beginControlFlow("if ($L)", CodeBlock.join(conditions, " && "));
        if (read == null) {
            writeSuccess(around);
        }
        writeReturn();
        code.endControlFlow();
    }

    private CodeBlock accepts(Protection around, MethodModel.ResultStatus read) {
        return read.headers() || isLetGoOf(around)
                ? CodeBlock.of(
                        "$L.$Laccepts($L, $L, $L, $L)",
                        guard(around),
                        typeRead(read),
                        permit,
                        status,
                        result,
                        read.constant())
                : CodeBlock.of("$L.accepts($L, $L)", guard(around), permit, status);
    }

    private void writeSuccess(Protection around) {
        code.addStatement("$L.succeeded($L$L)", guard(around), permit, isLetGoOf(around) ? ", " + result : "");
    }

    private CodeBlock refused(Protection around) {
        boolean mayRetry = around.retryResult() != null;
        boolean mayFail = around.failureResult() != null;
        return CodeBlock.of(
                "$L.$L($L, $L, $L, $L$L$L)",
                guard(around),
                mayRetry == mayFail ? "refused" : mayRetry ? "refusedWithRetry" : "refusedWithFailure",
                permit,
                number(around),
                around.status() == null
                        ? CodeBlock.of("$T.NO_STATUS", RuntimeNames.RATE_LIMIT_HINT)
                        : CodeBlock.of("$L", status),
                result,
                mayRetry ? ", " + retry : "",
                mayFail ? ", " + failed : "");
    }

    private void writeCatch(Protection around, boolean goOn) {
        code.nextControlFlow("catch ($T $L)", Throwable.class, failure);
        CodeBlock call = CodeBlock.of(
                "$L.$L($L, $L, $L$L)",
                guard(around),
                isLeftBehind(around) ? "failedWithResult" : "failed",
                permit,
                number(around),
                failure,
                isLeftBehind(around) ? ", " + result : "");
        if (around.retries()) {
            code.addStatement("$L = $L", permit, call);
            code.beginControlFlow("if ($L == null)", permit);
            code.addStatement("throw $L", failure);
            code.endControlFlow();
        } else {
            code.addStatement(call).addStatement("throw $L", failure);
        }
        if (goOn) {
            code.addStatement("continue");
        }
        code.endControlFlow();
    }

    /** Whether there may be a result that nobody gets, for a predicate has thrown something. */
    private boolean isLeftBehind(Protection around) {
        return around.hasPredicate() && holds();
    }

    /** Whether the result may hold something. The client itself is not let go of. */
    private boolean holds() {
        return !fluent && !signature.isVoid() && !signature.returns().isPrimitive();
    }

    /** A type argument, where it can't be inferred. */
    private static CodeBlock typeRead(MethodModel.ResultStatus read) {
        return read.read() == null ? CodeBlock.of("") : CodeBlock.of("<$T>", read.read());
    }

    /** Whether the guard lets go of a result that comes too late: but not of the client itself, nor of what holds nothing. */
    private boolean isLetGoOf(Protection around) {
        return around.timed() && holds();
    }

    /** Without a loop there is only one attempt. */
    private String number(Protection around) {
        return around.retries() ? attempt : "1";
    }

    private String guard(Protection around) {
        return calls.field(around.guard());
    }
}
