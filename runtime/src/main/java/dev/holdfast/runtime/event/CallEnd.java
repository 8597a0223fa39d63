package dev.holdfast.runtime.event;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The end of a call. Immutable. */
public final class CallEnd {

    private final CallInfo call;
    private final int attempts;
    private final Outcome outcome;
    private final @Nullable Throwable failure;
    private final int status;
    private final long durationNanos;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param call the call
     * @param attempts the number of attempts; 0 if the first was rejected
     * @param outcome the outcome
     * @param failure the exception; null without one
     * @param status the HTTP status; 0 without one
     * @param durationNanos the time of the call in nanoseconds
     */
    public CallEnd(
            CallInfo call, int attempts, Outcome outcome, @Nullable Throwable failure, int status, long durationNanos) {
        this.call = Objects.requireNonNull(call, "call");
        this.attempts = attempts;
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.failure = failure;
        this.status = status;
        this.durationNanos = durationNanos;
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
     * Returns the number of attempts that were made.
     *
     * @return the number; 0 if the first was rejected
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns the outcome.
     *
     * @return any outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the exception of the call: that of the last attempt, or the rejection. With {@link Outcome#FALLBACK} the
     * one that the fallback answers for.
     *
     * @return the exception, or null for a result
     */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Returns the HTTP status of the last answer.
     *
     * @return the status of an answer that is not plainly good; 0 for any other, and without one
     */
    public int status() {
        return status;
    }

    /**
     * Returns the time of the call with all its attempts and waits, without its fallback.
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

    /** One line for logs. */
    @Override
    public String toString() {
        return call.call() + ": " + outcome + " with " + attempts + (attempts == 1 ? " attempt" : " attempts")
                + (failure != null ? ", " + failure : status == 0 ? "" : ", status " + status)
                + (durationNanos > 0 ? " after " + DurationText.rounded(durationNanos) : "");
    }
}
