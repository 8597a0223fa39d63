package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.backoff.BackoffDraft;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.unit.Settings;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link ExponentialBackoff} as generated code gives them, with times in nanoseconds. Not thread-safe. */
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
     * Sets the number of calls in all, the first included.
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
     * Sets the longest delay, also after jitter.
     *
     * @param nanos nanoseconds, at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public BackoffSetup maxDelayNanos(long nanos) {
        draft.maxDelayNanos(nanos);
        return this;
    }

    /**
     * Sets what each further attempt multiplies the delay with.
     *
     * @param factor from 1.0 to 100.0; 2.0 by default
     * @return this builder
     */
    public BackoffSetup factor(double factor) {
        draft.factor(factor);
        return this;
    }

    /**
     * Sets how delays are spread at random.
     *
     * @param jitter the kind; {@link Jitter#FULL} by default
     * @return this builder
     */
    public BackoffSetup jitter(Jitter jitter) {
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
    public final BackoffSetup retryOn(Class<? extends Throwable>... classes) {
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
    public final BackoffSetup abortOn(Class<? extends Throwable>... classes) {
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
    public BackoffSetup retryStatuses(String... patterns) {
        draft.retryStatuses(patterns);
        return this;
    }

    /**
     * Sets the budget for all attempts and waits of a call together. A wait that would overrun it is not begun,
     * and where attempts have a {@link TimeLimiter} none gets more than what is left.
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
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     */
    public ExponentialBackoff build(ClientSetup setup, @Nullable ExponentialBackoff given) {
        return setup.client.build(draft, ClientOverrides.ON_TYPE, Settings.ours(RetryPolicy.class, given));
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     */
    public ExponentialBackoff build(ClientSetup setup, String method, @Nullable ExponentialBackoff given) {
        return setup.client.build(draft, method, Settings.ours(RetryPolicy.class, given));
    }
}
