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
import dev.holdfast.processor.model.StreamModel;
import dev.holdfast.processor.model.StreamModel.Signals;
import dev.holdfast.processor.model.StreamModel.Subscription;
import dev.holdfast.processor.write.OneShotMethodWriter;
import dev.holdfast.processor.write.StreamClassWriter;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A library's type that brings any number of items: a row of the table below. A nested class is the stream, and the only code that
 * names the library. None of the libraries is on our class path.
 */
final class StreamKind extends ReturnKind {

    private static final String FLOW = "java.util.concurrent.Flow.";
    private static final String REACTIVE_STREAMS = "org.reactivestreams.";
    private static final String RX_2 = "io.reactivex.";
    private static final String RX_3 = "io.reactivex.rxjava3.";
    private static final String RX_SUBSCRIBE = "subscribeActual";
    private static final String SUBSCRIBE = "subscribe";

    private static final Subscription OF_REACTIVE_STREAMS =
            new Subscription(ClassName.bestGuess(REACTIVE_STREAMS + "Subscription"), true);
    private static final Subscription OF_FLOW = new Subscription(ClassName.bestGuess(FLOW + "Subscription"), true);

    static final List<String> PUBLISHERS = List.of(REACTIVE_STREAMS + "Publisher", FLOW + "Publisher");

    /** The table. */
    static final List<ReturnKind> ALL = List.of(
            new StreamKind(
                    "Reactor's Flux",
                    "reactor.core.CoreSubscriber",
                    new StreamModel(
                            ClassName.bestGuess("reactor.core.publisher.Flux"),
                            ClassName.bestGuess("reactor.core.publisher.Flux"),
                            false,
                            SUBSCRIBE,
                            ClassName.bestGuess("reactor.core.CoreSubscriber"),
                            ClassName.bestGuess("reactor.core.CoreSubscriber"),
                            Signals.USUAL,
                            OF_REACTIVE_STREAMS,
                            new StreamModel.Context(
                                    ClassName.bestGuess("reactor.util.context.Context"), "currentContext", null))),
            flowable("Flowable of RxJava 2 and 3", RX_3 + "core."),
            flowable("", RX_2),
            observable("Observable of RxJava 2 and 3", RX_3 + "core.", RX_3),
            observable("", RX_2, RX_2),
            new StreamKind(
                    "Mutiny's Multi",
                    FLOW + "Subscriber",
                    new StreamModel(
                            ClassName.bestGuess("io.smallrye.mutiny.Multi"),
                            ClassName.bestGuess("io.smallrye.mutiny.operators.AbstractMulti"),
                            false,
                            SUBSCRIBE,
                            ClassName.bestGuess("io.smallrye.mutiny.subscription.MultiSubscriber"),
                            ClassName.bestGuess("io.smallrye.mutiny.subscription.MultiSubscriber"),
                            new Signals("onItem", "onFailure", "onCompletion"),
                            OF_FLOW,
                            new StreamModel.Context(
                                    ClassName.bestGuess("io.smallrye.mutiny.Context"),
                                    "context",
                                    ClassName.bestGuess("io.smallrye.mutiny.subscription.ContextSupport")))),
            publisher("Publisher of Reactive Streams and of Flow", REACTIVE_STREAMS, OF_REACTIVE_STREAMS),
            publisher("", FLOW, OF_FLOW));

    private final String spoken;
    private final String subscriber;
    private final StreamModel stream;

    /**
     * A row.
     *
     * @param spoken what the type is called in messages; empty for one that is called like another
     * @param subscriber what the method that subscribes must take: a version of the library without that is refused
     * @param stream what the nested class names
     */
    private StreamKind(String spoken, String subscriber, StreamModel stream) {
        this.spoken = spoken;
        this.subscriber = subscriber;
        this.stream = stream;
    }

    private static StreamKind flowable(String spoken, String room) {
        return plain(
                spoken,
                room + "Flowable",
                false,
                ClassName.bestGuess(REACTIVE_STREAMS + "Subscriber"),
                ClassName.bestGuess(room + "FlowableSubscriber"),
                OF_REACTIVE_STREAMS);
    }

    private static StreamKind observable(String spoken, String room, String library) {
        ClassName observer = ClassName.bestGuess(room + "Observer");
        return plain(
                spoken,
                room + "Observable",
                false,
                observer,
                observer,
                new Subscription(ClassName.bestGuess(library + "disposables.Disposable"), false));
    }

    private static StreamKind publisher(String spoken, String room, Subscription subscription) {
        ClassName subscriber = ClassName.bestGuess(room + "Subscriber");
        return plain(spoken, room + "Publisher", true, subscriber, subscriber, subscription);
    }

    /** A row whose nested class is the stream itself, with the usual signals and no context. */
    private static StreamKind plain(
            String spoken,
            String type,
            boolean isInterface,
            ClassName subscriber,
            ClassName receiver,
            Subscription subscription) {
        ClassName stream = ClassName.bestGuess(type);
        return new StreamKind(
                spoken,
                receiver.canonicalName(),
                new StreamModel(
                        stream,
                        stream,
                        isInterface,
                        isInterface ? SUBSCRIBE : RX_SUBSCRIBE,
                        subscriber,
                        receiver,
                        Signals.USUAL,
                        subscription,
                        null));
    }

    @Override
    public List<String> types() {
        return List.of(stream.stream().canonicalName());
    }

    @Override
    public List<String> spoken() {
        return spoken.isEmpty() ? List.of() : List.of(spoken);
    }

    @Override
    public boolean isStream() {
        return true;
    }

    /** None: an item has no say in what becomes of the call. */
    @Override
    public TypeMirror answer(ApiMethod method, JavaTypes java) {
        return java.types().getNoType(TypeKind.VOID);
    }

    @Override
    public boolean failsWithAny() {
        return true;
    }

    @Override
    public boolean check(ApiMethod method, JavaTypes java, Problems problems) {
        boolean subscribes =
                ElementFilter.methodsIn(java.elements().getAllMembers(JavaTypes.element(method.returns()))).stream()
                        .anyMatch(each -> takesSubscriber(each, java));
        if (!subscribes) {
            problems.report(
                    MethodDiagnostic.ASYNC_METHOD_LACKS,
                    Position.of(method.element()),
                    method.element(),
                    method.returns(),
                    stream.stream().canonicalName(),
                    "subscribe(" + subscriber + ")");
        }
        return subscribes;
    }

    private boolean takesSubscriber(ExecutableElement method, JavaTypes java) {
        return method.getSimpleName().contentEquals(SUBSCRIBE)
                && method.getParameters().size() == 1
                && java.isNamed(method.getParameters().get(0).asType(), subscriber);
    }

    @Override
    public ReturnModel model(TypeMirror returns, Function<String, ClassName> nested, TypeNames types) {
        ClassName written = nested.apply("Guarded" + stream.stream().simpleName());
        return new LaterModel() {
            @Override
            public CodeBlock body(MethodModel method) {
                return new OneShotMethodWriter(
                                method,
                                stream.stream(),
                                written,
                                "return new $nested:T<>($guard:L, () -> $delegated:L, $answering:L);\n",
                                "$attempt:L")
                        .body();
            }

            @Override
            public List<TypeSpec> nestedClasses(boolean nullMarked) {
                return List.of(new StreamClassWriter(stream, written, nullMarked).type());
            }
        };
    }
}
