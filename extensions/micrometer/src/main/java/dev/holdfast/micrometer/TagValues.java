package dev.holdfast.micrometer;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.Outcome;
import java.util.Locale;

/** The values of tags: few, known beforehand but for the classes of exceptions, and without messages. */
final class TagValues {

    static final String NONE = "none";

    private TagValues() {}

    /** Returns the name of an outcome, a state or a reason, as tags have it. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the status of a bad answer, or else the class of the exception. */
    static String error(AttemptEnd attempt) {
        if (attempt.outcome() == Outcome.SUCCESS) {
            return NONE;
        }
        if (attempt.status() != 0) {
            return Integer.toString(attempt.status());
        }
        Throwable failure = attempt.failure();
        return failure == null ? NONE : failure.getClass().getName();
    }

    /** Returns why there is another attempt. */
    static String reason(AttemptEnd attempt) {
        if (attempt.outcome() == Outcome.RATE_LIMITED) {
            return "rate_limited";
        }
        if (attempt.failure() instanceof CallTimeoutException) {
            return "timeout";
        }
        if (attempt.status() != 0) {
            return "status";
        }
        return attempt.failure() != null ? "exception" : "result";
    }

    /** Returns the kind of policy that rejected. */
    static String policy(RuntimeException rejection) {
        if (rejection instanceof CircuitOpenException) {
            return PolicyGauges.BREAKER;
        }
        if (rejection instanceof RateLimitedException) {
            return PolicyGauges.LIMITER;
        }
        return rejection instanceof BulkheadFullException ? PolicyGauges.BULKHEAD : NONE;
    }
}
