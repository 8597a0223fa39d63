package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds an {@link ExponentialBackoff} with the defaults of {@link dev.holdfast.annotations.Backoff}.
 *
 * <p>Durations are at most 365 days. Every setter throws {@link IllegalArgumentException} for a value out of its range.
 * Not thread-safe; can be changed and used again after a build.
 */
public final class ExponentialBackoffBuilder {

    private final BackoffSetup setup = BackoffSetup.create();

    ExponentialBackoffBuilder() {}

    /**
     * Sets the maximum number of attempts, including the first.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxAttempts(int attempts) {
        setup.maxAttempts(attempts);
        return this;
    }

    /**
     * Sets the delay after the first attempt, before jitter.
     *
     * @param delay zero (retry at once) or more, at most {@code maxDelay}; 1 second by default
     * @return this builder
     */
    public ExponentialBackoffBuilder baseDelay(Duration delay) {
        setup.baseDelayNanos(Nanos.of("baseDelay", delay));
        return this;
    }

    /**
     * Sets the maximum delay, with jitter.
     *
     * @param delay at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxDelay(Duration delay) {
        setup.maxDelayNanos(Nanos.of("maxDelay", delay));
        return this;
    }

    /**
     * Sets the multiplier applied to the delay after each attempt.
     *
     * @param factor from 1.0 to 100.0; 2.0 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder factor(double factor) {
        setup.factor(factor);
        return this;
    }

    /**
     * Sets the random variation of delays.
     *
     * @param jitter the kind; {@link Jitter#FULL} by default
     * @return this builder
     */
    public ExponentialBackoffBuilder jitter(Jitter jitter) {
        setup.jitter(jitter);
        return this;
    }

    /**
     * Sets the exceptions to retry if they carry no HTTP status from 300 on, with their subclasses. Errors, interrupts,
     * cancellations and rejections by Holdfast must be named, see {@link ExponentialBackoff#isRetryable(Throwable)}.
     *
     * @param classes any number, or none; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final ExponentialBackoffBuilder retryOn(Class<? extends Throwable>... classes) {
        setup.retryOn(classes);
        return this;
    }

    /**
     * Sets the exceptions that are never retried, with their subclasses. Takes precedence over all other settings.
     *
     * @param classes any number; none by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final ExponentialBackoffBuilder abortOn(Class<? extends Throwable>... classes) {
        setup.abortOn(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses to retry.
     *
     * @param patterns any number, or none, from 100 to 599: {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and
     *     500 to 599 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder retryStatuses(String... patterns) {
        setup.retryStatuses(patterns);
        return this;
    }

    /**
     * Sets the deadline of a call, for all attempts and waits together. A wait beyond the deadline is not begun, and a
     * {@link TimeLimiter} gives an attempt at most the time that is left.
     *
     * @param deadline more than zero; none by default
     * @return this builder
     */
    public ExponentialBackoffBuilder deadline(Duration deadline) {
        setup.deadlineNanos(Nanos.of("deadline", deadline));
        return this;
    }

    /**
     * Builds the policy with the system's random numbers.
     *
     * @return a new policy
     * @throws IllegalArgumentException if {@code maxDelay} is shorter than {@code baseDelay}
     */
    public ExponentialBackoff build() {
        return Context.defaults().make(setup);
    }

    /**
     * Builds the policy with the random numbers of a context.
     *
     * @param holdfast the context
     * @return a new policy
     * @throws IllegalArgumentException if {@code maxDelay} is shorter than {@code baseDelay}
     */
    public ExponentialBackoff build(Holdfast holdfast) {
        return Context.of(holdfast).make(setup);
    }
}
