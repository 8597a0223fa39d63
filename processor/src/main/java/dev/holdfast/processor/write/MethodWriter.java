package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.RuntimeNames;
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
    private final String retry;
    private final String failed;
    private final String thrown;

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
        retry = calls.local("retry");
        failed = calls.local("failed");
        thrown = calls.local("thrown");
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
        code.nextControlFlow("catch ($T $L)", Throwable.class, failure)
                .add(new FallbackWriter(signature, calls, fallback, guard(around), failure).handler(thrown))
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
        code.addStatement("$L.succeeded($L$L)", guard(around), permit, isLetGoOf(around) ? ", " + result : "");
        if (!signature.isVoid()) {
            writeReturn();
        } else if (around.retries()) {
            code.addStatement("return");
        }
        writeCatches(around, false);
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
        code.beginControlFlow("try");
        code.addStatement("$L = $L", result, calls.call());
        if (around.retryResult() != null) {
            code.addStatement("$L = $L.test($L)", retry, around.retryResult(), result);
        }
        if (around.failureResult() != null) {
            code.addStatement("$L = $L.test($L)", failed, around.failureResult(), result);
        }
        code.beginControlFlow(
                "if ($L.$Laccepts($L, $L$L$L))",
                guard(around),
                headers(around).isEmpty() ? CodeBlock.of("") : typeRead(around),
                permit,
                status(around),
                verdicts(around),
                headers(around));
        writeReturn();
        code.endControlFlow();
        writeCatches(around, around.retries());
        MethodModel.ResultStatus status = around.status();
        CodeBlock refused = CodeBlock.of(
                "$L.$Lrefused($L, $L, $L, $L$L)",
                guard(around),
                typeRead(around),
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
        CodeBlock call = CodeBlock.of(
                "$L.$Lfailed($L, $L, $L$L$L)",
                guard(around),
                leftBehind(around).isEmpty() ? CodeBlock.of("") : typesRead(around, exception),
                permit,
                number(around),
                failure,
                hint.isEmpty() && isLeftBehind(around) ? ", null" : hint,
                leftBehind(around));
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
        return status == null
                ? noStatus()
                : CodeBlock.of("$L.$Lstatus($L, $L)", guard(around), typeRead(around), status.constant(), result);
    }

    /** Whether there may be a result that nobody gets, for a predicate has thrown something. */
    private boolean isLeftBehind(Protection around) {
        return around.hasPredicate() && holds();
    }

    /** Whether the result may hold something. The client itself is not let go of. */
    private boolean holds() {
        return !fluent && !signature.isVoid() && !signature.returns().isPrimitive();
    }

    private String leftBehind(Protection around) {
        MethodModel.ResultStatus status = around.status();
        return isLeftBehind(around) ? ", " + result + ", " + (status == null ? "null" : status.constant()) : "";
    }

    private static CodeBlock typesRead(Protection around, CodeBlock exception) {
        MethodModel.ResultStatus status = around.status();
        return status == null || status.read() == null
                ? CodeBlock.of("")
                : CodeBlock.of("<$L, $T>", exception, status.read());
    }

    /** A type argument, where it can't be inferred. */
    private static CodeBlock typeRead(Protection around) {
        MethodModel.ResultStatus status = around.status();
        return status == null || status.read() == null ? CodeBlock.of("") : CodeBlock.of("<$T>", status.read());
    }

    private String headers(Protection around) {
        MethodModel.ResultStatus status = around.status();
        boolean matters = (status != null && status.headers()) || isLetGoOf(around);
        return matters ? ", " + result + ", " + (status == null ? "null" : status.constant()) : "";
    }

    /** Whether the guard lets go of a result that comes too late: but not of the client itself, nor of what holds nothing. */
    private boolean isLetGoOf(Protection around) {
        return around.timed() && holds();
    }

    /** The constant, or its value where a parameter hides what the constant's name begins with. */
    private CodeBlock noStatus() {
        boolean hidden = calls.hasParameter("dev") || calls.hasParameter(RuntimeNames.RATE_LIMIT_HINT.simpleName());
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
        return calls.field(around.guard());
    }
}
