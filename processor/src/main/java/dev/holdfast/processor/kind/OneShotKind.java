package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.write.MonoClassWriter;
import dev.holdfast.processor.write.OneShotMethodWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A library's type that brings one answer, or none: a row of the table below. Generated code names the library only where the
 * user's signature does. None of the libraries is on our class path.
 */
final class OneShotKind extends ReturnKind {

    private static final String CANCEL = ",\n$call:N -> $call:N.cancel(true)$<$<);\n";

    /** What brings a call by RxJava 3, which does not cancel a stage by itself. */
    private static final String RX_3 = "return $type:T.using(\n$>$>() -> $guarded:L,\n"
            + "$call:N -> $type:T.fromCompletionStage($call:N)"
            + CANCEL;

    /** RxJava 2 knows no stages. */
    private static final String RX_2 = "return $type:T.using(\n$>$>() -> $guarded:L,\n"
            + "$call:N -> $type:T.create($emitter:N -> $call:N.whenComplete(($value:N, $failure:N) -> {\n$>"
            + "if ($failure:N != null) {\n$>$emitter:N.tryOnError($failure:N);\n$<}%s$<}))"
            + CANCEL;

    private static final String RX_2_EMPTY = " else if ($value:N == null) {\n$>$emitter:N.onComplete();\n$<}";
    private static final String RX_2_VALUE = " else {\n$>$emitter:N.onSuccess($value:N);\n$<}\n";
    private static final String RX_2_DONE = " else {\n$>$emitter:N.onComplete();\n$<}\n";

    private static final String RX_2_ATTEMPT = "$stages:T.<$disposable:T, $result:T>of(\n$>$>"
            + "$stage:N -> $attempt:L.subscribe(%s),\n$handle:N -> $handle:N.dispose()$<$<)";
    private static final String RX_2_BOTH = "$stage:N::complete, $stage:N::completeExceptionally";
    private static final String RX_2_NOTHING = "() -> $stage:N.complete(null)";

    /** The table. The members are those that generated code calls: a version of the library without them is refused. */
    static final List<ReturnKind> ALL = List.of(
            new OneShotKind(
                    "reactor.core.publisher.Mono",
                    "Reactor's Mono",
                    List.of("contextWrite", "toFuture"),
                    "return new $nested:T<>($guard:L, () -> $delegated:L, $answering:L);\n",
                    "$attempt:L"),
            new OneShotKind(
                    "io.reactivex.rxjava3.core.Single",
                    "Single of RxJava 2 and 3",
                    List.of("using", "fromCompletionStage", "toCompletionStage"),
                    RX_3,
                    "$attempt:L.toCompletionStage()"),
            new OneShotKind(
                    "io.reactivex.rxjava3.core.Maybe",
                    "Maybe of RxJava 2 and 3",
                    List.of("using", "fromCompletionStage", "toCompletionStage"),
                    RX_3,
                    "$attempt:L.toCompletionStage(null)"),
            new OneShotKind(
                    "io.reactivex.rxjava3.core.Completable",
                    "Completable of RxJava 2 and 3",
                    List.of("using", "fromCompletionStage", "toCompletionStage"),
                    RX_3,
                    "$attempt:L.toCompletionStage(null)"),
            new OneShotKind(
                    "io.reactivex.Single",
                    "",
                    List.of("using", "create", "subscribe"),
                    String.format(RX_2, RX_2_VALUE),
                    String.format(RX_2_ATTEMPT, RX_2_BOTH)),
            new OneShotKind(
                    "io.reactivex.Maybe",
                    "",
                    List.of("using", "create", "subscribe"),
                    String.format(RX_2, RX_2_EMPTY + RX_2_VALUE),
                    String.format(RX_2_ATTEMPT, RX_2_BOTH + ", " + RX_2_NOTHING)),
            new OneShotKind(
                    "io.reactivex.Completable",
                    "",
                    List.of("using", "create", "subscribe"),
                    String.format(RX_2, RX_2_DONE),
                    String.format(RX_2_ATTEMPT, RX_2_NOTHING + ", $stage:N::completeExceptionally")),
            new OneShotKind(
                    "io.smallrye.mutiny.Uni",
                    "Mutiny's Uni",
                    List.of("createFrom", "subscribe"),
                    "return $type:T.createFrom().context($context:N -> $type:T.createFrom().completionStage(() -> "
                            + "$guarded:L));\n",
                    "$attempt:L.subscribe().asCompletionStage($context:N)"),
            new OneShotKind(
                    "io.vertx.core.Future",
                    "Future of Vert.x",
                    List.of("fromCompletionStage", "toCompletionStage"),
                    "return $type:T.fromCompletionStage($guarded:L);\n",
                    "$attempt:L.toCompletionStage()"),
            new OneShotKind(
                    "com.google.common.util.concurrent.ListenableFuture",
                    "Guava's ListenableFuture",
                    List.of("addListener"),
                    """
                    $settable:T<$result:T> $answer:N = $settable:T.create();
                    $future:T<$result:T> $call:N = $guarded:L;
                    $call:N.whenComplete(($value:N, $failure:N) -> {
                    $>if ($failure:N != null) {
                    $>$answer:N.setException($failure:N);
                    $<} else {
                    $>$answer:N.set($value:N);
                    $<}
                    $<});
                    $answer:N.addListener(() -> $call:N.cancel(true), $executors:T.directExecutor());
                    return $answer:N;
                    """,
                    """
                    $stages:T.<$returns:T, $result:T>of(
                    $>$>$stage:N -> {
                    $>$returns:T $handle:N = $attempt:L;
                    $handle:N.addListener(() -> $stage:N.take($handle:N), $executors:T.directExecutor());
                    return $handle:N;
                    $<},
                    $handle:N -> $handle:N.cancel(true)$<$<)"""));

