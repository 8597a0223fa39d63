package dev.holdfast.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class that is a call of a suspend function: what Kotlin's compiler would make of a loop over
 * {@code CallSteps}. A call that succeeds at once costs no other object. Fields are private, so that none hides a parameter
 * of the user's; methods are not, for the collections of {@link FlowClassWriter}.
 */
public final class SuspendClassWriter {

    private static final ClassName RAW_CONTINUATION = ClassName.get("kotlin.coroutines", "Continuation");

    /** What an attempt resumes. */
    static final TypeName CONTINUATION =
            ParameterizedTypeName.get(RAW_CONTINUATION, WildcardTypeName.supertypeOf(ClassName.OBJECT));

    private static final ClassName THROWABLE = ClassName.get(Throwable.class);
    private static final ClassName STEPS = ClassName.get(RuntimeNames.RUNTIME + ".spi", "CallSteps");
    private static final ClassName JOB = coroutines("Job");
    private static final ClassName EARLY = coroutines("CompletableJob");

    private final ClassName name;
    private final boolean nullMarked;
    private final TypeName object;
    private final Map<String, Object> names = new HashMap<>();

    /**
     * Writes for one generated class.
     *
     * @param name of the nested class
     * @param nullMarked whether unmarked types there are without null
     */
    public SuspendClassWriter(ClassName name, boolean nullMarked) {
        this.name = name;
        this.nullMarked = nullMarked;
        this.object = nullable(ClassName.OBJECT);
        names.put("continuation", ParameterizedTypeName.get(RAW_CONTINUATION, ClassName.OBJECT));
        names.put("object", object);
        names.put("throwable", THROWABLE);
        names.put("failure", nullable(THROWABLE));
        names.put("steps", STEPS);
        names.put("noSteps", nullable(STEPS));
        names.put("early", EARLY);
        names.put("noEarly", nullable(EARLY));
        names.put("job", JOB);
        names.put("noJob", nullable(JOB));
        names.put("jobs", coroutines("JobKt"));
        names.put("timeouts", coroutines("TimeoutKt"));
        names.put("cancelledByTimeout", coroutines("TimeoutCancellationException"));
        names.put("timeout", TimeoutException.class);
        names.put("intrinsics", ClassName.get("kotlin.coroutines.intrinsics", "IntrinsicsKt"));
        names.put("result", ClassName.get("kotlin", "ResultKt"));
        names.put("unit", ClassName.get("kotlin", "Unit"));
        names.put("objects", Objects.class);
    }

    private static ClassName coroutines(String type) {
        return ClassName.get("kotlinx.coroutines", type);
    }

    public TypeSpec type() {
        return TypeSpec.classBuilder(name)
                .addJavadoc("A call of a suspend function under its policies, which suspends where it waits.\n")
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.ABSTRACT, Modifier.STATIC)
                .superclass(ClassName.get("kotlin.coroutines.jvm.internal", "ContinuationImpl"))
                .addSuperinterface(Runnable.class)
                .addField(state("TRYING", 0))
                .addField(state("WAITING", 1))
                .addField(state("DONE", 2))
                .addField(state("ANSWERING", 3))
                .addField(RuntimeNames.ASYNC_GUARD, "guard", Modifier.PRIVATE, Modifier.FINAL)
                .addField(nullable(RuntimeNames.PERMIT), "permit", Modifier.PRIVATE)
                .addField(nullable(STEPS), "steps", Modifier.PRIVATE)
                .addField(object, "last", Modifier.PRIVATE)
                .addField(nullable(JOB), "limit", Modifier.PRIVATE)
                .addField(nullable(EARLY), "early", Modifier.PRIVATE, Modifier.VOLATILE)
                .addField(TypeName.INT, "state", Modifier.PRIVATE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addAnnotation(suppress("unchecked"))
                        .addParameter(RuntimeNames.ASYNC_GUARD, "guard")
                        .addParameter(
                                ParameterizedTypeName.get(
                                        RAW_CONTINUATION, WildcardTypeName.subtypeOf(ClassName.OBJECT)),
                                "caller")
                        .addNamedCode("super(($continuation:T) caller);\nthis.guard = guard;\n", names)
                        .build())
                .addMethod(MethodSpec.methodBuilder("attempt")
                        .addModifiers(Modifier.ABSTRACT)
                        .returns(object)
                        .addParameter(CONTINUATION, "continuation")
                        .addException(THROWABLE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("answer")
                        .addJavadoc("Calls the fallback, if there is one.\n")
                        .returns(object)
                        .addParameter(THROWABLE, "reason")
                        .addParameter(CONTINUATION, "continuation")
                        .addException(THROWABLE)
                        .addStatement("throw reason")
                        .build())
                .addMethod(start())
                .addMethod(overriding("invokeSuspend", Modifier.PROTECTED)
                        .returns(object)
                        .addParameter(object, "outcome")
                        .addStatement("return drive(outcome)")
                        .build())
                .addMethod(overriding("run", Modifier.PUBLIC)
                        .addJavadoc("Ends a wait early.\n")
                        .addNamedCode("""
                                $noEarly:T waiting = early;
                                if (waiting != null) {
                                    waiting.complete();
                                }
                                """, names)
                        .build())
                .addMethod(drive())
                .addMethod(judge())
                .addMethod(next())
                .addMethod(limited())
                .addMethod(finish())
                .addMethod(failure())
                .addMethod(counted())
                .addMethod(isCancelled())
                .addMethod(millis())
                .build();
    }

