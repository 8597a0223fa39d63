package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.http.Epochs;
import dev.holdfast.runtime.internal.http.RetryInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the special forms in which HTTP clients give headers, waits and statuses: maps, numbers, gRPC status codes. For
 * generated code. Never throws, whatever the arguments.
 */
public final class ClientAnswers {

    private ClientAnswers() {}

    /**
     * Returns the first value of a header. Looks for the exact key first, then ignores case.
     *
     * @param headers the client's headers: names, each with a string or an {@code Iterable} of strings; keys and values
     *     may be null, and anything but a string is skipped
     * @param name the header's name
     * @return the unchanged value, or null without one
     */
    public static @Nullable String header(@Nullable Map<String, ?> headers, @Nullable String name) {
        if (headers == null || name == null) {
            return null;
        }
        String direct = first(valueOf(headers, name));
        if (direct != null) {
            return direct;
        }
        for (Map.Entry<?, ?> entry : headers.entrySet()) {
            Object key = entry.getKey();
            if (key instanceof String && name.equalsIgnoreCase((String) key)) {
                String value = first(entry.getValue());
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /**
     * Returns the wait that a client library gives as a number without a unit: seconds; from 1,000,000,000 on an
     * instant in seconds since 1970, and from 100,000,000,000 on an instant in milliseconds.
     *
     * @param number the number
     * @param nowEpochMillis the current time in milliseconds since 1970
     * @return the wait in nanoseconds, 0 for a past instant, at most {@code Long.MAX_VALUE};
     *     {@link RateLimitHint#NO_DELAY} for a negative number
     */
    public static long retryDelayNanos(long number, long nowEpochMillis) {
        return Epochs.retryDelayNanos(number, nowEpochMillis);
    }

    /**
     * Returns the wait until an instant.
     *
     * @param epochMillis the instant in milliseconds since 1970
     * @param nowEpochMillis the current time in milliseconds since 1970
     * @return the wait in nanoseconds, 0 for a past instant, at most {@code Long.MAX_VALUE}
     */
    public static long nanosUntil(long epochMillis, long nowEpochMillis) {
        return Epochs.nanosUntil(epochMillis, nowEpochMillis);
    }

    /**
     * Returns the HTTP status of a gRPC status code, by the table in {@code google/rpc/code.proto}.
     *
     * @param grpcCode the code's number; any but 0 to 16 counts as {@code UNKNOWN}, as in gRPC
     * @return the status, 200 to 504
     */
    public static int httpStatus(int grpcCode) {
        switch (grpcCode) {
            case 0: // OK
                return 200;
            case 1: // CANCELLED
                return 499;
            case 3: // INVALID_ARGUMENT
            case 9: // FAILED_PRECONDITION
            case 11: // OUT_OF_RANGE
                return 400;
            case 4: // DEADLINE_EXCEEDED
                return 504;
            case 5: // NOT_FOUND
                return 404;
            case 6: // ALREADY_EXISTS
            case 10: // ABORTED
                return 409;
            case 7: // PERMISSION_DENIED
                return 403;
            case 8: // RESOURCE_EXHAUSTED
                return 429;
            case 12: // UNIMPLEMENTED
                return 501;
            case 14: // UNAVAILABLE
                return 503;
            case 16: // UNAUTHENTICATED
                return 401;
            default: // UNKNOWN, INTERNAL, DATA_LOSS
                return 500;
        }
    }

    /**
     * Returns the wait in the {@code google.rpc.RetryInfo} of a gRPC status.
     *
     * @param statusDetails a {@code google.rpc.Status}: the value of the trailer {@code grpc-status-details-bin}
     * @return the wait in nanoseconds, at most {@code Long.MAX_VALUE}; {@link RateLimitHint#NO_DELAY} if it is missing,
     *     negative or unreadable
     */
    public static long retryInfoNanos(byte @Nullable [] statusDetails) {
        return statusDetails == null ? RateLimitHint.NO_DELAY : RetryInfo.retryDelayNanos(statusDetails);
    }

    private static @Nullable Object valueOf(Map<String, ?> headers, String name) {
        try {
            return headers.get(name);
        } catch (RuntimeException unaskable) {
            // Such as a map with a comparator; its entries can still be read.
            return null;
        }
    }

    private static @Nullable String first(@Nullable Object value) {
        if (value instanceof String) {
            return (String) value;
        }
        if (value instanceof Iterable) {
            for (Object each : (Iterable<?>) value) {
                if (each instanceof String) {
                    return (String) each;
                }
            }
        }
        return null;
    }
}