    private final String type;
    private final String spoken;
    private final List<String> members;
    private final String answer;
    private final String stage;

    /**
     * A row.
     *
     * @param type the library's type
     * @param spoken what it is called in messages; empty for one that is called like another
     * @param members what generated code calls of it
     * @param answer the body of a method, of the guarded call; or of a nested class, if it is worth one
     * @param stage how an attempt becomes a stage
     */
    private OneShotKind(String type, String spoken, List<String> members, String answer, String stage) {
        this.type = type;
        this.spoken = spoken;
        this.members = members;
        this.answer = answer;
        this.stage = stage;
    }

    @Override
    public List<String> types() {
        return List.of(type);
    }

    @Override
    public List<String> spoken() {
        return spoken.isEmpty() ? List.of() : List.of(spoken);
    }

    @Override
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        TypeMirror returns = method.returns();
        return JavaTypes.element(returns).getTypeParameters().isEmpty()
                ? java.elements().getTypeElement("java.lang.Void").asType()
                : StageKind.value(returns, java);
    }

    @Override
    public boolean failsWithAny() {
        return true;
    }

    @Override
    public boolean check(ApiMethod method, JavaTypes java, Problems problems) {
        List<String> missing = new ArrayList<>(members);
        ElementFilter.methodsIn(java.elements().getAllMembers(JavaTypes.element(method.returns())))
                .forEach(each -> missing.remove(each.getSimpleName().toString()));
        if (missing.isEmpty()) {
            return true;
        }
        problems.report(
                MethodDiagnostic.ASYNC_METHOD_LACKS,
                Position.of(method.element()),
                method.element(),
                method.returns(),
                type,
                missing.get(0));
        return false;
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        ClassName written = answer.contains("$nested:T") ? nested.apply("GuardedMono") : null;
        return new LaterModel() {
            @Override
            public CodeBlock body(MethodModel method) {
                return new OneShotMethodWriter(method, ClassName.bestGuess(type), written, answer, stage).body();
            }

            @Override
            public List<TypeSpec> nestedClasses(boolean nullMarked) {
                return written == null ? List.of() : List.of(new MonoClassWriter(written, nullMarked).type());
            }
        };
    }
}
