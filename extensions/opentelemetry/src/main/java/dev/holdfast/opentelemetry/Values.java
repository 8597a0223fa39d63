package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of attributes: few, known beforehand but for the classes of exceptions, and without messages. */
final class Values {

    static final String NONE = "none";

    private Values() {}

    /** Returns the name in lower case. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the client, as CallInfo does, which not all events have. */
    static String client(String call) {
        int dot = dot(call);
        return dot < 0 ? call : call.substring(0, dot);
    }

    /** Returns the name of the method, as CallInfo does. */
    static String method(String call) {
        int dot = dot(call);
        return dot < 0 ? "call" : call.substring(dot + 1);
    }

    /** The last dot before the parameters of an overload. */
    private static int dot(String call) {
        int parameters = call.indexOf('(');
        return call.lastIndexOf('.', parameters < 0 ? call.length() : parameters);
    }

    /** Returns the status of a bad answer, or else the class of the exception. */
    static String error(int status, @Nullable Throwable failure) {
        if (status != 0) {
            return Integer.toString(status);
        }
        return failure == null ? NONE : failure.getClass().getName();
    }

    static String error(AttemptEnd attempt) {
        return attempt.outcome() == Outcome.SUCCESS ? NONE : error(attempt.status(), attempt.failure());
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
            return "circuitbreaker";
        }
        if (rejection instanceof RateLimitedException) {
            return "ratelimiter";
        }
        return rejection instanceof BulkheadFullException ? "bulkhead" : NONE;
    }
}
