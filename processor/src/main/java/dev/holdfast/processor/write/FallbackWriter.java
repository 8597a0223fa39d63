package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.FallbackModel.Overload;
import dev.holdfast.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the calls of what answers for a method that has failed. */
final class FallbackWriter {

    private static final ClassName UNIT = ClassName.get("kotlin", "Unit");

    private final MethodModel.Signature signature;
    private final CallWriter calls;
    private final FallbackModel model;
    private final String guard;
    private final String failure;
    private final UnaryOperator<CodeBlock> result;

    /** The variable with the client, where {@code this} is another object; or empty. */
    private String self = "";

    /** The variable with the continuation of a suspend function; or empty. */
    private String continuation = "";

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
     * Answers for a suspend function, within the object that is its call.
     *
     * @param client the variable with the client
     * @param resumed the variable with what goes on with the answer
     */
    FallbackWriter suspending(String client, String resumed) {
        self = client;
        continuation = resumed;
        return this;
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
    CodeBlock statements() {
        return statements(FallbackWriter::plainReturn);
    }

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
        if (signature.isVoid() || call.nothing()) {
            code.addStatement("$L", call.code());
        } else {
            code.add(returning.apply(call.code()));
        }
        return call.nothing() ? code.addStatement("return $T.INSTANCE", UNIT).build() : code.build();
    }

    /** A function from the failure. */
    CodeBlock lambda() {
        List<Call> all = calls();
        return all.size() == 1 && all.get(0).takesFailure()
                ? CodeBlock.of("$L -> $L", failure, all.get(0).code())
                : CodeBlock.of("$L -> {\n$>$L$<}", failure, statements());
    }

    /** Returns what a call returns. */
    static CodeBlock plainReturn(CodeBlock call) {
        return CodeBlock.builder().addStatement("return $L", call).build();
    }

    private List<Call> calls() {
        String name = model.name();
        if (name == null) {
            return List.of(new Call(result.apply(calls.call("fallback")), false, false));
        }
        List<Call> all = new ArrayList<>();
        for (Overload overload : model.overloads()) {
            CodeBlock code = CodeBlock.of("$L$L($L)", target(overload), name, arguments(overload));
            boolean nothing = !continuation.isEmpty() && overload.nothing();
            all.add(new Call(result.apply(code), overload.exception() != null, nothing));
        }
        return all;
    }

    private CodeBlock target(Overload overload) {
        CodeBlock types = overload.generic() ? typeArguments(overload) : CodeBlock.of("");
        if (overload.owner() != null) {
            return CodeBlock.of("$T.$L", overload.owner(), types);
        }
        if (overload.receiver() != null) {
            return CodeBlock.of("(($T) $L).$L", overload.receiver(), self.isEmpty() ? "this" : self, types);
        }
        if (!self.isEmpty()) {
            return CodeBlock.of("$L.$L", self, types);
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
        List<CodeBlock> all = new ArrayList<>();
        String passed = continuation.isEmpty()
                ? calls.arguments()
                : calls.arguments(signature.parameters().size() - 1);
        if (!passed.isEmpty()) {
            all.add(CodeBlock.of("$L", passed));
        }
        TypeName exception = overload.exception();
        if (exception != null) {
            boolean any = exception.toString().equals("java.lang.Throwable");
            all.add(any ? CodeBlock.of("$L", failure) : CodeBlock.of("($T) $L", exception, failure));
        }
        if (overload.suspends()) {
            all.add(CodeBlock.of("$L", continuation));
        }
        return CodeBlock.join(all, ", ");
    }

    /**
     * A call of what answers.
     *
     * @param takesFailure whether it is given the failure, and with it what that holds
     * @param nothing whether it returns nothing to a caller that expects Kotlin's Unit
     */
    private record Call(CodeBlock code, boolean takesFailure, boolean nothing) {}
}