    private MethodSpec start() {
        return MethodSpec.methodBuilder("start")
                .addModifiers(Modifier.FINAL)
                .returns(object)
                .addNamedCode("""
                        permit = guard.quickPermit();
                        if (permit == null) {
                            steps = guard.steps(this);
                            state = WAITING;
                            return drive($unit:T.INSTANCE);
                        }
                        $object:T outcome;
                        try {
                            outcome = attempt(this);
                        } catch ($throwable:T failure) {
                            outcome = $result:T.createFailure(failure);
                        }
                        return drive(outcome);
                        """, names)
                .build();
    }

    private MethodSpec drive() {
        return method(
                        "drive",
                        object,
                        "Goes on when something has ended, until the next suspension or the end of the call.")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(object, "ended")
                .addNamedCode("""
                        $object:T outcome = ended;
                        while (outcome != $intrinsics:T.getCOROUTINE_SUSPENDED()) {
                            if (state == TRYING) {
                                outcome = judge(outcome);
                            } else if (state == WAITING) {
                                outcome = next(outcome);
                            } else {
                                $failure:T failure = failure(outcome);
                                if (failure == null) {
                                    return outcome;
                                }
                                outcome = finish(outcome, failure);
                            }
                        }
                        return outcome;
                        """, names)
                .build();
    }

    private MethodSpec judge() {
        return method("judge", object, "An attempt has ended.")
                .addParameter(object, "outcome")
                .addNamedCode("""
                        $failure:T failure = failure(outcome);
                        $noSteps:T call = steps;
                        if (call == null) {
                            if (failure == null && guard.acceptsResult(permit, outcome)) {
                                state = DONE;
                                return outcome;
                            }
                            call = guard.steps(permit, this);
                            steps = call;
                        }
                        $noJob:T limited = limit;
                        boolean late = outcome == null && limited != null && limited.isCancelled();
                        if ((failure != null || late) && isCancelled()) {
                            call.cancel();
                            $result:T.throwOnFailure(outcome);
                            $jobs:T.ensureActive(getContext());
                        }
                        last = outcome;
                        if (late) {
                            failure = call.timeout();
                            last = $result:T.createFailure(failure);
                        }
                        try {
                            boolean done = failure == null ? call.returned(outcome) : call.failed(counted(failure));
                            state = done ? DONE : WAITING;
                            return done ? last : $unit:T.INSTANCE;
                        } catch ($throwable:T broken) {
                            state = DONE;
                            return $result:T.createFailure(broken);
                        }
                        """, names)
                .build();
    }

