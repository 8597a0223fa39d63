package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends an attempt that took longer than its {@link TimeLimiter} allows. Unlike a rejection it is a failure of the
 * delegate, counted and retried like any other exception. The cause is the exception of the interrupted attempt, if it
 * threw one. There is no stack trace, which keeps a time-out cheap. A call made in the middle of an attempt whose time
 * is up throws the exception of that attempt, and makes none of its own.
 */
public final class CallTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The name of the call. */
    private final String call;

    /** The time limit of the attempt, in nanoseconds. */
    private final long limitNanos;

    /**
     * Creates a timeout, for tests too.
     *
     * @param call the name of the call
     * @param limitNanos the time limit of the attempt, in nanoseconds
     * @param cause the exception of the interrupted attempt, or null
     */
    public CallTimeoutException(String call, long limitNanos, @Nullable Throwable cause) {
        super(null, cause);
        this.call = call;
        this.limitNanos = limitNanos;
    }

    /**
     * Returns the name of the call, such as {@code "GitHubClient.user"}.
     *
     * @return the name, as in events
     */
    public String call() {
        return call;
    }

    /**
     * Returns the time limit of the attempt: of the policy, or the time left before the call's deadline.
     *
     * @return the duration, more than zero
     */
    public Duration limit() {
        return Duration.ofNanos(limitNanos);
    }

    /** Returns the call and its limit. Built on demand, since most are retried and never printed. */
    @Override
    public String getMessage() {
        return call + " took longer than " + DurationText.rounded(limitNanos);
    }

    /** Does nothing: the exception is made elsewhere than the attempt that took too long. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to protect
    public Throwable fillInStackTrace() {
        return this;
    }
}
