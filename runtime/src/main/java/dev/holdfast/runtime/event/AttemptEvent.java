package dev.holdfast.runtime.event;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt without a good answer. Immutable. */
public final class AttemptEvent {

    private final String call;
    private final int attempt;
    private final @Nullable Throwable failure;
    private final int status;
    private final long delayNanos;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param call the name of the call
     * @param attempt its number, from 1
     * @param failure the failure
     * @param status the HTTP status
     * @param delayNanos nanoseconds until the next attempt
     */
    public AttemptEvent(String call, int attempt, @Nullable Throwable failure, int status, long delayNanos) {
        this.call = call;
        this.attempt = attempt;
        this.failure = failure;
        this.status = status;
        this.delayNanos = delayNanos;
    }

    /**
     * Returns the name of the call, such as {@code "GitHubClient.user"}.
     *
     * @return the name
     */
    public String call() {
        return call;
    }

    /**
     * Returns the number of the attempt.
     *
     * @return the number, from 1
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns the exception of the attempt.
     *
     * @return the exception, or null for a bad result
     */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Returns the HTTP status of the answer.
     *
     * @return the status, or 0 without one
     */
    public int status() {
        return status;
    }

    /**
     * Returns the delay before the next attempt.
     *
     * @return the duration; zero without a next attempt
     */
    public Duration delay() {
        return Duration.ofNanos(delayNanos);
    }

    /** One line for logs. */
    @Override
    public String toString() {
        String what = failure != null ? failure.toString() : "status " + status;
        return call + " attempt " + attempt + ": " + what
                + (delayNanos > 0 ? ", next in " + DurationText.rounded(delayNanos) : "");
    }
}
