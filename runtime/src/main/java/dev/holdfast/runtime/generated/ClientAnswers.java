package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.http.Epochs;
import dev.holdfast.runtime.internal.http.RetryInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what HTTP clients' answers and exceptions carry in forms of their own: maps of headers, numbers, status codes of gRPC.
 * For generated code. Whatever it is given, it throws nothing.
 */
public final class ClientAnswers {

    private ClientAnswers() {}

    /**
     * Returns the first value of a header. The key as it is written is tried first, then all keys in any case of letters.
     *
     * @param headers what a client gives: names, and for each a text or an {@code Iterable} of texts; keys and values may be
     *     null, and what is no text is passed over
     * @param name the header's name
     * @return the value as it came, or null where there is none
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
     * Returns the wait that a number stands for, when a client library gives one without a unit: seconds; from 1,000,000,000 on
     * the instant of so many seconds since 1970, and from 100,000,000,000 on of so many milliseconds.
     *
     * @param number the number
     * @param nowEpochMillis the present, in milliseconds from 1970
     * @return the wait in nanoseconds, 0 where the instant is past, at most {@code Long.MAX_VALUE};
     *     {@link RateLimitHint#NO_DELAY} for a negative number
     */
    public static long retryDelayNanos(long number, long nowEpochMillis) {
        return Epochs.retryDelayNanos(number, nowEpochMillis);
    }

    /**
     * Returns the wait until an instant.
     *
     * @param epochMillis the instant, in milliseconds from 1970
     * @param nowEpochMillis the present, in milliseconds from 1970
     * @return the wait in nanoseconds, 0 where the instant is past, at most {@code Long.MAX_VALUE}
     */
    public static long nanosUntil(long epochMillis, long nowEpochMillis) {
        return Epochs.nanosUntil(epochMillis, nowEpochMillis);
    }

    /**
     * Returns the HTTP status that a status code of gRPC stands for, by the table in {@code google/rpc/code.proto}.
     *
     * @param grpcCode the code's number; what is none of 0 to 16 is taken for {@code UNKNOWN}, as gRPC does
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
     * Returns the wait that the details of a gRPC status ask for, in a {@code google.rpc.RetryInfo}.
     *
     * @param statusDetails a {@code google.rpc.Status}: the value of the trailer {@code grpc-status-details-bin}
     * @return the wait in nanoseconds, at most {@code Long.MAX_VALUE}; {@link RateLimitHint#NO_DELAY} where there is none, it is
     *     negative, or the bytes can't be read
     */
    public static long retryInfoNanos(byte @Nullable [] statusDetails) {
        return statusDetails == null ? RateLimitHint.NO_DELAY : RetryInfo.retryDelayNanos(statusDetails);
    }

    private static @Nullable Object valueOf(Map<String, ?> headers, String name) {
        try {
            return headers.get(name);
        } catch (RuntimeException unaskable) {
            // A map with an order of its own, say; its entries can still be looked at.
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
