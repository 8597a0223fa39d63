package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;

/**
 * A call that Holdfast itself rejected: the delegate was not called. Has no stack trace, so that
 * rejecting is cheap; the name says which policy it was. Never retried by default and never counted as a failure of the
 * delegate.
 */
public abstract class ResilienceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Name of the policy instance that rejected the call. */
    private final String name;

    /** Nanoseconds until a call may succeed. */
    private final long retryAfterNanos;

    ResilienceException(String name, long retryAfterNanos) {
        this.name = name;
        this.retryAfterNanos = Math.max(0, retryAfterNanos);
    }

    /**
     * Returns the name of the breaker, limiter or other policy that rejected the call.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * Returns how long to wait before a further call has a chance, as seen when the call was rejected.
     *
     * @return the duration, zero or more
     */
    public final Duration retryAfter() {
        return Duration.ofNanos(retryAfterNanos);
    }

    /** Says what rejected the call and, if that is known, for how long. Built only when asked for: most rejections are never printed. */
    @Override
    public final String getMessage() {
        return retryAfterNanos == 0 ? reason() : reason() + ", retry after " + DurationText.rounded(retryAfterNanos);
    }

    /** Does nothing: where a call is rejected says nothing, and a trace costs many times the rejection. */
    @Override
    public final synchronized Throwable fillInStackTrace() {
        return this;
    }

    abstract String reason();
}
