package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.FallbackModel.Overload;
import dev.holdfast.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the calls of what answers for a method that has failed. */
final class FallbackWriter {

    private final MethodModel.Signature signature;
    private final CallWriter calls;
    private final FallbackModel model;
    private final String guard;
    private final String failure;
    private final UnaryOperator<CodeBlock> result;

    /**
     * Writes for one method.
     *
     * @param guard the guard
     * @param failure the variable with what it has failed with
     */
    FallbackWriter(
            MethodModel.Signature signature, CallWriter calls, FallbackModel model, String guard, String failure) {
        this(signature, calls, model, guard, failure, UnaryOperator.identity());
    }

    /**
     * Writes for one method that does not hand on what answers as it comes.
     *
     * @param guard the guard
     * @param failure the variable with what it has failed with
     * @param result makes of the call of what answers what is handed on
     */
    FallbackWriter(
            MethodModel.Signature signature,
            CallWriter calls,
            FallbackModel model,
            String guard,
            String failure,
            UnaryOperator<CodeBlock> result) {
        this.result = result;
        this.signature = signature;
        this.calls = calls;
        this.model = model;
        this.guard = guard;
        this.failure = failure;
    }

    /**
     * What is done about the failure.
     *
     * @param thrown the variable for what the fallback throws itself
     * @param returning makes of the call of what answers the statements that return its result
     */
    CodeBlock handler(String thrown, UnaryOperator<CodeBlock> returning) {
        return CodeBlock.builder()
                .beginControlFlow("if (!$L.fallsBack($L))", guard, failure)
                .addStatement("throw $L", failure)
                .endControlFlow()
                .beginControlFlow("try")
                .add(statements(returning))
                .nextControlFlow("catch ($T $L)", Throwable.class, thrown)
                .addStatement("$L.fallbackFailed($L, $L)", guard, failure, thrown)
                .addStatement("throw $L", thrown)
                .endControlFlow()
                .build();
    }

    /** Returns what the first fitting call returns, or makes it where there is nothing to return. */
    private CodeBlock statements(UnaryOperator<CodeBlock> returning) {
        List<Call> all = calls();
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < all.size() - 1; i++) {
            CodeBlock condition = CodeBlock.of(
                    "$L instanceof $T", failure, model.overloads().get(i).exception());
            if (i > 0 && signature.isVoid()) {
                code.nextControlFlow("else if ($L)", condition);
            } else {
                code.beginControlFlow("if ($L)", condition);
            }
            code.add(statement(all.get(i), returning));
            if (!signature.isVoid()) {
                code.endControlFlow();
            }
        }
        CodeBlock last = statement(all.get(all.size() - 1), returning);
        return signature.isVoid() && all.size() > 1
                ? code.nextControlFlow("else").add(last).endControlFlow().build()
                : code.add(last).build();
    }

    private CodeBlock statement(Call call, UnaryOperator<CodeBlock> returning) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!call.takesFailure()) {
            code.addStatement("$L.letGo($L)", guard, failure);
        }
        return (signature.isVoid() ? code.addStatement("$L", call.code()) : code.add(returning.apply(call.code())))
                .build();
    }

    /** A function from the failure. */
    CodeBlock lambda() {
        List<Call> all = calls();
        return all.size() == 1 && all.get(0).takesFailure()
                ? CodeBlock.of("$L -> $L", failure, all.get(0).code())
                : CodeBlock.of("$L -> {\n$>$L$<}", failure, statements(FallbackWriter::plainReturn));
    }

    /** Returns what a call returns. */
    static CodeBlock plainReturn(CodeBlock call) {
        return CodeBlock.builder().addStatement("return $L", call).build();
    }

    private List<Call> calls() {
        String name = model.name();
        if (name == null) {
            return List.of(new Call(result.apply(calls.call("fallback")), false));
        }
        List<Call> all = new ArrayList<>();
        for (Overload overload : model.overloads()) {
            CodeBlock code = CodeBlock.of("$L$L($L)", target(overload), name, arguments(overload));
            all.add(new Call(result.apply(code), overload.exception() != null));
        }
        return all;
    }

    private CodeBlock target(Overload overload) {
        CodeBlock types = overload.generic() ? typeArguments(overload) : CodeBlock.of("");
        if (overload.owner() != null) {
            return CodeBlock.of("$T.$L", overload.owner(), types);
        }
        if (overload.receiver() != null) {
            return CodeBlock.of("(($T) this).$L", overload.receiver(), types);
        }
        // Java takes an unqualified yield for a statement.
        boolean qualified = overload.generic() || "yield".equals(model.name());
        return qualified ? CodeBlock.of("this.$L", types) : CodeBlock.of("");
    }

    private CodeBlock typeArguments(Overload overload) {
        return overload.typeArguments().isEmpty()
                ? CodeBlock.of("$L", calls.typeArguments())
                : overload.typeArguments().stream()
                        .map(each -> CodeBlock.of("$T", each))
                        .collect(CodeBlock.joining(", ", "<", ">"));
    }

    private CodeBlock arguments(Overload overload) {
        if (overload.exception() == null) {
            return CodeBlock.of("$L", calls.arguments());
        }
        boolean any = overload.exception().toString().equals("java.lang.Throwable");
        return CodeBlock.of(
                "$L$L$L",
                calls.arguments(),
                calls.arguments().isEmpty() ? "" : ", ",
                any ? CodeBlock.of("$L", failure) : CodeBlock.of("($T) $L", overload.exception(), failure));
    }

    /**
     * A call of what answers.
     *
     * @param takesFailure whether it is given the failure, and with it what that holds
     */
    private record Call(CodeBlock code, boolean takesFailure) {}
}
