package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.internal.backoff.BackoffSettings;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link ExponentialBackoff} for generated code, with times in nanoseconds. Not thread-safe. */
public final class BackoffSetup extends BackoffSettings {

    /** The simple name of the annotation. */
    static final String ANNOTATION = "Backoff";

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static BackoffSetup create() {
        return new BackoffSetup();
    }

    BackoffSetup() {}

    /**
     * Sets the maximum number of attempts, including the first.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this builder
     */
    public BackoffSetup maxAttempts(int attempts) {
        this.maxAttempts = Settings.inRange("maxAttempts", attempts, 1, 1_000);
        return this;
    }

    /**
     * Sets the delay after the first attempt, before jitter.
     *
     * @param nanos nanoseconds, zero (retry at once) or more, at most {@code maxDelay}; 1 second by default
     * @return this builder
     */
    public BackoffSetup baseDelayNanos(long nanos) {
        this.baseDelay = Nanos.notNegative("baseDelay", nanos);
        return this;
    }

    /**
     * Sets the maximum delay, with jitter.
     *
     * @param nanos nanoseconds, at least {@code baseDelay}; 60 seconds by default
     * @return this builder
     */
    public BackoffSetup maxDelayNanos(long nanos) {
        this.maxDelay = Nanos.notNegative("maxDelay", nanos);
        return this;
    }

    /**
     * Sets the multiplier applied to the delay after each attempt.
     *
     * @param factor from 1.0 to 100.0; 2.0 by default
     * @return this builder
     */
    public BackoffSetup factor(double factor) {
        this.factor = Settings.inRange("factor", factor, 1.0, 100.0);
        return this;
    }

    /**
     * Sets the random variation of delays.
     *
     * @param jitter the kind; {@link Jitter#FULL} by default
     * @return this builder
     */
    public BackoffSetup jitter(Jitter jitter) {
        this.jitter = Objects.requireNonNull(jitter, "jitter") == Jitter.FULL ? null : jitter;
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
        this.retryOn = Settings.classes("retryOn", classes);
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
        this.abortOn = Settings.classes("abortOn", classes);
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
        this.retryStatuses = StatusSet.of(patterns);
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
        this.deadline = Nanos.positive("deadline", nanos);
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
        return setup.build(this, RetryPolicy.class, given);
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
        return setup.build(this, method, RetryPolicy.class, given);
    }

    @Override
    protected String annotation() {
        return ANNOTATION;
    }

    @Override
    protected List<String> overridable() {
        return Arrays.asList("maxAttempts", "baseDelay", "maxDelay", "factor", "jitter", "retryStatuses", "deadline");
    }

    @Override
    protected List<String> fixed() {
        return Arrays.asList("retryOn", "abortOn", "retryResult");
    }

    @Override
    protected String get(String attribute) {
        switch (attribute) {
            case "maxAttempts":
                return String.valueOf(maxAttempts);
            case "baseDelay":
                return DurationText.of(baseDelay);
            case "maxDelay":
                return DurationText.of(maxDelay);
            case "factor":
                return String.valueOf(factor);
            case "jitter":
                return jitter().name();
            case "retryStatuses":
                return retryStatuses.toString();
            default: // "deadline"
                return durationOrNone(deadline);
        }
    }

    @Override
    protected void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "maxAttempts":
                maxAttempts(value.integer());
                break;
            case "baseDelay":
                baseDelayNanos(value.nanos());
                break;
            case "maxDelay":
                maxDelayNanos(value.nanos());
                break;
            case "factor":
                factor(value.number());
                break;
            case "jitter":
                jitter(value.constant(Jitter.values()));
                break;
            case "retryStatuses":
                retryStatuses(value.list());
                break;
            case "deadline":
                if (value.isEmpty()) {
                    deadline = 0;
                } else {
                    deadlineNanos(value.nanos());
                }
                break;
            default:
                value.refuse(attribute);
        }
    }
}
