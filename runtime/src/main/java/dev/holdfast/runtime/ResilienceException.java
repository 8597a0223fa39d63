package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;

/**
 * A rejection by Holdfast: the delegate was not called. There is no stack trace, which keeps rejections cheap; the name
 * is that of the policy. Not retried by default, and never counted as a failure of the delegate.
 */
public abstract class ResilienceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The name of the policy. */
    private final String name;

    /** The time until a further call has a chance, in nanoseconds. */
    private final long retryAfterNanos;

    ResilienceException(String name, long retryAfterNanos) {
        this.name = name;
        this.retryAfterNanos = Math.max(0, retryAfterNanos);
    }

    /**
     * Returns the name of the breaker, limiter or bulkhead.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * Returns the time until a further call has a chance, as of the rejection.
     *
     * @return the duration, zero or more
     */
    public final Duration retryAfter() {
        return Duration.ofNanos(retryAfterNanos);
    }

    /**
     * Returns the same in nanoseconds, for Android below API level 26, which has no {@code Duration}.
     *
     * @return nanoseconds, zero or more
     */
    public final long retryAfterNanos() {
        return retryAfterNanos;
    }

    /**
     * Returns the reason and, where it is known, the time until a further call has a chance. Built on demand, since
     * most rejections are never printed.
     */
    @Override
    public final String getMessage() {
        return retryAfterNanos == 0 ? reason() : reason() + ", retry after " + DurationText.rounded(retryAfterNanos);
    }

    /** Does nothing: a stack trace would cost many times the rejection. Without the lock, which would cost as much as the rest. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to protect
    public final Throwable fillInStackTrace() {
        return this;
    }

    /** Returns the policy and the reason, for the message. */
    abstract String reason();
}
