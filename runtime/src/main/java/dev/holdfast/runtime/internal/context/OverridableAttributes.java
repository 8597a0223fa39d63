package dev.holdfast.runtime.internal.context;

import java.util.ArrayList;
import java.util.List;

/** The attributes that overrides can set. A test compares them with the annotations. */
final class OverridableAttributes {

    /** The attribute that removes a policy. */
    static final String ENABLED = "enabled";

    /** All attributes, in the order in which messages name them. */
    static final String[] ALL = {
        "Backoff/enabled",
        "Backoff/maxAttempts",
        "Backoff/baseDelay",
        "Backoff/maxDelay",
        "Backoff/factor",
        "Backoff/jitter",
        "Backoff/retryStatuses",
        "Backoff/deadline",
        "Bulkhead/enabled",
        "Bulkhead/maxConcurrent",
        "Bulkhead/maxWait",
        "CircuitBreaker/enabled",
        "CircuitBreaker/failureThreshold",
        "CircuitBreaker/recoveryTimeout",
        "CircuitBreaker/successThreshold",
        "CircuitBreaker/failureStatuses",
        "CircuitBreaker/recoveryFactor",
        "CircuitBreaker/maxRecoveryTimeout",
        "CircuitBreaker/failureRate",
        "CircuitBreaker/window",
        "CircuitBreaker/minimumCalls",
        "CircuitBreaker/slowCall",
        "CircuitBreaker/slowCallRate",
        "Fallback/enabled",
        "RateLimited/enabled",
        "RateLimited/defaultDelay",
        "RateLimited/maxDelay",
        "RateLimited/respectRetryAfter",
        "RateLimited/beyondMaxDelay",
        "RateLimited/statuses",
        "RateLimited/maxAttempts",
        "RateLimited/shared",
        "RateLimited/permits",
        "RateLimited/per",
        "RateLimited/burst",
        "RateLimited/maxWait",
        "Timeout/enabled",
        "Timeout/value",
        "Timeout/increment"
    };

    /** Attributes that overrides can't set: names, and classes, which would need reflection. */
    public static final String[] FIXED = {
        "Backoff/retryOn",
        "Backoff/abortOn",
        "Backoff/retryResult",
        "Bulkhead/name",
        "CircuitBreaker/name",
        "CircuitBreaker/monitored",
        "CircuitBreaker/ignored",
        "CircuitBreaker/failureResult",
        "Fallback/value",
        "Fallback/on",
        "Fallback/except",
        "RateLimited/name",
        "RateLimited/on",
        "RateLimited/hint"
    };

    private OverridableAttributes() {}

    /** Returns an annotation's attributes in a table, without the name of the annotation. */
    public static List<String> of(String annotation, String[] table) {
        List<String> attributes = new ArrayList<>();
        for (String each : table) {
            if (each.startsWith(annotation + "/")) {
                attributes.add(each.substring(annotation.length() + 1));
            }
        }
        return attributes;
    }
}
