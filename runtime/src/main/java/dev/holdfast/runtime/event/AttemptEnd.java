package dev.holdfast.runtime.event;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The end of an attempt. Immutable. */
public final class AttemptEnd {

    private final CallInfo call;
    private final int attempt;
    private final Outcome outcome;
    private final @Nullable Throwable failure;
    private final int status;
    private final long durationNanos;
    private final long delayNanos;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param call the call
     * @param attempt its number, from 1
     * @param outcome the outcome
     * @param failure the exception; null for a result
     * @param status the HTTP status; 0 without one
     * @param durationNanos the time of the attempt in nanoseconds
     * @param delayNanos nanoseconds until the next attempt; negative without one
     */
    public AttemptEnd(
            CallInfo call,
            int attempt,
            Outcome outcome,
            @Nullable Throwable failure,
            int status,
            long durationNanos,
            long delayNanos) {
        this.call = Objects.requireNonNull(call, "call");
        this.attempt = attempt;
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.failure = failure;
        this.status = status;
        this.durationNanos = durationNanos;
        this.delayNanos = delayNanos;
    }

    /**
     * Returns the call.
     *
     * @return the same object in all events of the call
     */
    public CallInfo call() {
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
     * Returns the outcome.
     *
     * @return {@code SUCCESS}, {@code FAILURE}, {@code RATE_LIMITED} or {@code CANCELLED}
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the exception of the attempt.
     *
     * @return the exception, or null for a result
     */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Returns the HTTP status of the answer.
     *
     * @return the status of an answer that is not plainly good; 0 for any other, and without one
     */
    public int status() {
        return status;
    }

    /**
     * Returns the time of the attempt.
     *
     * @return the duration; zero if no listener {@linkplain CallListener#wantsTimes wants times}
     */
    public Duration duration() {
        return Duration.ofNanos(durationNanos);
    }

    /**
     * The same as {@link #duration}, without an object.
     *
     * @return nanoseconds
     */
    public long durationNanos() {
        return durationNanos;
    }

    /**
     * Returns whether another attempt is to follow after the {@link #delay}. It may still be rejected then, or the call
     * cancelled.
     *
     * @return false if the answer is final
     */
    public boolean isRetried() {
        return delayNanos >= 0;
    }

    /**
     * Returns the delay before the next attempt.
     *
     * @return the duration; zero without a next attempt
     */
    public Duration delay() {
        return Duration.ofNanos(Math.max(0, delayNanos));
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return call.call() + " attempt " + attempt + ": " + outcome
                + (failure != null ? ", " + failure : status == 0 ? "" : ", status " + status)
                + (durationNanos > 0 ? " after " + DurationText.rounded(durationNanos) : "")
                + (isRetried() ? ", next in " + DurationText.rounded(delayNanos) : "");
    }
}
