package dev.holdfast.micrometer;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.util.Locale;

/** The values of tags: few, known beforehand but for the classes of exceptions, and without messages. */
final class TagValues {

    static final String NONE = "none";

    private static final String[] OUTCOMES = lowerCase(Outcome.values());
    private static final String[] STATES = lowerCase(CircuitState.values());
    private static final String[] REASONS = lowerCase(StateChangeEvent.Reason.values());

    private TagValues() {}

    static String of(Outcome outcome) {
        return OUTCOMES[outcome.ordinal()];
    }

    static String of(CircuitState state) {
        return STATES[state.ordinal()];
    }

    static String of(StateChangeEvent.Reason reason) {
        return REASONS[reason.ordinal()];
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
            return of(Outcome.RATE_LIMITED);
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

    private static String[] lowerCase(Enum<?>[] values) {
        String[] names = new String[values.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = values[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }
}
