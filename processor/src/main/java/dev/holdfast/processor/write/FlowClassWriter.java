package dev.holdfast.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class that is a guarded {@code Flow} of Kotlin. A collection is a call of a suspend function, whose attempts
 * collect the delegate's flow; it differs in what has become of the call once there was an item, and in its time limits.
 */
public final class FlowClassWriter {

    private static final ClassName THROWABLE = ClassName.get(Throwable.class);
    private static final ClassName FLOW = coroutines("flow.Flow");
    private static final ClassName COLLECTOR = coroutines("flow.FlowCollector");
    private static final ClassName RAW_CONTINUATION = ClassName.get("kotlin.coroutines", "Continuation");
    private static final ClassName UNIT = ClassName.get("kotlin", "Unit");
    private static final ClassName CONTEXT = ClassName.get("kotlin.coroutines", "CoroutineContext");
    private static final ClassName JOB = coroutines("Job");
    private static final TypeName ANY = WildcardTypeName.subtypeOf(ClassName.OBJECT);
    private static final TypeName CALLER =
            ParameterizedTypeName.get(RAW_CONTINUATION, WildcardTypeName.supertypeOf(UNIT));

    private final ClassName name;
    private final ClassName parent;
    private final TypeVariableName value;
    private final TypeVariableName item;
    private final TypeName object;
    private final TypeName collector;
    private final TypeName attempts;
    private final TypeName fallback;
    private final TypeName failure;
    private final TypeName job;
    private final TypeName awaited;
    private final Map<String, Object> names = new HashMap<>();

    /**
     * Writes for one generated class.
     *
     * @param name of the nested class
     * @param call the nested class of suspending calls
     * @param nullMarked whether unmarked types there are without null
     */
    public FlowClassWriter(ClassName name, ClassName call, boolean nullMarked) {
        this.name = name;
        this.parent = call;
        object = RuntimeNames.nullable(ClassName.OBJECT, nullMarked);
        value = TypeVariableName.get("T", object);
        item = TypeVariableName.get("T");
        collector = ParameterizedTypeName.get(COLLECTOR, WildcardTypeName.supertypeOf(item));
        TypeName attempt =
                WildcardTypeName.subtypeOf(ParameterizedTypeName.get(FLOW, WildcardTypeName.subtypeOf(item)));
        attempts = ParameterizedTypeName.get(RuntimeNames.runtime("CheckedSupplier"), attempt, ANY);
        fallback = RuntimeNames.nullable(
                ParameterizedTypeName.get(RuntimeNames.runtime("CheckedFunction"), THROWABLE, attempt, ANY),
                nullMarked);
        failure = RuntimeNames.nullable(THROWABLE, nullMarked);
        job = RuntimeNames.nullable(JOB, nullMarked);
        awaited = RuntimeNames.nullable(
                ParameterizedTypeName.get(ClassName.get(AtomicReference.class), object), nullMarked);
        names.put("object", object);
        names.put("throwable", THROWABLE);
        names.put("failure", failure);
        names.put("waiting", awaited);
        names.put("reference", AtomicReference.class);
        names.put("steps", ClassName.get(RuntimeNames.RUNTIME + ".spi", "CallSteps"));
        names.put(
                "noSteps",
                RuntimeNames.nullable(ClassName.get(RuntimeNames.RUNTIME + ".spi", "CallSteps"), nullMarked));
        names.put("job", JOB);
        names.put("noJob", job);
        names.put("jobs", coroutines("JobKt"));
        names.put("scopes", coroutines("CoroutineScopeKt"));
        names.put("early", coroutines("CompletableJob"));
        names.put("timeouts", coroutines("TimeoutKt"));
        names.put("intrinsics", ClassName.get("kotlin.coroutines.intrinsics", "IntrinsicsKt"));
        names.put("result", ClassName.get("kotlin", "ResultKt"));
        names.put("unit", UNIT);
        names.put("objects", Objects.class);
        names.put("cancellation", CancellationException.class);
        names.put("suspending", call);
        names.put("continuation", ParameterizedTypeName.get(RAW_CONTINUATION, ClassName.OBJECT));
    }

    private static ClassName coroutines(String type) {
        return ClassName.bestGuess("kotlinx.coroutines." + type);
    }