    private MethodSpec next() {
        return method("next", object, "Waits, makes an attempt, or ends the call with the last outcome.")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(object, "waited")
                .addNamedCode("""
                        $steps:T call = $objects:T.requireNonNull(steps);
                        if (failure(waited) != null || isCancelled()) {
                            call.cancel();
                            $result:T.throwOnFailure(waited);
                            $jobs:T.ensureActive(getContext());
                        }
                        $early:T signal = $jobs:T.Job(null);
                        early = signal;
                        try {
                            long wait = call.next();
                            if (wait == $steps:T.STOP) {
                                state = DONE;
                                return last;
                            }
                            if (wait > 0) {
                                return $timeouts:T.withTimeoutOrNull(
                                        millis(wait), (scope, continuation) -> signal.join(continuation), this);
                            }
                        } catch ($throwable:T reason) {
                            state = DONE;
                            return $result:T.createFailure(reason);
                        }
                        state = TRYING;
                        last = null;
                        long nanos = call.timeLimitNanos();
                        int entered = call.enter();
                        try {
                            return nanos == Long.MAX_VALUE ? attempt(this) : limited(nanos);
                        } catch ($throwable:T failure) {
                            return $result:T.createFailure(failure);
                        } finally {
                            call.leave(entered);
                        }
                        """, names)
                .build();
    }

    private MethodSpec limited() {
        return method("limited", object, "Makes an attempt with a time limit.")
                .addParameter(TypeName.LONG, "nanos")
                .addNamedCode("""
                        return $timeouts:T.withTimeoutOrNull(
                                millis(nanos),
                                (scope, continuation) -> {
                                    limit = $jobs:T.getJob(scope.getCoroutineContext());
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

    private MethodSpec finish() {
        return method("finish", object, "The call has failed, or its fallback has.")
                .addParameter(object, "outcome")
                .addParameter(THROWABLE, "failure")
                .addNamedCode("""
                        if (state == ANSWERING && last instanceof $throwable:T) {
                            guard.fallbackFailed(($throwable:T) last, failure);
                            $result:T.throwOnFailure(outcome);
                        }
                        $throwable:T reason = counted(failure);
                        if (!$objects:T.requireNonNull(steps).fallsBack(reason)) {
                            $result:T.throwOnFailure(outcome);
                        }
                        state = ANSWERING;
                        last = reason;
                        try {
                            return answer(reason, this);
                        } catch ($throwable:T thrown) {
                            return $result:T.createFailure(thrown);
                        }
                        """, names)
                .build();
    }

    private MethodSpec failure() {
        return method("failure", nullable(THROWABLE), "")
                .addModifiers(Modifier.STATIC)
                .addParameter(object, "outcome")
                .addNamedCode("""
                        try {
                            $result:T.throwOnFailure(outcome);
                            return null;
                        } catch ($throwable:T failure) {
                            return failure;
                        }
                        """, names)
                .build();
    }

    private MethodSpec counted() {
        return method(
                        "counted",
                        THROWABLE,
                        "Takes a time limit within the delegate for a timeout, not for a cancellation.")
                .addModifiers(Modifier.STATIC)
                .addParameter(THROWABLE, "failure")
                .addNamedCode("""
                        return failure instanceof $cancelledByTimeout:T
                                ? new $timeout:T(failure.getMessage()).initCause(failure)
                                : failure;
                        """, names)
                .build();
    }

    private MethodSpec isCancelled() {
        return method("isCancelled", TypeName.BOOLEAN, "")
                .addNamedCode("""
                        $noJob:T job = getContext().get($job:T.Key);
                        return job != null && !job.isActive();
                        """, names)
                .build();
    }

    private MethodSpec millis() {
        return method("millis", TypeName.LONG, "")
                .addModifiers(Modifier.STATIC)
                .addParameter(TypeName.LONG, "nanos")
                .addStatement("return $T.max(1, nanos / 1_000_000 + (nanos % 1_000_000 > 0 ? 1 : 0))", Math.class)
                .build();
    }

    private static FieldSpec state(String name, int number) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", number)
                .build();
    }

    private static MethodSpec.Builder method(String name, TypeName returns, String javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).returns(returns);
        return javadoc.isEmpty() ? method : method.addJavadoc(javadoc + "\n");
    }

    private static MethodSpec.Builder overriding(String name, Modifier visible) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(visible);
    }

    private static AnnotationSpec suppress(String warning) {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", warning)
                .build();
    }

    private TypeName nullable(TypeName type) {
        return RuntimeNames.nullable(type, nullMarked);
    }
}
