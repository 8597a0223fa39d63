package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.Jitter;
import java.util.ArrayList;
import java.util.List;

/** What overrides can set, and how each attribute is set in its policy's builder. A test holds it against the annotations. */
final class OverridableAttributes {

    /** The attribute of every policy that takes it away. */
    static final String ENABLED = "enabled";

    /** All attributes, in the order in which messages name them. */
    static final String[] ALL = {
        OverrideKeys.BACKOFF_ENABLED,
        OverrideKeys.BACKOFF_MAX_ATTEMPTS,
        OverrideKeys.BACKOFF_BASE_DELAY,
        OverrideKeys.BACKOFF_MAX_DELAY,
        OverrideKeys.BACKOFF_FACTOR,
        OverrideKeys.BACKOFF_JITTER,
        OverrideKeys.BACKOFF_RETRY_STATUSES,
        OverrideKeys.BACKOFF_DEADLINE,
        OverrideKeys.BULKHEAD_ENABLED,
        OverrideKeys.BULKHEAD_MAX_CONCURRENT,
        OverrideKeys.BULKHEAD_MAX_WAIT,
        OverrideKeys.CIRCUIT_BREAKER_ENABLED,
        OverrideKeys.CIRCUIT_BREAKER_FAILURE_THRESHOLD,
        OverrideKeys.CIRCUIT_BREAKER_RECOVERY_TIMEOUT,
        OverrideKeys.CIRCUIT_BREAKER_SUCCESS_THRESHOLD,
        OverrideKeys.CIRCUIT_BREAKER_FAILURE_STATUSES,
        OverrideKeys.CIRCUIT_BREAKER_RECOVERY_FACTOR,
        OverrideKeys.CIRCUIT_BREAKER_MAX_RECOVERY_TIMEOUT,
        OverrideKeys.CIRCUIT_BREAKER_FAILURE_RATE,
        OverrideKeys.CIRCUIT_BREAKER_WINDOW,
        OverrideKeys.CIRCUIT_BREAKER_MINIMUM_CALLS,
        OverrideKeys.CIRCUIT_BREAKER_SLOW_CALL,
        OverrideKeys.CIRCUIT_BREAKER_SLOW_CALL_RATE,
        OverrideKeys.FALLBACK_ENABLED,
        OverrideKeys.RATE_LIMITED_ENABLED,
        OverrideKeys.RATE_LIMITED_DEFAULT_DELAY,
        OverrideKeys.RATE_LIMITED_MAX_DELAY,
        OverrideKeys.RATE_LIMITED_RESPECT_RETRY_AFTER,
        OverrideKeys.RATE_LIMITED_BEYOND_MAX_DELAY,
        OverrideKeys.RATE_LIMITED_STATUSES,
        OverrideKeys.RATE_LIMITED_MAX_ATTEMPTS,
        OverrideKeys.RATE_LIMITED_SHARED,
        OverrideKeys.RATE_LIMITED_PERMITS,
        OverrideKeys.RATE_LIMITED_PER,
        OverrideKeys.RATE_LIMITED_BURST,
        OverrideKeys.RATE_LIMITED_MAX_WAIT,
        OverrideKeys.TIMEOUT_ENABLED,
        OverrideKeys.TIMEOUT_VALUE,
        OverrideKeys.TIMEOUT_INCREMENT
    };

