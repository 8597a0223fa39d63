package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class that is a guarded Mono. It subscribes to the first attempt itself, and leaves all else to the guard:
 * so a call that succeeds at once costs one small object and no future.
 */
public final class MonoClassWriter {

    private static final TypeVariableName VALUE = TypeVariableName.get("T");
    private static final ClassName MONO = ClassName.get("reactor.core.publisher", "Mono");
    private static final ClassName OPERATORS = ClassName.get("reactor.core.publisher", "Operators");
    private static final ClassName CONTEXT = ClassName.get("reactor.util.context", "Context");
    private static final ClassName SUBSCRIPTION = ClassName.get("org.reactivestreams", "Subscription");
    private static final ClassName SUBSCRIBER = ClassName.get("reactor.core", "CoreSubscriber");
    private static final TypeName ANY = WildcardTypeName.subtypeOf(ClassName.OBJECT);
    private static final TypeName ATTEMPT =
            WildcardTypeName.subtypeOf(ParameterizedTypeName.get(MONO, WildcardTypeName.subtypeOf(VALUE)));
    private static final TypeName FUTURE = ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), VALUE);
    private static final TypeName DOWNSTREAM =
            ParameterizedTypeName.get(SUBSCRIBER, WildcardTypeName.supertypeOf(VALUE));
    private static final TypeName ATTEMPTS =
            ParameterizedTypeName.get(RuntimeNames.runtime("CheckedSupplier"), ATTEMPT, ANY);
    private static final TypeName FALLBACK = ParameterizedTypeName.get(
            RuntimeNames.runtime("CheckedFunction"), ClassName.get(Throwable.class), ATTEMPT, ANY);

    private final ClassName name;
    private final boolean nullMarked;

    /**
     * Writes for one generated class.
     *
     * @param name of the nested class
     * @param nullMarked whether unmarked types there are without null
     */
    public MonoClassWriter(ClassName name, boolean nullMarked) {
        this.name = name;
        this.nullMarked = nullMarked;
    }

    public TypeSpec type() {
        return NestedClasses.guarded(name, VALUE, ATTEMPTS, nullable(FALLBACK))
                .addJavadoc("A Mono with the policies of the method that returns it: each subscription is a call.\n")
                .superclass(ParameterizedTypeName.get(MONO, VALUE))
                .addMethod(method("subscribe")
                        .addParameter(DOWNSTREAM, "subscriber")
                        .addStatement("subscriber.onSubscribe(new Call(subscriber))")
                        .build())
                .addMethod(follow())
                .addType(call())
                .build();
    }

    private MethodSpec follow() {
        return MethodSpec.methodBuilder("follow")
                .addJavadoc("Goes on after a first attempt that is not accepted, or makes it where it has to wait.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(nullable(RuntimeNames.PERMIT), "permit")
                .addParameter(nullable(FUTURE), "first")
                .addParameter(nullable(ClassName.get(Throwable.class)), "failure")
                .addParameter(CONTEXT, "context")
                .returns(FUTURE)
                .addStatement("$T answer = fallback", nullable(FALLBACK))
                .beginControlFlow("if (answer == null)")
                .addCode("""
                        return guard.follow(permit, first, failure,
                                () -> attempts.get().contextWrite(context).toFuture());
                        """)
                .endControlFlow()
                .addCode("""
                        return guard.follow(permit, first, failure,
                                () -> attempts.get().contextWrite(context).toFuture(),
                                reason -> answer.apply(reason).contextWrite(context).toFuture());
                        """)
                .build();
    }

    private TypeSpec call() {
        return TypeSpec.classBuilder("Call")
                .addJavadoc("One call. Its first attempt begins when there is demand for its answer.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(SUBSCRIBER, VALUE))
                .addSuperinterface(SUBSCRIPTION)
                .addField(DOWNSTREAM, "subscriber", Modifier.PRIVATE, Modifier.FINAL)
                .addField(nullable(RuntimeNames.PERMIT), "permit", Modifier.PRIVATE)
                .addField(nullable(ClassName.OBJECT), "running", Modifier.PRIVATE, Modifier.VOLATILE)
                .addField(TypeName.BOOLEAN, "cancelled", Modifier.PRIVATE, Modifier.VOLATILE)
                .addField(TypeName.BOOLEAN, "begun", Modifier.PRIVATE)
                .addField(TypeName.BOOLEAN, "answered", Modifier.PRIVATE)
                .addField(TypeName.BOOLEAN, "followed", Modifier.PRIVATE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(DOWNSTREAM, "subscriber")
                        .addStatement("this.subscriber = subscriber")
                        .build())
                .addMethod(method("currentContext")
                        .returns(CONTEXT)
                        .addStatement("return subscriber.currentContext()")
                        .build())
                .addMethod(method("request")
                        .addParameter(TypeName.LONG, "n")
                        .beginControlFlow("if (begun || !$T.validate(n))", OPERATORS)
                        .addStatement("return")
                        .endControlFlow()
                        .addStatement("begun = true")
                        .addStatement("permit = guard.quickPermit()")
                        .beginControlFlow("if (permit == null)")
                        .addStatement("follow(null, null)")
                        .addStatement("return")
                        .endControlFlow()
                        .addStatement("$T attempt", ParameterizedTypeName.get(MONO, WildcardTypeName.subtypeOf(VALUE)))
                        .beginControlFlow("try")
                        .addStatement(
                                "attempt = $T.requireNonNull(attempts.get(), $S)",
                                Objects.class,
                                "the delegate returned null, not a Mono")
                        .nextControlFlow("catch ($T failure)", Throwable.class)
                        .addStatement("follow(null, failure)")
                        .addStatement("return")
                        .endControlFlow()
                        .addStatement("attempt.subscribe(this)")
                        .build())
                .addMethod(method("onSubscribe")
                        .addParameter(SUBSCRIPTION, "subscription")
                        .addStatement("running = subscription")
                        .beginControlFlow("if (cancelled)")
                        .addStatement("subscription.cancel()")
                        .nextControlFlow("else")
                        .addStatement("subscription.request(Long.MAX_VALUE)")
                        .endControlFlow()
                        .build())
                .addMethod(method("onNext")
                        .addParameter(VALUE, "value")
                        .beginControlFlow("if (guard.acceptsResult(permit, value))")
                        .addStatement("answered = true")
                        .addStatement("subscriber.onNext(value)")
                        .nextControlFlow("else")
                        .addStatement("follow($T.completedFuture(value), null)", CompletableFuture.class)
                        .endControlFlow()
                        .build())
                .addMethod(method("onComplete")
                        .beginControlFlow("if (answered || (!followed && guard.acceptsResult(permit, null)))")
                        .addStatement("subscriber.onComplete()")
                        .nextControlFlow("else if (!followed)")
                        .addStatement("follow($T.completedFuture(null), null)", CompletableFuture.class)
                        .endControlFlow()
                        .build())
                .addMethod(method("onError")
                        .addParameter(Throwable.class, "failure")
                        .beginControlFlow("if (answered || followed)")
                        .addStatement("$T.onErrorDropped(failure, currentContext())", OPERATORS)
                        .nextControlFlow("else")
                        .addStatement("follow(null, failure)")
                        .endControlFlow()
                        .build())
                .addMethod(MethodSpec.methodBuilder("follow")
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(nullable(FUTURE), "first")
                        .addParameter(nullable(ClassName.get(Throwable.class)), "failure")
                        .addStatement("followed = true")
                        .beginControlFlow("if (cancelled)")
                        .addStatement("return")
                        .endControlFlow()
                        .addStatement(
                                "$T rest = $T.this.follow(permit, first, failure, currentContext())", FUTURE, name)
                        .addStatement("running = rest")
                        .beginControlFlow("if (cancelled)")
                        .addStatement("rest.cancel(true)")
                        .endControlFlow()
                        .addCode("rest.whenComplete(this::end);\n")
                        .build())
                .addMethod(MethodSpec.methodBuilder("end")
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(nullable(VALUE), "value")
                        .addParameter(nullable(ClassName.get(Throwable.class)), "failure")
                        .beginControlFlow("if (cancelled)")
                        .addStatement("return")
                        .endControlFlow()
                        .beginControlFlow("if (failure != null)")
                        .addStatement("subscriber.onError(failure)")
                        .addStatement("return")
                        .endControlFlow()
                        .beginControlFlow("if (value != null)")
                        .addStatement("subscriber.onNext(value)")
                        .endControlFlow()
                        .addStatement("subscriber.onComplete()")
                        .build())
                .addMethod(method("cancel")
                        .addStatement("cancelled = true")
                        .addStatement("Object left = running")
                        .beginControlFlow("if (left instanceof $T)", SUBSCRIPTION)
                        .addStatement("(($T) left).cancel()", SUBSCRIPTION)
                        .nextControlFlow("else if (left != null)")
                        .addStatement(
                                "(($T) left).cancel(true)",
                                ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), ANY))
                        .endControlFlow()
                        .build())
                .build();
    }

    private TypeName nullable(TypeName type) {
        return RuntimeNames.nullable(type, nullMarked);
    }

    private static MethodSpec.Builder method(String name) {
        return NestedClasses.override(name, Modifier.PUBLIC);
    }
}
