package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.internal.backoff.BackoffDraft;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Settings of an {@link ExponentialBackoff}; the defaults are those of {@link dev.holdfast.annotations.Backoff}.
 *
 * <p>Lengths of time are at most 365 days. Each method throws {@link IllegalArgumentException} for a value out of its range and
 * returns this builder. Not for use by several threads at once; it may be changed and used again after a build.
 */
public final class ExponentialBackoffBuilder {

    private final BackoffDraft draft = new BackoffDraft();

    ExponentialBackoffBuilder() {}

    /**
     * Sets the number of calls in all, the first included.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxAttempts(int attempts) {
        draft.maxAttempts(attempts);
        return this;
    }

    /**
     * Sets the delay after the first attempt, before jitter.
     *
     * @param delay zero (retry at once) or more, at most {@code maxDelay}; 1 second by default
     * @return this builder
     */
    public ExponentialBackoffBuilder baseDelay(Duration delay) {
        draft.baseDelayNanos(Nanos.of("baseDelay", delay));
        return this;
    }

    /**
     * Sets the longest delay, also after jitter.
     *
     * @param delay at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxDelay(Duration delay) {
        draft.maxDelayNanos(Nanos.of("maxDelay", delay));
        return this;
    }

    /**
     * Sets what each further attempt multiplies the delay with.
     *
     * @param factor from 1.0 to 100.0; 2.0 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder factor(double factor) {
        draft.factor(factor);
        return this;
    }

    /**
     * Sets how delays are spread at random.
     *
     * @param jitter the kind; {@link Jitter#FULL} by default
     * @return this builder
     */
    public ExponentialBackoffBuilder jitter(Jitter jitter) {
        draft.jitter(jitter);
        return this;
    }

    /**
     * Sets the exceptions that are retried, subclasses included, where they carry no HTTP status. An error, interrupt,
     * cancellation or rejection by Holdfast is retried only where its type is named, see
     * {@link ExponentialBackoff#isRetryable(Throwable)}.
     *
     * @param classes any number, also none; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final ExponentialBackoffBuilder retryOn(Class<? extends Throwable>... classes) {
        draft.retryOn(classes);
        return this;
    }

    /**
     * Sets the exceptions that are never retried, subclasses included. Wins over all other settings.
     *
     * @param classes any number; none by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final ExponentialBackoffBuilder abortOn(Class<? extends Throwable>... classes) {
        draft.abortOn(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses that are retried, where the answer carries one.
     *
     * @param patterns any number, also none, from 100 to 599: {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and 500 to
     *     599 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder retryStatuses(String... patterns) {
        draft.retryStatuses(patterns);
        return this;
    }

    /**
     * Sets the budget for all attempts and waits of a call together. A wait that would overrun it is not begun,
     * and where attempts have a {@link TimeLimiter} none gets more than what is left.
     *
     * @param deadline more than zero; none by default
     * @return this builder
     */
    public ExponentialBackoffBuilder deadline(Duration deadline) {
        draft.deadlineNanos(Nanos.of("deadline", deadline));
        return this;
    }

    /**
     * Builds the policy, with random numbers of the system.
     *
     * @return a new policy
     * @throws IllegalArgumentException if {@code maxDelay} is shorter than {@code baseDelay}
     */
    public ExponentialBackoff build() {
        return draft.make();
    }

    /**
     * Builds the policy, with random numbers of a context.
     *
     * @param holdfast the context
     * @return a new policy
     * @throws IllegalArgumentException if {@code maxDelay} is shorter than {@code baseDelay}
     */
    public ExponentialBackoff build(Holdfast holdfast) {
        return draft.make(Context.of(holdfast));
    }
}
