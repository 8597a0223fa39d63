package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that took longer than its {@link TimeLimiter} allows. Unlike a rejection it is a failure of the delegate, counted and
 * retried like any other exception. Its cause is what the interrupted call threw, where it threw something. It has no stack trace of its own,
 * so that giving up is cheap. A call that would begin within an attempt whose time is up already throws that attempt's, and begins nothing.
 */
public final class CallTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which call it was. */
    private final String call;

    /** How many nanoseconds the attempt had. */
    private final long limitNanos;

    /**
     * Creates a failure as a time limit causes it, for tests too.
     *
     * @param call the name of the call, such as {@code "GitHubClient.user"}
     * @param limitNanos nanoseconds that the attempt had; more than zero
     * @param cause the exception that the interrupted attempt threw; null for none
     */
    public CallTimeoutException(String call, long limitNanos, @Nullable Throwable cause) {
        super(null, cause);
        this.call = call;
        this.limitNanos = limitNanos;
    }

    /**
     * Returns which call took too long, such as {@code "GitHubClient.user"}.
     *
     * @return the name that the call has in events
     */
    public String call() {
        return call;
    }

    /**
     * Returns how much time the attempt had: the limit, or what was left of the call's deadline.
     *
     * @return the duration, more than zero
     */
    public Duration limit() {
        return Duration.ofNanos(limitNanos);
    }

    /** Says which call took longer than what. Built only when asked for, since most that are retried are never printed. */
    @Override
    public String getMessage() {
        return call + " took longer than " + DurationText.rounded(limitNanos);
    }

    /** Does nothing: the attempt that took too long is not where this is made. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
