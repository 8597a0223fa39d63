package dev.holdfast.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/**
 * The names outside the JDK that generated code and the readers use for any policy; those of one policy are in its own class. A
 * test checks each against the real class.
 */
public final class RuntimeNames {

    public static final String ANNOTATIONS = "dev.holdfast.annotations";
    public static final String RUNTIME = "dev.holdfast.runtime";
    private static final String GENERATED = RUNTIME + ".generated";

    /** For {@code @Generated}; the readers must not depend on the processor itself. */
    public static final String PROCESSOR = "dev.holdfast.processor.ResilienceProcessor";

    public static final ClassName RESILIENT_ANNOTATION = annotation("Resilient");
    public static final ClassName EXEMPT_ANNOTATION = annotation("Exempt");
    public static final ClassName GENERATED_ANNOTATION = annotation("HoldfastGenerated");
    public static final ClassName RATE_LIMIT_HINT = annotation("RateLimitHint");
    public static final ClassName NO_HINT = annotation("NoHint");
    public static final ClassName NO_PREDICATE = annotation("NoPredicate");

    public static final ClassName HOLDFAST = runtime("Holdfast");
    public static final ClassName CLIENT_SETUP = generated("ClientSetup");
    public static final ClassName CLIENT_ANSWERS = generated("ClientAnswers");
    public static final ClassName OVERRIDE_KEYS = generated("OverrideKeys");
    public static final ClassName PERMIT = runtime("Permit");
    public static final ClassName SYNC_GUARD = generated("SyncGuard");
    public static final ClassName ASYNC_GUARD = generated("AsyncGuard");
    public static final ClassName GUARDED_CALL = generated("GuardedCall");
    public static final ClassName GUARDED_STREAM = generated("GuardedStream");
    public static final ClassName OUTCOME = ClassName.get(RUNTIME + ".spi", "CallOutcome");
    public static final ClassName GUARD_SETUP = generated("GuardSetup");

    public static final ClassName PREDICATE = ClassName.get("java.util.function", "Predicate");

    public static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private RuntimeNames() {}

    /**
     * Marks a type as one with null.
     *
     * @param nullMarked whether unmarked types there are without null; otherwise nothing is marked
     */
    public static TypeName nullable(TypeName type, boolean nullMarked) {
        return nullMarked ? type.annotated(AnnotationSpec.builder(NULLABLE).build()) : type;
    }

    /** A type beside the annotations. */
    public static ClassName annotation(String simpleName) {
        return ClassName.get(ANNOTATIONS, simpleName);
    }

    /** A type for users of the runtime. */
    public static ClassName runtime(String simpleName) {
        return ClassName.get(RUNTIME, simpleName);
    }

    /** A type of the runtime for generated code. */
    public static ClassName generated(String simpleName) {
        return ClassName.get(GENERATED, simpleName);
    }
}
