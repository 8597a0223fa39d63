package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.model.StreamModel;
import javax.lang.model.element.Modifier;

/** Writes the nested class that is a guarded stream: nothing but what names the library's types, the rest is the runtime's. */
public final class StreamClassWriter {

    private static final TypeVariableName VALUE = TypeVariableName.get("T");
    private static final TypeName ANY = WildcardTypeName.subtypeOf(ClassName.OBJECT);

    private final StreamModel model;
    private final ClassName name;
    private final TypeName stream;
    private final TypeName subscriber;
    private final TypeName attempts;
    private final TypeName fallback;

    /**
     * Writes for one generated class.
     *
     * @param name of the nested class
     * @param nullMarked whether unmarked types there are without null
     */
    public StreamClassWriter(StreamModel model, ClassName name, boolean nullMarked) {
        this.model = model;
        this.name = name;
        stream = ParameterizedTypeName.get(model.stream(), WildcardTypeName.subtypeOf(VALUE));
        subscriber = ParameterizedTypeName.get(model.subscriber(), WildcardTypeName.supertypeOf(VALUE));
        TypeName attempt = WildcardTypeName.subtypeOf(stream);
        attempts = ParameterizedTypeName.get(RuntimeNames.runtime("CheckedSupplier"), attempt, ANY);
        fallback = RuntimeNames.nullable(
                ParameterizedTypeName.get(
                        RuntimeNames.runtime("CheckedFunction"), ClassName.get(Throwable.class), attempt, ANY),
                nullMarked);
    }

    public TypeSpec type() {
        TypeName parent = ParameterizedTypeName.get(model.parent(), VALUE);
        TypeSpec.Builder type = NestedClasses.guarded(name, VALUE, attempts, fallback)
                .addJavadoc(
                        "$L $L with the policies of the method that returns it: each subscription is a call.\n",
                        model.stream().simpleName().startsWith("O") ? "An" : "A",
                        model.stream().simpleName())
                .addMethod(subscribe());
        return (model.isInterface() ? type.addSuperinterface(parent) : type.superclass(parent))
                .addType(call())
                .build();
    }

    private MethodSpec subscribe() {
        boolean open = model.subscribe().equals("subscribe");
        MethodSpec.Builder method = NestedClasses.override(
                        model.subscribe(), open ? Modifier.PUBLIC : Modifier.PROTECTED)
                .addParameter(subscriber, "subscriber")
                .addStatement("Call call = new Call(subscriber)");
        if (!model.subscription().demands()) {
            method.addStatement("call.request(Long.MAX_VALUE)");
        }
        return method.addStatement("subscriber.onSubscribe(call)")
                .addStatement("call.begin()")
                .build();
    }

    private TypeSpec call() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Call")
                .addJavadoc("One call: what its subscriber holds.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeNames.GUARDED_STREAM, stream))
                .addSuperinterface(model.subscription().type())
                .addField(subscriber, "subscriber", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(subscriber, "subscriber")
                        .addStatement("super(guard, attempts, fallback)")
                        .addStatement("this.subscriber = subscriber")
                        .build())
                .addMethod(NestedClasses.override("subscribe", Modifier.PROTECTED)
                        .addParameter(stream, "stream")
                        .returns(RuntimeNames.GUARDED_STREAM.nestedClass("Attempt"))
                        .addStatement("Receiver receiver = new Receiver()")
                        .addStatement("stream.subscribe(receiver)")
                        .addStatement("return receiver")
                        .build())
                .addMethod(NestedClasses.override("fail", Modifier.PROTECTED)
                        .addParameter(Throwable.class, "failure")
                        .addStatement("subscriber.$L(failure)", model.signals().failure())
                        .build())
                .addMethod(NestedClasses.override("complete", Modifier.PROTECTED)
                        .addStatement("subscriber.$L()", model.signals().completion())
                        .build());
        if (!model.subscription().demands()) {
            type.addMethod(NestedClasses.override("dispose", Modifier.PUBLIC)
                            .addStatement("cancel()")
                            .build())
                    .addMethod(NestedClasses.override("isDisposed", Modifier.PUBLIC)
                            .returns(TypeName.BOOLEAN)
                            .addStatement("return isCancelled()")
                            .build());
        }
        return type.addType(receiver()).build();
    }

    private TypeSpec receiver() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Receiver")
                .addJavadoc("Receives what one attempt brings.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(RuntimeNames.GUARDED_STREAM.nestedClass("Attempt"))
                .addSuperinterface(ParameterizedTypeName.get(model.receiver(), VALUE))
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement("super(Call.this)")
                        .build())
                .addMethod(NestedClasses.override("onSubscribe", Modifier.PUBLIC)
                        .addParameter(model.subscription().type(), "attempt")
                        .addStatement(
                                model.subscription().demands()
                                        ? "begun(n -> attempt.request(n), () -> attempt.cancel())"
                                        : "begun(n -> {}, () -> attempt.dispose())")
                        .build())
                .addMethod(NestedClasses.override(model.signals().item(), Modifier.PUBLIC)
                        .addParameter(VALUE, "item")
                        .beginControlFlow("if (itemArrives())")
                        .addStatement("subscriber.$L(item)", model.signals().item())
                        .addStatement("itemPassed()")
                        .endControlFlow()
                        .build())
                .addMethod(NestedClasses.override(model.signals().failure(), Modifier.PUBLIC)
                        .addParameter(Throwable.class, "failure")
                        .addStatement("failed(failure)")
                        .build())
                .addMethod(NestedClasses.override(model.signals().completion(), Modifier.PUBLIC)
                        .addStatement("completed()")
                        .build());
        StreamModel.Context context = model.context();
        if (context == null) {
            return type.build();
        }
        MethodSpec.Builder method =
                NestedClasses.override(context.method(), Modifier.PUBLIC).returns(context.type());
        ClassName support = context.support();
        if (support == null) {
            method.addStatement("return subscriber.$L()", context.method());
        } else {
            type.addSuperinterface(support);
            method.beginControlFlow("if (subscriber instanceof $T)", support)
                    .addStatement("return (($T) subscriber).$L()", support, context.method())
                    .endControlFlow()
                    .addStatement("return $T.empty()", context.type());
        }
        return type.addMethod(method.build()).build();
    }
}
