package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link RateLimiter} with the defaults of {@link dev.holdfast.annotations.RateLimited}. Every setter throws
 * {@code IllegalArgumentException} for a value out of its range. Not thread-safe; the built object is.
 */
public final class RateLimiterBuilder {

    private final LimiterSetup setup = LimiterSetup.create();

    RateLimiterBuilder() {}

    /**
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the limiter.
     *
     * @param name not empty; "rate limiter" by default, a name that is never shared
     * @return this
     */
    public RateLimiterBuilder name(String name) {
        setup.name(name);
        return this;
    }

    /**
     * Sets the delay after a rate limit without a usable hint.
     *
     * @param duration from zero to {@code maxDelay}; 30 seconds by default
     * @return this
     */
    public RateLimiterBuilder defaultDelay(Duration duration) {
        setup.defaultDelayNanos(Nanos.of("defaultDelay", duration));
        return this;
    }

    /**
     * Sets the maximum delay.
     *
     * @param duration more than zero, at most 365 days; 300 seconds by default
     * @return this
     */
    public RateLimiterBuilder maxDelay(Duration duration) {
        setup.maxDelayNanos(Nanos.of("maxDelay", duration));
        return this;
    }

    /**
     * Sets whether {@code Retry-After} is read; if not, every delay is the default delay.
     *
     * @param respect true by default
     * @return this
     */
    public RateLimiterBuilder respectRetryAfter(boolean respect) {
        setup.respectRetryAfter(respect);
        return this;
    }

    /**
     * Sets the reaction to a requested delay beyond {@code maxDelay}.
     *
     * @param choice give up by default
     * @return this
     */
    public RateLimiterBuilder beyondMaxDelay(BeyondMaxDelay choice) {
        setup.beyondMaxDelay(choice);
        return this;
    }

    /**
     * Sets the HTTP statuses of rate limits: 429 always, others with evidence in the answer, such as {@code
     * Retry-After}.
     *
     * @param statuses at least one, each from 400 to 599; 429 by default
     * @return this
     */
    public RateLimiterBuilder statuses(int... statuses) {
        setup.statuses(statuses);
        return this;
    }

    /**
     * Sets the maximum number of attempts, including the first, for calls without a backoff.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this
     */
    public RateLimiterBuilder maxAttempts(int attempts) {
        setup.maxAttempts(attempts);
        return this;
    }

    /**
     * Sets whether a requested delay holds back all calls of this limiter, or only the call that received it.
     *
     * @param shared true by default
     * @return this
     */
    public RateLimiterBuilder shared(boolean shared) {
        setup.shared(shared);
        return this;
    }

    /**
     * Sets the quota: the number of attempts per {@code per}, evenly spaced.
     *
     * @param permits from 1 to 1,000,000,000, at most one for each nanosecond; 0, the default, for no quota
     * @return this
     */
    public RateLimiterBuilder permits(int permits) {
        setup.permits(permits);
        return this;
    }

    /**
     * Sets the time unit of {@code permits}.
     *
     * @param duration more than zero, at most 365 days; one second by default
     * @return this
     */
    public RateLimiterBuilder per(Duration duration) {
        setup.perNanos(Nanos.of("per", duration));
        return this;
    }

    /**
     * Sets the number of attempts that may be made ahead of the even spacing.
     *
     * @param burst from 0, the default, to the number of permits in 365 days
     * @return this
     */
    public RateLimiterBuilder burst(int burst) {
        setup.burst(burst);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for a place in the quota.
     *
     * @param duration from zero, the default, to 365 days
     * @return this
     */
    public RateLimiterBuilder maxWait(Duration duration) {
        setup.maxWaitNanos(Nanos.of("maxWait", duration));
        return this;
    }

    /**
     * Builds a limiter with the system clock and without a listener.
     *
     * @return a new limiter
     * @throws IllegalArgumentException if {@code maxDelay} is less than {@code defaultDelay}, or the quota is out of
     *     its range
     */
    public RateLimiter build() {
        return Context.defaults().make(setup);
    }

    /**
     * Builds an unshared limiter with the clock and the listener of a context.
     *
     * @param holdfast the context
     * @return a new limiter
     * @throws IllegalArgumentException if {@code maxDelay} is less than {@code defaultDelay}, or the quota is out of
     *     its range
     */
    public RateLimiter build(Holdfast holdfast) {
        return Context.of(holdfast).make(setup);
    }

    RateLimiter share(Holdfast holdfast, String usedBy) {
        return Context.of(holdfast).share(setup, usedBy);
    }
}
