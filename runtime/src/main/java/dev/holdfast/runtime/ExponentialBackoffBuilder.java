package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import java.time.Duration;
import java.util.Objects;

/**
 * Settings of an {@link ExponentialBackoff}; the defaults are those of {@link dev.holdfast.annotations.Backoff}.
 *
 * <p>Lengths of time are at most 365 days. Each method throws {@link IllegalArgumentException} for a value out of its range and
 * returns this builder. Not for use by several threads at once; it may be changed and used again after a build.
 */
public final class ExponentialBackoffBuilder extends PolicyBuilder<ExponentialBackoff> {

    private static final int MOST_ATTEMPTS = 1_000;
    private static final double LARGEST_FACTOR = 100.0;

    int maxAttempts = 5;
    long baseDelay = 1_000_000_000L;
    long maxDelay = 60_000_000_000L;
    double factor = 2.0;
    Jitter jitter = Jitter.FULL;
    Class<?>[] retryOn = {Exception.class};
    Class<?>[] abortOn = {};
    StatusSet retryStatuses = StatusSet.of("408", "5xx");

    /** Zero for none. */
    long deadline;

    ExponentialBackoffBuilder() {}

    /**
     * Sets the number of calls in all, the first included.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxAttempts(int attempts) {
        this.maxAttempts = Settings.inRange("maxAttempts", attempts, 1, MOST_ATTEMPTS);
        return this;
    }

    /**
     * Sets the delay after the first attempt, before jitter.
     *
     * @param delay zero (retry at once) or more, at most {@code maxDelay}; 1 second by default
     * @return this builder
     */
    public ExponentialBackoffBuilder baseDelay(Duration delay) {
        return baseDelayNanos(Nanos.of("baseDelay", delay));
    }

    /**
     * Sets the delay after the first attempt, before jitter.
     *
     * @param nanos nanoseconds, zero (retry at once) or more, at most {@code maxDelay}; 1 second by default
     * @return this builder
     */
    public ExponentialBackoffBuilder baseDelayNanos(long nanos) {
        this.baseDelay = Nanos.notNegative("baseDelay", nanos);
        return this;
    }

    /**
     * Sets the longest delay, also after jitter.
     *
     * @param delay at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxDelay(Duration delay) {
        return maxDelayNanos(Nanos.of("maxDelay", delay));
    }

    /**
     * Sets the longest delay, also after jitter.
     *
     * @param nanos nanoseconds, at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public ExponentialBackoffBuilder maxDelayNanos(long nanos) {
        this.maxDelay = Nanos.notNegative("maxDelay", nanos);
        return this;
    }

    /**
     * Sets what each further attempt multiplies the delay with.
     *
     * @param factor from 1.0 to 100.0; 2.0 by default
     * @return this builder
     */
    public ExponentialBackoffBuilder factor(double factor) {
        this.factor = Settings.inRange("factor", factor, 1.0, LARGEST_FACTOR);
        return this;
    }

    /**
     * Sets how delays are spread at random.
     *
     * @param jitter the kind; {@link Jitter#FULL} by default
     * @return this builder
     */
    public ExponentialBackoffBuilder jitter(Jitter jitter) {
        this.jitter = Objects.requireNonNull(jitter, "jitter");
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
        this.retryOn = Settings.classes("retryOn", classes);
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
        this.abortOn = Settings.classes("abortOn", classes);
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
        this.retryStatuses = StatusSet.of(patterns);
        return this;
    }

    /**
     * Sets the budget for all attempts and waits of a call together. A wait that would overrun it is not begun,
     * and where attempts have a {@link Timeout} none gets more than what is left.
     *
     * @param deadline more than zero; none by default
     * @return this builder
     */
    public ExponentialBackoffBuilder deadline(Duration deadline) {
        return deadlineNanos(Nanos.of("deadline", deadline));
    }

    /**
     * Sets the budget for all attempts and waits of a call together. A wait that would overrun it is not begun,
     * and where attempts have a {@link Timeout} none gets more than what is left.
     *
     * @param nanos nanoseconds, more than zero; none by default
     * @return this builder
     */
    public ExponentialBackoffBuilder deadlineNanos(long nanos) {
        this.deadline = Nanos.positive("deadline", nanos);
        return this;
    }

    /**
     * Builds the policy, with random numbers of the system.
     *
     * @return a new policy
     * @throws IllegalArgumentException if {@code maxDelay} is shorter than {@code baseDelay}
     */
    public ExponentialBackoff build() {
        return build(RandomSource.system());
    }

    /**
     * Builds the policy, with random numbers of a context.
     *
     * @param holdfast the context
     * @return a new policy
     * @throws IllegalArgumentException if {@code maxDelay} is shorter than {@code baseDelay}
     */
    @Override
    public ExponentialBackoff build(Holdfast holdfast) {
        return build(holdfast.random());
    }

    private ExponentialBackoff build(RandomSource random) {
        Settings.atLeast("maxDelay", maxDelay, "baseDelay", baseDelay);
        return new ExponentialBackoff(this, random);
    }

    @Override
    String annotation() {
        return "Backoff";
    }

    @Override
    void set(String attribute, OverrideValue value) {
        OverridableAttributes.set(this, attribute, value);
    }
}
