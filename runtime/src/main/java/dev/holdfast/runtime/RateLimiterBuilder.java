package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.limit.LimiterDraft;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link RateLimiter}; the defaults are those of {@link dev.holdfast.annotations.RateLimited}. Every setter throws
 * {@code IllegalArgumentException} for a value out of its range. Not thread-safe; what it builds is.
 */
public final class RateLimiterBuilder {

    private final LimiterDraft draft = new LimiterDraft();

    RateLimiterBuilder() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the limiter.
     *
     * @param name not empty; "rate limiter" by default, which is not shared
     * @return this
     */
    public RateLimiterBuilder name(String name) {
        draft.name(name);
        return this;
    }

    /**
     * Sets the wait where an answer gives no usable hint.
     *
     * @param duration from zero to {@code maxDelay}; 30 seconds by default
     * @return this
     */
    public RateLimiterBuilder defaultDelay(Duration duration) {
        draft.defaultDelayNanos(Nanos.of("defaultDelay", duration));
        return this;
    }

    /**
     * Sets the longest wait accepted.
     *
     * @param duration more than zero, at most 365 days; 300 seconds by default
     * @return this
     */
    public RateLimiterBuilder maxDelay(Duration duration) {
        draft.maxDelayNanos(Nanos.of("maxDelay", duration));
        return this;
    }

    /**
     * Sets whether {@code Retry-After} is read; where not, every wait is the default delay.
     *
     * @param respect true by default
     * @return this
     */
    public RateLimiterBuilder respectRetryAfter(boolean respect) {
        draft.respectRetryAfter(respect);
        return this;
    }

    /**
     * Sets what to do when a server asks for more than {@code maxDelay}.
     *
     * @param choice give up by default
     * @return this
     */
    public RateLimiterBuilder beyondMaxDelay(BeyondMaxDelay choice) {
        draft.beyondMaxDelay(choice);
        return this;
    }

    /**
     * Sets the HTTP statuses that mean a rate limit: 429 always, others where the answer shows it, as by a {@code Retry-After}.
     *
     * @param statuses at least one, each from 400 to 599; 429 by default
     * @return this
     */
    public RateLimiterBuilder statuses(int... statuses) {
        draft.statuses(statuses);
        return this;
    }

    /**
     * Sets the number of calls in all, the first included, where no backoff sets it.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this
     */
    public RateLimiterBuilder maxAttempts(int attempts) {
        draft.maxAttempts(attempts);
        return this;
    }

    /**
     * Sets whether a hint holds back every call through this limiter or only the one that got it.
     *
     * @param shared true by default
     * @return this
     */
    public RateLimiterBuilder shared(boolean shared) {
        draft.shared(shared);
        return this;
    }

    /**
     * Sets how many attempts are made in a time of {@code per}, evenly spaced.
     *
     * @param permits from 1 to 1,000,000,000, at most one for each nanosecond; 0, the default, for no quota
     * @return this
     */
    public RateLimiterBuilder permits(int permits) {
        draft.permits(permits);
        return this;
    }

    /**
     * Sets the time that {@code permits} are for.
     *
     * @param duration more than zero, at most 365 days; one second by default
     * @return this
     */
    public RateLimiterBuilder per(Duration duration) {
        draft.perNanos(Nanos.of("per", duration));
        return this;
    }

    /**
     * Sets how many attempts more may be made at once than evenly spaced ones.
     *
     * @param burst from 0, the default, to as many as are regained in 365 days
     * @return this
     */
    public RateLimiterBuilder burst(int burst) {
        draft.burst(burst);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for its place in the quota.
     *
     * @param duration from zero, the default, to 365 days
     * @return this
     */
    public RateLimiterBuilder maxWait(Duration duration) {
        draft.maxWaitNanos(Nanos.of("maxWait", duration));
        return this;
    }

    /**
     * Builds a limiter on the clock of the machine, without a listener.
     *
     * @return a new limiter
     * @throws IllegalArgumentException if {@code maxDelay} is less than {@code defaultDelay}, or the quota out of its range
     */
    public RateLimiter build() {
        return draft.make();
    }

    /**
     * Builds a limiter on the clock of a context, which reports to that context's listener and is not shared.
     *
     * @param holdfast the context
     * @return a new limiter
     * @throws IllegalArgumentException if {@code maxDelay} is less than {@code defaultDelay}, or the quota out of its range
     */
    public RateLimiter build(Holdfast holdfast) {
        return draft.make(Context.of(holdfast));
    }

    RateLimiter share(Holdfast holdfast, String usedBy) {
        return draft.share(Context.of(holdfast), usedBy);
    }
}
