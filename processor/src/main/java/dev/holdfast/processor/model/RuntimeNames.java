package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;

/** Every name outside the JDK that generated code or the readers use. A test checks each against the real class. */
public final class RuntimeNames {

    public static final String ANNOTATIONS = "dev.holdfast.annotations";
    public static final String RUNTIME = "dev.holdfast.runtime";
    private static final String GENERATED = RUNTIME + ".generated";

    /** For {@code @Generated}; the readers must not depend on the processor itself. */
    public static final String PROCESSOR = "dev.holdfast.processor.ResilienceProcessor";

    public static final ClassName CIRCUIT_BREAKER_ANNOTATION = ClassName.get(ANNOTATIONS, "CircuitBreaker");
    public static final ClassName BACKOFF_ANNOTATION = ClassName.get(ANNOTATIONS, "Backoff");
    public static final ClassName BULKHEAD_ANNOTATION = ClassName.get(ANNOTATIONS, "Bulkhead");
    public static final ClassName RATE_LIMITED_ANNOTATION = ClassName.get(ANNOTATIONS, "RateLimited");
    public static final ClassName TIMEOUT_ANNOTATION = ClassName.get(ANNOTATIONS, "Timeout");
    public static final ClassName FALLBACK_ANNOTATION = ClassName.get(ANNOTATIONS, "Fallback");
    public static final ClassName RESILIENT_ANNOTATION = ClassName.get(ANNOTATIONS, "Resilient");
    public static final ClassName EXEMPT_ANNOTATION = ClassName.get(ANNOTATIONS, "Exempt");
    public static final ClassName GENERATED_ANNOTATION = ClassName.get(ANNOTATIONS, "HoldfastGenerated");
    public static final ClassName JITTER = ClassName.get(ANNOTATIONS, "Jitter");
    public static final ClassName BEYOND_MAX_DELAY = ClassName.get(ANNOTATIONS, "BeyondMaxDelay");
    public static final ClassName RATE_LIMIT_HINT = ClassName.get(ANNOTATIONS, "RateLimitHint");
    public static final ClassName NO_HINT = ClassName.get(ANNOTATIONS, "NoHint");
    public static final ClassName NO_PREDICATE = ClassName.get(ANNOTATIONS, "NoPredicate");

    public static final ClassName HOLDFAST = ClassName.get(RUNTIME, "Holdfast");
    public static final ClassName CLIENT_SETUP = ClassName.get(GENERATED, "ClientSetup");
    public static final ClassName CLIENT_ANSWERS = ClassName.get(GENERATED, "ClientAnswers");
    public static final ClassName OVERRIDE_KEYS = ClassName.get(GENERATED, "OverrideKeys");
    public static final ClassName PERMIT = ClassName.get(RUNTIME, "Permit");
    public static final ClassName SYNC_GUARD = ClassName.get(GENERATED, "SyncGuard");
    public static final ClassName ASYNC_GUARD = ClassName.get(GENERATED, "AsyncGuard");
    public static final ClassName GUARDED_CALL = ClassName.get(GENERATED, "GuardedCall");
    public static final ClassName OUTCOME = ClassName.get(RUNTIME + ".spi", "CallOutcome");
    public static final ClassName GUARD_SETUP = ClassName.get(GENERATED, "GuardSetup");
    public static final ClassName CIRCUIT_BREAKER = ClassName.get(RUNTIME, "CircuitBreaker");
    public static final ClassName EXPONENTIAL_BACKOFF = ClassName.get(RUNTIME, "ExponentialBackoff");
    public static final ClassName RATE_LIMITER = ClassName.get(RUNTIME, "RateLimiter");
    public static final ClassName BULKHEAD = ClassName.get(RUNTIME, "Bulkhead");
    public static final ClassName TIME_LIMITER = ClassName.get(RUNTIME, "TimeLimiter");
    public static final ClassName FALLBACK_RULE = ClassName.get(GENERATED, "FallbackRule");

    public static final ClassName BREAKER_SETUP = ClassName.get(GENERATED, "BreakerSetup");
    public static final ClassName BACKOFF_SETUP = ClassName.get(GENERATED, "BackoffSetup");
    public static final ClassName LIMITER_SETUP = ClassName.get(GENERATED, "LimiterSetup");
    public static final ClassName BULKHEAD_SETUP = ClassName.get(GENERATED, "BulkheadSetup");
    public static final ClassName TIME_LIMIT_SETUP = ClassName.get(GENERATED, "TimeLimitSetup");
    public static final ClassName FALLBACK_SETUP = ClassName.get(GENERATED, "FallbackSetup");

    public static final ClassName PREDICATE = ClassName.get("java.util.function", "Predicate");

    public static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private RuntimeNames() {}
}
