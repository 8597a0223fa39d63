package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * How often, when and after how long a failed call is tried again.
 *
 * <p>The delay after attempt {@code n}, counted from 0, is {@code min(maxDelay, baseDelay * factor^n)}, spread at random as
 * {@link Jitter} says; no jitter leads past the longest delay. Made by {@link #builder()}, whose defaults are those of
 * {@link dev.holdfast.annotations.Backoff}. Immutable, hence safe for use by many threads and for sharing.
 */
public interface ExponentialBackoff {

    /**
     * Returns a builder whose defaults are those of {@link dev.holdfast.annotations.Backoff}.
     *
     * @return a new builder
     */
    static ExponentialBackoffBuilder builder() {
        return new ExponentialBackoffBuilder();
    }

    /**
     * Returns the delay to wait after an attempt, jitter applied: another one each time, unless jitter is
     * {@link Jitter#NONE}. It is from zero to the longest delay for every attempt number, however high, and also beyond
     * {@link #maxAttempts()}.
     *
     * @param attempt the attempt that failed, counted from 0
     * @return the delay, in nanoseconds' resolution
     * @throws IllegalArgumentException if the attempt is negative
     */
    Duration calculateDelay(int attempt);

    /**
     * Returns how many calls are made in all, the first included.
     *
     * @return the number, from 1 to 1,000
     */
    int maxAttempts();

    /**
     * Returns whether a failure that carries no HTTP status may be retried: some class of {@code retryOn} matches it and none
     * of {@code abortOn}. An {@link Error}, {@link InterruptedException}, {@link CancellationException} or
     * {@link ResilienceException} is only matched by a class of {@code retryOn} that is one of these or a subclass. An exception that
     * has an interrupt or a cancel among its causes is not retried.
     *
     * @param failure what was thrown
     * @return whether another attempt may help
     */
    boolean isRetryable(Throwable failure);

    /**
     * Returns whether an answer with this HTTP status may be retried. Where there is a status it decides alone, whether the
     * answer was returned or thrown, except that {@code abortOn} wins.
     *
     * @param status any number; what is no HTTP status is not retryable
     * @return whether another attempt may help
     */
    boolean isRetryable(int status);
}