    /** Names and classes: no text can set them, for there is no reflection here to look a class up with. */
    static final String[] FIXED = {
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

    static void set(ExponentialBackoffBuilder builder, String attribute, OverrideValue value) {
        switch (attribute) {
            case OverrideKeys.BACKOFF_MAX_ATTEMPTS:
                builder.maxAttempts(value.integer());
                break;
            case OverrideKeys.BACKOFF_BASE_DELAY:
                builder.baseDelayNanos(value.nanos());
                break;
            case OverrideKeys.BACKOFF_MAX_DELAY:
                builder.maxDelayNanos(value.nanos());
                break;
            case OverrideKeys.BACKOFF_FACTOR:
                builder.factor(value.number());
                break;
            case OverrideKeys.BACKOFF_JITTER:
                builder.jitter(value.constant(Jitter.values()));
                break;
            case OverrideKeys.BACKOFF_RETRY_STATUSES:
                builder.retryStatuses(value.list());
                break;
            case OverrideKeys.BACKOFF_DEADLINE:
                if (value.isEmpty()) {
                    builder.deadline = 0;
                } else {
                    builder.deadlineNanos(value.nanos());
                }
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    static void set(CircuitBreakerBuilder builder, String attribute, OverrideValue value) {
        switch (attribute) {
            case OverrideKeys.CIRCUIT_BREAKER_FAILURE_THRESHOLD:
                builder.failureThreshold(value.integer());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_RECOVERY_TIMEOUT:
                builder.recoveryTimeoutNanos(value.nanos());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_SUCCESS_THRESHOLD:
                builder.successThreshold(value.integer());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_FAILURE_STATUSES:
                builder.failureStatuses(value.list());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_RECOVERY_FACTOR:
                builder.recoveryFactor(value.number());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_MAX_RECOVERY_TIMEOUT:
                builder.maxRecoveryTimeoutNanos(value.isEmpty() ? Nanos.MAX : value.nanos());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_FAILURE_RATE:
                builder.failureRate(value.integer());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_WINDOW:
                setWindow(builder, value);
                break;
            case OverrideKeys.CIRCUIT_BREAKER_MINIMUM_CALLS:
                builder.minimumCalls(value.integer());
                break;
            case OverrideKeys.CIRCUIT_BREAKER_SLOW_CALL:
                if (value.isEmpty()) {
                    builder.slowNanos = 0;
                } else {
                    builder.slowCallNanos(value.nanos());
                }
                break;
            case OverrideKeys.CIRCUIT_BREAKER_SLOW_CALL_RATE:
                builder.slowCallRate(value.integer());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    private static void setWindow(CircuitBreakerBuilder builder, OverrideValue value) {
        int calls = value.calls();
        if (value.isEmpty()) {
            builder.windowCalls = 0;
            builder.windowNanos = 0;
        } else if (calls >= 0) {
            builder.windowCalls(calls);
        } else {
            builder.windowNanos(value.nanos());
        }
    }

    static void set(RateLimiterBuilder builder, String attribute, OverrideValue value) {
        switch (attribute) {
            case OverrideKeys.RATE_LIMITED_DEFAULT_DELAY:
                builder.defaultDelayNanos(value.nanos());
                break;
            case OverrideKeys.RATE_LIMITED_MAX_DELAY:
                builder.maxDelayNanos(value.nanos());
                break;
            case OverrideKeys.RATE_LIMITED_RESPECT_RETRY_AFTER:
                builder.respectRetryAfter(value.bool());
                break;
            case OverrideKeys.RATE_LIMITED_BEYOND_MAX_DELAY:
                builder.beyondMaxDelay(value.constant(BeyondMaxDelay.values()));
                break;
            case OverrideKeys.RATE_LIMITED_STATUSES:
                builder.statuses(value.integers());
                break;
            case OverrideKeys.RATE_LIMITED_MAX_ATTEMPTS:
                builder.maxAttempts(value.integer());
                break;
            case OverrideKeys.RATE_LIMITED_SHARED:
                builder.shared(value.bool());
                break;
            case OverrideKeys.RATE_LIMITED_PERMITS:
                builder.permits(value.integer());
                break;
            case OverrideKeys.RATE_LIMITED_PER:
                builder.perNanos(value.nanos());
                break;
            case OverrideKeys.RATE_LIMITED_BURST:
                builder.burst(value.integer());
                break;
            case OverrideKeys.RATE_LIMITED_MAX_WAIT:
                builder.maxWaitNanos(value.nanos());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    static void set(BulkheadBuilder builder, String attribute, OverrideValue value) {
        switch (attribute) {
            case OverrideKeys.BULKHEAD_MAX_CONCURRENT:
                builder.maxConcurrent(value.integer());
                break;
            case OverrideKeys.BULKHEAD_MAX_WAIT:
                builder.maxWaitNanos(value.nanos());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    static void set(TimeoutBuilder builder, String attribute, OverrideValue value) {
        switch (attribute) {
            case OverrideKeys.TIMEOUT_VALUE:
                builder.limitNanos(value.nanos());
                break;
            case OverrideKeys.TIMEOUT_INCREMENT:
                builder.incrementNanos(value.nanos());
                break;
            default:
                throw new AssertionError(attribute);
        }
    }

    /** Names of an annotation's attributes from a table, without the annotation's. */
    static List<String> of(String annotation, String[] table) {
        List<String> attributes = new ArrayList<>();
        for (String each : table) {
            if (each.startsWith(annotation + "/")) {
                attributes.add(each.substring(annotation.length() + 1));
            }
        }
        return attributes;
    }
}