    public TypeSpec type() {
        return NestedClasses.guarded(name, value, attempts, fallback)
                .addJavadoc("A Flow with the policies of the method that returns it: each collection is a call.\n")
                .addSuperinterface(ParameterizedTypeName.get(FLOW, item))
                .addField(FieldSpec.builder(ClassName.OBJECT, "LATE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("In place of what waits for an item: time is up.\n")
                        .initializer("new $T()", ClassName.OBJECT)
                        .build())
                .addMethod(NestedClasses.override("collect", Modifier.PUBLIC)
                        .returns(object)
                        .addParameter(collector, "collector")
                        .addParameter(CALLER, "caller")
                        .addStatement("return new Collection(collector, caller).start()")
                        .build())
                .addType(collection())
                .build();
    }

    private TypeSpec collection() {
        return TypeSpec.classBuilder("Collection")
                .addJavadoc("A call, and what its attempts emit to.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(parent)
                .addSuperinterface(ParameterizedTypeName.get(COLLECTOR, item))
                .addField(collector, "collector", Modifier.PRIVATE, Modifier.FINAL)
                .addField(FieldSpec.builder(TypeName.BOOLEAN, "begun", Modifier.PRIVATE)
                        .addJavadoc("Whether there was an item.\n")
                        .build())
                .addField(FieldSpec.builder(failure, "thrown", Modifier.PRIVATE)
                        .addJavadoc("What the collector has thrown.\n")
                        .build())
                .addField(FieldSpec.builder(job, "attempt", Modifier.PRIVATE)
                        .addJavadoc("The attempt in flight, if its time is limited.\n")
                        .build())
                .addField(FieldSpec.builder(awaited, "awaited", Modifier.PRIVATE)
                        .addJavadoc("What waits for the next item of that attempt; nothing while one is passed on.\n")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(collector, "collector")
                        .addParameter(CALLER, "caller")
                        .addStatement("super(guard, caller)")
                        .addStatement("this.collector = collector")
                        .build())
                .addMethod(attempt("attempt")
                        .addStatement("return attempts.get().collect(this, continuation)")
                        .build())
                .addMethod(attempt("answer")
                        .addStatement(
                                "return $T.requireNonNull(fallback).apply(reason).collect(this, continuation)",
                                Objects.class)
                        .build())
                .addMethod(limited())
                .addMethod(await())
                .addMethod(arrived())
                .addMethod(emit())
                .addMethod(passed())
                .addMethod(judge())
                .addMethod(finish())
                .addType(passing())
                .addType(waited())
                .build();
    }

    private MethodSpec.Builder attempt(String method) {
        MethodSpec.Builder builder = overriding(method).returns(object);
        if (method.equals("answer")) {
            builder.addParameter(THROWABLE, "reason");
        }
        return builder.addParameter(SuspendClassWriter.CONTINUATION, "continuation")
                .addException(THROWABLE);
    }

    private MethodSpec limited() {
        return overriding("limited")
                .addJavadoc("Makes an attempt that is cancelled if an item takes too long.\n")
                .returns(object)
                .addParameter(TypeName.LONG, "nanos")
                .addNamedCode("""
                        return $scopes:T.coroutineScope(
                                (scope, continuation) -> {
                                    attempt = $jobs:T.getJob(scope.getCoroutineContext());
                                    awaited = new $reference:T<>();
                                    await(nanos);
                                    try {
                                        return attempt(continuation);
                                    } catch ($throwable:T failure) {
                                        $result:T.throwOnFailure($result:T.createFailure(failure));
                                        return null;
                                    }
                                },
                                this);
                        """, names)
                .build();
    }

    /** A coroutine would need its dispatcher to end. Where the collector never suspends, such ends would pile up. */
    private MethodSpec await() {
        return MethodSpec.methodBuilder("await")
                .addJavadoc("Waits beside the attempt. Takes a time limit of nothing: its end needs no dispatcher.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TypeName.LONG, "nanos")
                .addNamedCode("""
                        $job:T limited = $objects:T.requireNonNull(attempt);
                        $reference:T<$object:T> waiting = $objects:T.requireNonNull(awaited);
                        $timeouts:T.withTimeout(
                                millis(nanos),
                                (scope, end) -> {
                                    $early:T wait = $jobs:T.Job($jobs:T.getJob(scope.getCoroutineContext()));
                                    waiting.set(wait);
                                    wait.invokeOnCompletion(ended -> {
                                        if (waiting.compareAndSet(wait, LATE)) {
                                            limited.cancel(null);
                                        }
                                        end.resumeWith($unit:T.INSTANCE);
                                        return $unit:T.INSTANCE;
                                    });
                                    return $intrinsics:T.getCOROUTINE_SUSPENDED();
                                },
                                new Waited());
                        """, names)
                .build();
    }

    private MethodSpec arrived() {
        return MethodSpec.methodBuilder("isLate")
                .addJavadoc("Ends the wait for an item; says whether time was up.\n")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.BOOLEAN)
                .addNamedCode("""
                        $waiting:T waiting = awaited;
                        $object:T wait = waiting == null ? null : waiting.get();
                        if (wait instanceof $early:T && waiting.compareAndSet(wait, null)) {
                            (($early:T) wait).complete();
                            return false;
                        }
                        return wait != null;
                        """, names)
                .build();
    }

    private MethodSpec emit() {
        return NestedClasses.override("emit", Modifier.PUBLIC)
                .returns(object)
                .addParameter(item, "item")
                .addParameter(CALLER, "continuation")
                .addNamedCode("""
                        if (isLate()) {
                            throw new $cancellation:T("the time between items is over");
                        }
                        begun = true;
                        $object:T outcome;
                        try {
                            outcome = collector.emit(item, new Passing(continuation));
                        } catch ($throwable:T failure) {
                            thrown = failure;
                            throw failure;
                        }
                        return outcome == $intrinsics:T.getCOROUTINE_SUSPENDED() ? outcome : passed(outcome);
                        """, names)
                .build();
    }

    private MethodSpec passed() {
        return MethodSpec.methodBuilder("passed")
                .addJavadoc("The collector is done with an item.\n")
                .addModifiers(Modifier.PRIVATE)
                .returns(object)
                .addParameter(object, "outcome")
                .addNamedCode("""
                        long nanos = awaited == null ? 0 : guard.betweenItemsNanos();
                        thrown = $suspending:T.failure(outcome);
                        if (nanos > 0 && thrown == null) {
                            await(nanos);
                        }
                        $result:T.throwOnFailure(outcome);
                        return outcome;
                        """, names)
                .build();
    }

    private MethodSpec judge() {
        return overriding("judge")
                .addJavadoc("An attempt has ended, after which there is no other if there was an item.\n")
                .returns(object)
                .addParameter(object, "ended")
                .addNamedCode("""
                        boolean late = isLate() && !isCancelled();
                        awaited = null;
                        $noSteps:T call = super.steps;
                        if (!begun) {
                            return super.judge(late && call != null ? $result:T.createFailure(call.timeout()) : ended);
                        }
                        $object:T outcome = late ? $result:T.createFailure(guard.betweenItemsTimeout()) : ended;
                        $failure:T failure = $suspending:T.failure(outcome);
                        if (failure != null) {
                            call = call == null ? guard.steps(super.permit, this) : call;
                            if (thrown != null || isCancelled()) {
                                call.returned($unit:T.INSTANCE);
                            } else {
                                call.brokeOff(counted(failure));
                            }
                            $result:T.throwOnFailure(outcome);
                        }
                        return super.judge(outcome);
                        """, names)
                .build();
    }

    private MethodSpec finish() {
        return overriding("finish")
                .addJavadoc("Leaves what the collector has thrown as it is.\n")
                .returns(object)
                .addParameter(object, "outcome")
                .addParameter(THROWABLE, "failure")
                .addNamedCode("""
                        if (thrown != null) {
                            $result:T.throwOnFailure(outcome);
                        }
                        return super.finish(outcome, failure);
                        """, names)
                .build();
    }

    private TypeSpec passing() {
        return TypeSpec.classBuilder("Passing")
                .addJavadoc("Goes on when the collector is done with an item.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(ClassName.get("kotlin.coroutines.jvm.internal", "ContinuationImpl"))
                .addMethod(MethodSpec.constructorBuilder()
                        .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                                .addMember("value", "$S", "unchecked")
                                .build())
                        .addParameter(
                                ParameterizedTypeName.get(
                                        RAW_CONTINUATION, WildcardTypeName.subtypeOf(ClassName.OBJECT)),
                                "caller")
                        .addNamedCode("super(($continuation:T) caller);\n", names)
                        .build())
                .addMethod(NestedClasses.override("invokeSuspend", Modifier.PROTECTED)
                        .returns(object)
                        .addParameter(object, "outcome")
                        .addStatement("return passed(outcome)")
                        .build())
                .build();
    }

    private TypeSpec waited() {
        return TypeSpec.classBuilder("Waited")
                .addJavadoc("Does nothing at the end of a wait, and is no coroutine of the collector's.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(RAW_CONTINUATION, ClassName.OBJECT))
                .addField(FieldSpec.builder(CONTEXT, "context", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("Collection.this.getContext().minusKey($T.Key)", JOB)
                        .build())
                .addMethod(NestedClasses.override("getContext", Modifier.PUBLIC)
                        .returns(CONTEXT)
                        .addStatement("return context")
                        .build())
                .addMethod(NestedClasses.override("resumeWith", Modifier.PUBLIC)
                        .addParameter(object, "ended")
                        .build())
                .build();
    }

    private static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class);
    }
}
