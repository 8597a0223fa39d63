package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a method that returns a library's type for one answer: each subscription is a guarded call of stages, and
 * two pieces of code turn attempts into stages and the call into the library's type.
 */
public final class OneShotMethodWriter {

    private static final Pattern LOCAL = Pattern.compile("\\$(\\w+):N");

    private final MethodModel.Signature signature;
    private final MethodModel.Protection protection;
    private final CallWriter calls;
    private final String answer;
    private final String stage;
    private final Map<String, Object> names = new HashMap<>();

    /**
     * Writes a protected method.
     *
     * @param type what it returns
     * @param nested the nested class that the statements name; or null
     * @param answer the method's statements, with {@code $guarded:L} for the call
     * @param stage the expression for the stage of an attempt, with {@code $attempt:L} for the call of the delegate
     */
    public OneShotMethodWriter(
            MethodModel method, ClassName type, @Nullable ClassName nested, String answer, String stage) {
        this.signature = method.signature();
        this.protection = Objects.requireNonNull(method.protection());
        this.calls = new CallWriter(signature);
        this.answer = answer;
        this.stage = stage;
        Matcher locals = LOCAL.matcher(answer + stage);
        while (locals.find()) {
            names.computeIfAbsent(locals.group(1), calls::local);
        }
        names.put("type", type);
        names.put("nested", nested == null ? type : nested);
        names.put("returns", signature.returns());
        names.put("result", result(signature.returns()));
        names.put("future", CompletableFuture.class);
        names.put("stages", RuntimeNames.generated("AttemptStage"));
        names.put("disposable", ClassName.get("io.reactivex.disposables", "Disposable"));
        names.put("settable", type.peerClass("SettableFuture"));
        names.put("executors", type.peerClass("MoreExecutors"));
    }

    private static TypeName result(TypeName returns) {
        if (!(returns instanceof ParameterizedTypeName type)) {
            return ClassName.OBJECT;
        }
        TypeName argument = type.typeArguments().get(0);
        return argument instanceof WildcardTypeName wildcard
                ? wildcard.upperBounds().get(0)
                : argument;
    }

    public CodeBlock body() {
        FallbackModel fallback = protection.fallback();
        String reason = calls.local("reason");
        String guard = calls.field(protection.guard());
        CodeBlock.Builder guarded = CodeBlock.builder().add("$L.call(\n$>$>() -> $L", guard, stage(calls.call()));
        CodeBlock answering = CodeBlock.of("null");
        if (fallback != null) {
            answering = new FallbackWriter(signature, calls, fallback, guard, reason, this::stage).lambda();
            guarded.add(",\n$L", answering);
        }
        names.put("guarded", guarded.add("$<$<)").build());
        names.put("guard", guard);
        names.put("delegated", stage(calls.call()));
        names.put("answering", answering);
        return CodeBlock.builder().addNamed(answer, names).build();
    }

    private CodeBlock stage(CodeBlock attempt) {
        Map<String, Object> all = new HashMap<>(names);
        all.put("attempt", attempt);
        return CodeBlock.builder().addNamed(stage, all).build();
    }
}
