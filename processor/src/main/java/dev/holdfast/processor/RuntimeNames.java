package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;

/** Every name outside the JDK that generated code or the readers use. A test checks each against the real class. */
final class RuntimeNames {

    static final String ANNOTATIONS = "dev.holdfast.annotations";
    static final String RUNTIME = "dev.holdfast.runtime";

    static final ClassName CIRCUIT_BREAKER_ANNOTATION = ClassName.get(ANNOTATIONS, "CircuitBreaker");
    static final ClassName BACKOFF_ANNOTATION = ClassName.get(ANNOTATIONS, "Backoff");
    static final ClassName BULKHEAD_ANNOTATION = ClassName.get(ANNOTATIONS, "Bulkhead");
    static final ClassName RATE_LIMITED_ANNOTATION = ClassName.get(ANNOTATIONS, "RateLimited");
    static final ClassName TIMEOUT_ANNOTATION = ClassName.get(ANNOTATIONS, "Timeout");
    static final ClassName FALLBACK_ANNOTATION = ClassName.get(ANNOTATIONS, "Fallback");
    static final ClassName RESILIENT_ANNOTATION = ClassName.get(ANNOTATIONS, "Resilient");
    static final ClassName EXEMPT_ANNOTATION = ClassName.get(ANNOTATIONS, "Exempt");
    static final ClassName GENERATED_ANNOTATION = ClassName.get(ANNOTATIONS, "HoldfastGenerated");
    static final ClassName JITTER = ClassName.get(ANNOTATIONS, "Jitter");
    static final ClassName BEYOND_MAX_DELAY = ClassName.get(ANNOTATIONS, "BeyondMaxDelay");
    static final ClassName RATE_LIMIT_HINT = ClassName.get(ANNOTATIONS, "RateLimitHint");
    static final ClassName NO_HINT = ClassName.get(ANNOTATIONS, "NoHint");
    static final ClassName NO_PREDICATE = ClassName.get(ANNOTATIONS, "NoPredicate");

    static final ClassName HOLDFAST = ClassName.get(RUNTIME, "Holdfast");
    static final ClassName CLIENT_SETUP = ClassName.get(RUNTIME, "ClientSetup");
    static final ClassName CLIENT_ANSWERS = ClassName.get(RUNTIME, "ClientAnswers");
    static final ClassName OVERRIDE_KEYS = ClassName.get(RUNTIME, "OverrideKeys");
    static final ClassName PERMIT = ClassName.get(RUNTIME, "Permit");
    static final ClassName SYNC_GUARD = ClassName.get(RUNTIME, "SyncGuard");
    static final ClassName ASYNC_GUARD = ClassName.get(RUNTIME, "AsyncGuard");
    static final ClassName GUARDED_CALL = ClassName.get(RUNTIME, "GuardedCall");
    static final ClassName OUTCOME = GUARDED_CALL.nestedClass("Outcome");
    static final ClassName CIRCUIT_BREAKER = ClassName.get(RUNTIME, "CircuitBreaker");
    static final ClassName EXPONENTIAL_BACKOFF = ClassName.get(RUNTIME, "ExponentialBackoff");
    static final ClassName RATE_LIMITER = ClassName.get(RUNTIME, "RateLimiter");
    static final ClassName BULKHEAD = ClassName.get(RUNTIME, "Bulkhead");
    static final ClassName TIMEOUT = ClassName.get(RUNTIME, "Timeout");
    static final ClassName FALLBACK = ClassName.get(RUNTIME, "Fallback");

    static final ClassName PREDICATE = ClassName.get("java.util.function", "Predicate");

    static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private RuntimeNames() {}
}
