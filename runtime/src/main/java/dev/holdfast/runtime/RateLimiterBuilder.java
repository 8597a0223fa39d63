package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link RateLimiter}; the defaults are those of {@link dev.holdfast.annotations.RateLimited}. Every setter throws
 * {@code IllegalArgumentException} for a value out of its range. Not thread-safe; what it builds is.
 */
public final class RateLimiterBuilder extends PolicyBuilder<RateLimiter> {

    @Nullable
    String name;

    long defaultDelayNanos = 30_000_000_000L;
    long maxDelayNanos = 300_000_000_000L;
    boolean respectRetryAfter = true;
    BeyondMaxDelay beyondMaxDelay = BeyondMaxDelay.GIVE_UP;
    StatusSet statuses = StatusSet.of(429);
    int maxAttempts = 5;
    boolean shared = true;
    int permits;
    long perNanos = 1_000_000_000L;
    int burst;
    long maxWaitNanos;

    RateLimiterBuilder() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the limiter.
     *
     * @param name not empty; "rate limiter" by default, which is not shared
     * @return this
     */
    public RateLimiterBuilder name(String name) {
        this.name = Settings.name(name);
        return this;
    }

    /**
     * Sets the wait where an answer gives no usable hint.
     *
     * @param duration from zero to {@code maxDelay}; 30 seconds by default
     * @return this
     */
    public RateLimiterBuilder defaultDelay(Duration duration) {
        return defaultDelayNanos(Nanos.of("defaultDelay", duration));
    }

    /**
     * Sets the wait where an answer gives no usable hint.
     *
     * @param nanos nanoseconds, from zero to {@code maxDelay}; 30 seconds by default
     * @return this
     */
    public RateLimiterBuilder defaultDelayNanos(long nanos) {
        this.defaultDelayNanos = Nanos.notNegative("defaultDelay", nanos);
        return this;
    }

    /**
     * Sets the longest wait accepted.
     *
     * @param duration more than zero, at most 365 days; 300 seconds by default
     * @return this
     */
    public RateLimiterBuilder maxDelay(Duration duration) {
        return maxDelayNanos(Nanos.of("maxDelay", duration));
    }

    /**
     * Sets the longest wait accepted.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 300 seconds by default
     * @return this
     */
    public RateLimiterBuilder maxDelayNanos(long nanos) {
        this.maxDelayNanos = Nanos.positive("maxDelay", nanos);
        return this;
    }

    /**
     * Sets whether {@code Retry-After} is read; where not, every wait is the default delay.
     *
     * @param respect true by default
     * @return this
     */
    public RateLimiterBuilder respectRetryAfter(boolean respect) {
        this.respectRetryAfter = respect;
        return this;
    }

    /**
     * Sets what to do when a server asks for more than {@code maxDelay}.
     *
     * @param choice give up by default
     * @return this
     */
    public RateLimiterBuilder beyondMaxDelay(BeyondMaxDelay choice) {
        this.beyondMaxDelay = Objects.requireNonNull(choice, "beyondMaxDelay");
        return this;
    }

    /**
     * Sets the HTTP statuses that mean a rate limit: 429 always, others where the answer shows it, as by a {@code Retry-After}.
     *
     * @param statuses at least one, each from 400 to 599; 429 by default
     * @return this
     */
    public RateLimiterBuilder statuses(int... statuses) {
        if (statuses.length == 0) {
            throw new IllegalArgumentException("statuses is empty, must name at least one");
        }
        this.statuses = StatusSet.of(statuses);
        return this;
    }

    /**
     * Sets the number of calls in all, the first included, where no backoff sets it.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this
     */
    public RateLimiterBuilder maxAttempts(int attempts) {
        this.maxAttempts = Settings.inRange("maxAttempts", attempts, 1, 1_000);
        return this;
    }

    /**
     * Sets whether a hint holds back every call through this limiter or only the one that got it.
     *
     * @param shared true by default
     * @return this
     */
    public RateLimiterBuilder shared(boolean shared) {
        this.shared = shared;
        return this;
    }

    /**
     * Sets how many attempts are made in a time of {@code per}, evenly spaced.
     *
     * @param permits from 1 to 1,000,000,000, at most one for each nanosecond; 0, the default, for no quota
     * @return this
     */
    public RateLimiterBuilder permits(int permits) {
        this.permits = Settings.inRange("permits", permits, 0, 1_000_000_000);
        return this;
    }

    /**
     * Sets the time that {@code permits} are for.
     *
     * @param duration more than zero, at most 365 days; one second by default
     * @return this
     */
    public RateLimiterBuilder per(Duration duration) {
        return perNanos(Nanos.of("per", duration));
    }

    /**
     * Sets the time that {@code permits} are for.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; one second by default
     * @return this
     */
    public RateLimiterBuilder perNanos(long nanos) {
        this.perNanos = Nanos.positive("per", nanos);
        return this;
    }

    /**
     * Sets how many attempts more may be made at once than evenly spaced ones.
     *
     * @param burst from 0, the default, to as many as are regained in 365 days
     * @return this
     */
    public RateLimiterBuilder burst(int burst) {
        this.burst = Settings.inRange("burst", burst, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for its place in the quota.
     *
     * @param duration from zero, the default, to 365 days
     * @return this
     */
    public RateLimiterBuilder maxWait(Duration duration) {
        return maxWaitNanos(Nanos.of("maxWait", duration));
    }

    /**
     * Sets the longest wait of an attempt for its place in the quota.
     *
     * @param nanos nanoseconds, from zero, the default, to 365 days
     * @return this
     */
    public RateLimiterBuilder maxWaitNanos(long nanos) {
        this.maxWaitNanos = Nanos.notNegative("maxWait", nanos);
        return this;
    }

    /**
     * Builds a limiter on the clock of the machine, without a listener.
     *
     * @return a new limiter
     * @throws IllegalArgumentException if {@code maxDelay} is less than {@code defaultDelay}, or the quota out of its range
     */
    public RateLimiter build() {
        return new RateLimiter(settings(Clock.system(), Events.NONE));
    }

    /**
     * Builds a limiter on the clock of a context, which reports to that context's listener and is not shared.
     *
     * @param holdfast the context
     * @return a new limiter
     * @throws IllegalArgumentException if {@code maxDelay} is less than {@code defaultDelay}, or the quota out of its range
     */
    @Override
    public RateLimiter build(Holdfast holdfast) {
        Objects.requireNonNull(holdfast, "holdfast");
        return new RateLimiter(settings(holdfast.clock(), holdfast.events()));
    }

    LimiterSettings settings(Clock clock, Events events) {
        Settings.atLeast("maxDelay", maxDelayNanos, "defaultDelay", defaultDelayNanos);
        LimiterSettings.checkQuota(permits, perNanos, burst);
        return new LimiterSettings(this, clock, events);
    }

    @Override
    String annotation() {
        return "RateLimited";
    }

    @Override
    void set(String attribute, OverrideValue value) {
        OverridableAttributes.set(this, attribute, value);
    }

    @Override
    RateLimiter share(Holdfast holdfast, String usedBy) {
        return holdfast.rateLimiter(this, usedBy);
    }

    @Override
    void rename(String name) {
        name(name);
    }
}
