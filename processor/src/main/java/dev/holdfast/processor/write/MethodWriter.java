package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.HandedOut;
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

    private static final ClassName THROWABLE = ClassName.get(Throwable.class);

    private final MethodModel.Signature signature;
    private final boolean fluent;
    private final @Nullable HandedOut handedOut;
    private final @Nullable Protection protection;
    private final CallWriter calls;
    private final Lines code = new Lines();
    private final String permit;
    private final String attempt;
    private final String result;
    private final String failure;
    private final String status;
    private final String retry;
    private final String failed;
    private final String finalFailure;
    private final String fallbackFailure;
    private final String known;

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
        handedOut = method.handedOut();
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
        known = handedOut == null || handedOut.cache() == null ? "" : calls.local("known");
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
        code.open("try");
        if (around.onlyFallback()) {
            writeBare();
        } else {
            writeGuarded(around);
        }
        code.next("catch (", THROWABLE, " " + finalFailure + ")")
                .block(new FallbackWriter(signature, calls, fallback, guard(around), finalFailure)
                        .handler(fallbackFailure, this::fallbackReturn))
                .close();
    }

    private void writeGuarded(Protection around) {
        code.add(RuntimeNames.PERMIT, " " + permit + " = " + guard(around) + ".begin();");
        if (around.retries()) {
            code.open("for (int " + attempt + " = 1; ; " + attempt + "++)");
        }
        if (around.looksAtResult()) {
            writeWithVerdict(around);
        } else {
            writePlain(around);
        }
        if (around.retries()) {
            code.close();
        }
    }

    private void writeBare() {
        if (fluent || handedOut != null) {
            code.add(signature.returns(), " " + result + " = ", calls.callParts(), ";");
            writeReturn();
        } else {
            code.add(signature.isVoid() ? "" : "return ", calls.callParts(), ";");
        }
    }

    /** What a fallback returns is protected too where the method is declared to return the class that does that. */
    private CodeBlock fallbackReturn(CodeBlock call) {
        HandedOut client = handedOut;
        return client == null || !client.replaces()
                ? FallbackWriter.plainReturn(call)
                : CodeBlock.builder()
                        .addStatement("$T $L = $L", signature.returns(), result, call)
                        .addStatement("return $L == null ? null : $L", result, creation(client))
                        .build();
    }

    /** A delegate that returns itself would hand out what is not protected. */
    private void writeReturn() {
        HandedOut client = handedOut;
        if (client != null) {
            writeReturn(client);
            return;
        }
        code.add(
                fluent
                        ? "return " + result + " == " + calls.field("delegate") + " ? this : " + result + ";"
                        : "return " + result + ";");
    }

    private void writeReturn(HandedOut client) {
        if (fluent) {
            code.open("if (" + result + " == " + calls.field("delegate") + ")")
                    .add("return this;")
                    .close();
        }
        CodeBlock creation = creation(client);
        if (client.cache() == null) {
            code.add("return " + (client.nullable() ? result + " == null ? null : " : ""), creation, ";");
            return;
        }
        String cache = calls.field(client.cache());
        code.add(client.used(), " " + known + " = " + cache + ";");
        code.open("if (" + known + " == null || " + known + ".delegate != " + result + ")")
                .add(known + " = " + result + " == null ? null : ", creation, ";")
                .add(cache + " = " + known + ";")
                .close();
        code.add("return " + known + ";");
    }

    /** A client that protects the result. */
    private CodeBlock creation(HandedOut client) {
        return client.wrapper() != null
                ? CodeBlock.of("$L($L)", client.wrapper(), result)
                : CodeBlock.of(
                        "new $T$L($L, $L)",
                        client.type(),
                        client.generic() ? "<>" : "",
                        result,
                        calls.field(FamilyModel.SHARED));
    }

    /** Any result is a success. */
    private void writePlain(Protection around) {
        code.open("try");
        if (signature.isVoid()) {
            code.add(calls.callParts(), ";");
        } else {
            code.add(signature.returns(), " " + result + " = ", calls.callParts(), ";");
        }
        writeSuccess(around);
        if (!signature.isVoid()) {
            writeReturn();
        } else if (around.retries()) {
            code.add("return;");
        }
        writeCatch(around, false);
    }

    /** The result may be a failure or a reason to try again. */
    private void writeWithVerdict(Protection around) {
        code.add(signature.returns(), " " + result + (isLeftBehind(around) ? " = null;" : ";"));
        if (around.retryResult() != null) {
            code.add("boolean " + retry + ";");
        }
        if (around.failureResult() != null) {
            code.add("boolean " + failed + ";");
        }
        if (around.status() != null) {
            code.add("int " + status + ";");
        }
        code.open("try");
        code.add(result + " = ", calls.callParts(), ";");
        if (around.retryResult() != null) {
            code.add(retry + " = " + around.retryResult() + ".test(" + result + ");");
        }
        if (around.failureResult() != null) {
            code.add(failed + " = " + around.failureResult() + ".test(" + result + ");");
        }
        writeAcceptance(around);
        writeCatch(around, around.retries());
        if (!around.retries()) {
            writeRefusal(around, "");
            writeReturn();
            return;
        }
        writeRefusal(around, permit + " = ");
        code.open("if (" + permit + " == null)");
        writeReturn();
        code.close();
    }

    /** Returns a result to which neither a predicate nor its status objects. */
    private void writeAcceptance(Protection around) {
        List<String> conditions = new ArrayList<>();
        if (around.retryResult() != null) {
            conditions.add("!" + retry);
        }
        if (around.failureResult() != null) {
            conditions.add("!" + failed);
        }
        MethodModel.ResultStatus read = around.status();
        if (read != null) {
            code.add(status + " = " + guard(around) + ".status(" + read.constant() + ", " + result + ");");
            String more = read.headers() || isLetGoOf(around) ? ", " + result + ", " + read.constant() : "";
            conditions.add(guard(around) + ".accepts(" + permit + ", " + status + more + ")");
        }
        code.open("if (" + String.join(" && ", conditions) + ")");
        if (read == null) {
            writeSuccess(around);
        }
        writeReturn();
        code.close();
    }

    private void writeSuccess(Protection around) {
        code.add(guard(around) + ".succeeded(" + permit + (isLetGoOf(around) ? ", " + result : "") + ");");
    }

    private void writeRefusal(Protection around, String assignment) {
        boolean mayRetry = around.retryResult() != null;
        boolean mayFail = around.failureResult() != null;
        String method = mayRetry == mayFail ? "refused" : mayRetry ? "refusedWithRetry" : "refusedWithFailure";
        code.add(assignment + guard(around) + "." + method + "(" + permit + ", " + number(around) + ", "
                + (around.status() == null ? "" : status + ", ") + result
                + (mayRetry ? ", " + retry : "") + (mayFail ? ", " + failed : "") + ");");
    }

    private void writeCatch(Protection around, boolean goOn) {
        code.next("catch (", THROWABLE, " " + failure + ")");
        String call = guard(around) + "." + (isLeftBehind(around) ? "failedWithResult" : "failed") + "(" + permit + ", "
                + number(around) + ", " + failure + (isLeftBehind(around) ? ", " + result : "") + ");";
        if (around.retries()) {
            code.add(permit + " = " + call);
            code.open("if (" + permit + " == null)");
            code.add("throw " + failure + ";");
            code.close();
        } else {
            code.add(call).add("throw " + failure + ";");
        }
        if (goOn) {
            code.add("continue;");
        }
        code.close();
    }

    /** Whether there may be a result that nobody gets, for a predicate has thrown something. */
    private boolean isLeftBehind(Protection around) {
        return around.hasPredicate() && holds();
    }

    /** Whether the result may hold something. The client itself is not let go of. */
    private boolean holds() {
        return !fluent
                && (handedOut == null || handedOut.wrapper() == null)
                && !signature.isVoid()
                && !signature.returns().isPrimitive();
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
        return calls.guard(around);
    }
}
