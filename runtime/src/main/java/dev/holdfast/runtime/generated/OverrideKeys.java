package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.internal.context.PolicySettings;

/**
 * The last part of keys in {@link Overrides}: annotation and attribute. Alone it is a key for all interfaces; after a
 * constant of {@code Keys} in a generated class, for that interface or method. {@code @Resilient(keys = true)} adds these
 * constants to the class:
 *
 * <pre>{@code
 * properties.setProperty(ResilientGitHubClient.Keys.USER + OverrideKeys.BACKOFF_MAX_ATTEMPTS, "2");
 * }</pre>
 */
public final class OverrideKeys {

    /** {@code false} removes {@link dev.holdfast.annotations.Backoff}. */
    public static final String BACKOFF_ENABLED = "Backoff/enabled";

    /** Overrides {@link dev.holdfast.annotations.Backoff#maxAttempts}. */
    public static final String BACKOFF_MAX_ATTEMPTS = "Backoff/maxAttempts";

    /** Overrides {@link dev.holdfast.annotations.Backoff#baseDelay}. */
    public static final String BACKOFF_BASE_DELAY = "Backoff/baseDelay";

    /** Overrides {@link dev.holdfast.annotations.Backoff#maxDelay}. */
    public static final String BACKOFF_MAX_DELAY = "Backoff/maxDelay";

    /** Overrides {@link dev.holdfast.annotations.Backoff#factor}. */
    public static final String BACKOFF_FACTOR = "Backoff/factor";

    /** Overrides {@link dev.holdfast.annotations.Backoff#jitter}. */
    public static final String BACKOFF_JITTER = "Backoff/jitter";

    /** Overrides {@link dev.holdfast.annotations.Backoff#retryStatuses}. */
    public static final String BACKOFF_RETRY_STATUSES = "Backoff/retryStatuses";

    /** Overrides {@link dev.holdfast.annotations.Backoff#deadline}. */
    public static final String BACKOFF_DEADLINE = "Backoff/deadline";

    /** {@code false} removes {@link dev.holdfast.annotations.Bulkhead}. */
    public static final String BULKHEAD_ENABLED = "Bulkhead/enabled";

    /** Overrides {@link dev.holdfast.annotations.Bulkhead#maxConcurrent}. */
    public static final String BULKHEAD_MAX_CONCURRENT = "Bulkhead/maxConcurrent";

    /** Overrides {@link dev.holdfast.annotations.Bulkhead#maxWait}. */
    public static final String BULKHEAD_MAX_WAIT = "Bulkhead/maxWait";

    /** {@code false} removes {@link dev.holdfast.annotations.CircuitBreaker}. */
    public static final String CIRCUIT_BREAKER_ENABLED = "CircuitBreaker/enabled";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#failureThreshold}. */
    public static final String CIRCUIT_BREAKER_FAILURE_THRESHOLD = "CircuitBreaker/failureThreshold";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#recoveryTimeout}. */
    public static final String CIRCUIT_BREAKER_RECOVERY_TIMEOUT = "CircuitBreaker/recoveryTimeout";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#successThreshold}. */
    public static final String CIRCUIT_BREAKER_SUCCESS_THRESHOLD = "CircuitBreaker/successThreshold";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#failureStatuses}. */
    public static final String CIRCUIT_BREAKER_FAILURE_STATUSES = "CircuitBreaker/failureStatuses";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#recoveryFactor}. */
    public static final String CIRCUIT_BREAKER_RECOVERY_FACTOR = "CircuitBreaker/recoveryFactor";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#maxRecoveryTimeout}. */
    public static final String CIRCUIT_BREAKER_MAX_RECOVERY_TIMEOUT = "CircuitBreaker/maxRecoveryTimeout";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#failureRate}. */
    public static final String CIRCUIT_BREAKER_FAILURE_RATE = "CircuitBreaker/failureRate";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#window}. */
    public static final String CIRCUIT_BREAKER_WINDOW = "CircuitBreaker/window";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#minimumCalls}. */
    public static final String CIRCUIT_BREAKER_MINIMUM_CALLS = "CircuitBreaker/minimumCalls";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#slowCall}. */
    public static final String CIRCUIT_BREAKER_SLOW_CALL = "CircuitBreaker/slowCall";

    /** Overrides {@link dev.holdfast.annotations.CircuitBreaker#slowCallRate}. */
    public static final String CIRCUIT_BREAKER_SLOW_CALL_RATE = "CircuitBreaker/slowCallRate";

    /** {@code false} removes {@link dev.holdfast.annotations.Fallback}. */
    public static final String FALLBACK_ENABLED = "Fallback/enabled";

    /** {@code false} removes {@link dev.holdfast.annotations.RateLimited}. */
    public static final String RATE_LIMITED_ENABLED = "RateLimited/enabled";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#defaultDelay}. */
    public static final String RATE_LIMITED_DEFAULT_DELAY = "RateLimited/defaultDelay";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#maxDelay}. */
    public static final String RATE_LIMITED_MAX_DELAY = "RateLimited/maxDelay";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#respectRetryAfter}. */
    public static final String RATE_LIMITED_RESPECT_RETRY_AFTER = "RateLimited/respectRetryAfter";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#beyondMaxDelay}. */
    public static final String RATE_LIMITED_BEYOND_MAX_DELAY = "RateLimited/beyondMaxDelay";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#statuses}. */
    public static final String RATE_LIMITED_STATUSES = "RateLimited/statuses";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#maxAttempts}. */
    public static final String RATE_LIMITED_MAX_ATTEMPTS = "RateLimited/maxAttempts";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#shared}. */
    public static final String RATE_LIMITED_SHARED = "RateLimited/shared";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#permits}. */
    public static final String RATE_LIMITED_PERMITS = "RateLimited/permits";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#per}. */
    public static final String RATE_LIMITED_PER = "RateLimited/per";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#burst}. */
    public static final String RATE_LIMITED_BURST = "RateLimited/burst";

    /** Overrides {@link dev.holdfast.annotations.RateLimited#maxWait}. */
    public static final String RATE_LIMITED_MAX_WAIT = "RateLimited/maxWait";

    /** {@code false} removes {@link dev.holdfast.annotations.Timeout}. */
    public static final String TIMEOUT_ENABLED = "Timeout/enabled";

    /** Overrides {@link dev.holdfast.annotations.Timeout#value}. */
    public static final String TIMEOUT_VALUE = "Timeout/value";

    /** Overrides {@link dev.holdfast.annotations.Timeout#increment}. */
    public static final String TIMEOUT_INCREMENT = "Timeout/increment";

    /** Overrides {@link dev.holdfast.annotations.Timeout#betweenItems}. */
    public static final String TIMEOUT_BETWEEN_ITEMS = "Timeout/betweenItems";

    private OverrideKeys() {}

    /** Returns settings of all policies, in alphabetical order of the annotations. Only called where there are overrides. */
    static PolicySettings<?>[] policies() {
        return new PolicySettings<?>[] {
            new BackoffSetup(),
            new BulkheadSetup(),
            new BreakerSetup(),
            new FallbackSetup(),
            new LimiterSetup(),
            new TimeLimitSetup()
        };
    }
}
