package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.backoff.BackoffDraft;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.unit.Settings;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link ExponentialBackoff} for generated code, with times in nanoseconds. Not thread-safe. */
public final class BackoffSetup {

    private final BackoffDraft draft = new BackoffDraft();

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static BackoffSetup create() {
        return new BackoffSetup();
    }

    private BackoffSetup() {}

    /**
     * Sets the maximum number of attempts, including the first.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this builder
     */
    public BackoffSetup maxAttempts(int attempts) {
        draft.maxAttempts(attempts);
        return this;
    }

    /**
     * Sets the delay after the first attempt, before jitter.
     *
     * @param nanos nanoseconds, zero (retry at once) or more, at most {@code maxDelay}; 1 second by default
     * @return this builder
     */
    public BackoffSetup baseDelayNanos(long nanos) {
        draft.baseDelayNanos(nanos);
        return this;
    }

    /**
     * Sets the maximum delay, with jitter.
     *
     * @param nanos nanoseconds, at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public BackoffSetup maxDelayNanos(long nanos) {
        draft.maxDelayNanos(nanos);
        return this;
    }

    /**
     * Sets the multiplier applied to the delay after each attempt.
     *
     * @param factor from 1.0 to 100.0; 2.0 by default
     * @return this builder
     */
    public BackoffSetup factor(double factor) {
        draft.factor(factor);
        return this;
    }

    /**
     * Sets the random variation of delays.
     *
     * @param jitter the kind; {@link Jitter#FULL} by default
     * @return this builder
     */
    public BackoffSetup jitter(Jitter jitter) {
        draft.jitter(jitter);
        return this;
    }

    /**
     * Sets the exceptions to retry if they carry no HTTP status, with their subclasses. Errors, interrupts,
     * cancellations and rejections by Holdfast must be named, see {@link ExponentialBackoff#isRetryable(Throwable)}.
     *
     * @param classes any number, or none; {@code Exception} by default
     * @return this builder
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, and copied
    public final BackoffSetup retryOn(Class<? extends Throwable>... classes) {
        draft.retryOn(classes);
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
    public final BackoffSetup abortOn(Class<? extends Throwable>... classes) {
        draft.abortOn(classes);
        return this;
    }

    /**
     * Sets the HTTP statuses to retry.
     *
     * @param patterns any number, or none, from 100 to 599: {@code "503"}, {@code "5xx"}, {@code "500-504"}; 408 and
     *     500 to 599 by default
     * @return this builder
     */
    public BackoffSetup retryStatuses(String... patterns) {
        draft.retryStatuses(patterns);
        return this;
    }

    /**
     * Sets the deadline of a call, for all attempts and waits together. A wait beyond the deadline is not begun, and a
     * {@link TimeLimiter} gives an attempt at most the time that is left.
     *
     * @param nanos nanoseconds, more than zero; none by default
     * @return this builder
     */
    public BackoffSetup deadlineNanos(long nanos) {
        draft.deadlineNanos(nanos);
        return this;
    }

    /**
     * Builds the policy of the interface.
     *
     * @param setup of the client
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public ExponentialBackoff build(ClientSetup setup, @Nullable ExponentialBackoff given) {
        return setup.client.build(draft, ClientOverrides.ON_TYPE, Settings.implementation(RetryPolicy.class, given));
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public ExponentialBackoff build(ClientSetup setup, String method, @Nullable ExponentialBackoff given) {
        return setup.client.build(draft, method, Settings.implementation(RetryPolicy.class, given));
    }
}
