package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Decides whether a failed attempt is retried, how often, and after which delay.
 *
 * <p>The delay after attempt {@code n}, counted from 0, is {@code min(maxDelay, baseDelay * factor^n)}, with {@link
 * Jitter}, which never exceeds the maximum delay. Immutable and thread-safe; can be shared by any number of calls.
 */
public interface ExponentialBackoff {

    /**
     * Returns a builder with the defaults of {@link dev.holdfast.annotations.Backoff}.
     *
     * @return a new builder
     */
    static ExponentialBackoffBuilder builder() {
        return new ExponentialBackoffBuilder();
    }

    /**
     * Returns the delay after an attempt, with jitter: a new random value each time, unless jitter is {@link
     * Jitter#NONE}. Any attempt number is valid, also beyond {@link #maxAttempts()}.
     *
     * @param attempt the failed attempt, counted from 0
     * @return the delay, from zero to the maximum delay, with nanosecond resolution
     * @throws IllegalArgumentException if the attempt is negative
     */
    Duration calculateDelay(int attempt);

    /**
     * Returns the maximum number of attempts, including the first.
     *
     * @return the number, from 1 to 1,000
     */
    int maxAttempts();

    /**
     * Returns whether a failure without an HTTP status is retryable: a class in {@code retryOn} matches it and none in
     * {@code abortOn} does. For an {@link Error}, {@link InterruptedException}, {@link CancellationException} or
     * {@link ResilienceException} only that class itself or a subclass in {@code retryOn} matches. An exception caused
     * by an interrupt or a cancellation is never retryable.
     *
     * @param failure the exception
     * @return true for a retryable one
     */
    boolean isRetryable(Throwable failure);

    /**
     * Returns whether an answer with an HTTP status is retryable. The status alone decides, for results and exceptions,
     * but {@code abortOn} takes precedence.
     *
     * @param status any number; only HTTP statuses are retryable
     * @return true for a retryable one
     */
    boolean isRetryable(int status);
}
