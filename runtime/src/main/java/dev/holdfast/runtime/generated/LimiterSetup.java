package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.internal.context.OverrideValue;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.limit.LimiterSettings;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.Settings;
import dev.holdfast.runtime.internal.unit.StatusSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link RateLimiter} for generated code, with times in nanoseconds. Not thread-safe. */
public final class LimiterSetup extends LimiterSettings {

    /** The simple name of the annotation. */
    static final String ANNOTATION = "RateLimited";

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static LimiterSetup create() {
        return new LimiterSetup();
    }

    LimiterSetup() {}

    /**
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the limiter.
     *
     * @param name not empty; "rate limiter" by default, a name that is never shared
     * @return this
     */
    public LimiterSetup name(String name) {
        this.name = checkedName(name);
        return this;
    }

    /**
     * Sets the delay after a rate limit without a usable hint.
     *
     * @param nanos nanoseconds, from zero to {@code maxDelay}; 30 seconds by default
     * @return this
     */
    public LimiterSetup defaultDelayNanos(long nanos) {
        this.defaultDelayNanos = Nanos.notNegative("defaultDelay", nanos);
        return this;
    }

    /**
     * Sets the maximum delay.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 300 seconds by default
     * @return this
     */
    public LimiterSetup maxDelayNanos(long nanos) {
        this.maxDelayNanos = Nanos.positive("maxDelay", nanos);
        return this;
    }

    /**
     * Sets whether {@code Retry-After} is read; if not, every delay is the default delay.
     *
     * @param respect true by default
     * @return this
     */
    public LimiterSetup respectRetryAfter(boolean respect) {
        this.respectRetryAfter = respect;
        return this;
    }

    /**
     * Sets the reaction to a requested delay beyond {@code maxDelay}.
     *
     * @param choice give up by default
     * @return this
     */
    public LimiterSetup beyondMaxDelay(BeyondMaxDelay choice) {
        this.beyondMaxDelay =
                Objects.requireNonNull(choice, "beyondMaxDelay") == BeyondMaxDelay.GIVE_UP ? null : choice;
        return this;
    }

    /**
     * Sets the HTTP statuses of rate limits: 429 always, others with evidence in the answer, such as {@code
     * Retry-After}.
     *
     * @param statuses at least one, each from 400 to 599; 429 by default
     * @return this
     */
    public LimiterSetup statuses(int... statuses) {
        if (statuses.length == 0) {
            throw new IllegalArgumentException("statuses is empty, must name at least one");
        }
        this.statuses = StatusSet.of(statuses);
        return this;
    }

    /**
     * Sets the maximum number of attempts, including the first, for calls without a backoff.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this
     */
    public LimiterSetup maxAttempts(int attempts) {
        this.maxAttempts = Settings.inRange("maxAttempts", attempts, 1, 1_000);
        return this;
    }

    /**
     * Sets whether a requested delay holds back all calls of this limiter, or only the call that received it.
     *
     * @param shared true by default
     * @return this
     */
    public LimiterSetup shared(boolean shared) {
        this.shared = shared;
        return this;
    }

    /**
     * Sets the quota: the number of attempts per {@code per}, evenly spaced.
     *
     * @param permits from 1 to 1,000,000,000, at most one for each nanosecond; 0, the default, for no quota
     * @return this
     */
    public LimiterSetup permits(int permits) {
        this.permits = Settings.inRange("permits", permits, 0, 1_000_000_000);
        return this;
    }

    /**
     * Sets the time unit of {@code permits}.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; one second by default
     * @return this
     */
    public LimiterSetup perNanos(long nanos) {
        this.perNanos = Nanos.positive("per", nanos);
        return this;
    }

    /**
     * Sets the number of attempts that may be made ahead of the even spacing.
     *
     * @param burst from 0, the default, to the number of permits in 365 days
     * @return this
     */
    public LimiterSetup burst(int burst) {
        this.burst = Settings.inRange("burst", burst, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for a place in the quota.
     *
     * @param nanos nanoseconds, from zero, the default, to 365 days
     * @return this
     */
    public LimiterSetup maxWaitNanos(long nanos) {
        this.maxWaitNanos = Nanos.notNegative("maxWait", nanos);
        return this;
    }

    /**
     * Builds the policy of the interface.
     *
     * @param setup of the client
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public RateLimiter build(ClientSetup setup, @Nullable RateLimiter given) {
        return setup.build(this, Limiter.class, given);
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     */
    public RateLimiter build(ClientSetup setup, String method, @Nullable RateLimiter given) {
        return setup.build(this, method, Limiter.class, given);
    }

    /**
     * Returns the policy that the context shares by its name.
     *
     * @param setup of the client
     * @param usedBy {@code Client} or {@code Client#method}, for the message about different settings
     * @param given the user's policy, which takes the place of this one; null for none
     * @return the policy
     * @throws IllegalStateException if the policy of that name has different settings; the message names both users
     */
    public RateLimiter share(ClientSetup setup, String usedBy, @Nullable RateLimiter given) {
        return setup.share(this, usedBy, Limiter.class, given);
    }

    @Override
    protected String annotation() {
        return ANNOTATION;
    }

    @Override
    protected List<String> overridable() {
        return Arrays.asList(
                "defaultDelay",
                "maxDelay",
                "respectRetryAfter",
                "beyondMaxDelay",
                "statuses",
                "maxAttempts",
                "shared",
                "permits",
                "per",
                "burst",
                "maxWait");
    }

    @Override
    protected List<String> fixed() {
        return Arrays.asList("name", "on", "hint");
    }

    @Override
    protected String get(String attribute) {
        switch (attribute) {
            case "defaultDelay":
                return DurationText.of(defaultDelayNanos);
            case "maxDelay":
                return DurationText.of(maxDelayNanos);
            case "respectRetryAfter":
                return String.valueOf(respectRetryAfter);
            case "beyondMaxDelay":
                return (beyondMaxDelay == null ? BeyondMaxDelay.GIVE_UP : beyondMaxDelay).name();
            case "statuses":
                return statuses.toString();
            case "maxAttempts":
                return String.valueOf(maxAttempts);
            case "shared":
                return String.valueOf(shared);
            case "permits":
                return String.valueOf(permits);
            case "per":
                return DurationText.of(perNanos);
            case "burst":
                return String.valueOf(burst);
            default: // "maxWait"
                return DurationText.of(maxWaitNanos);
        }
    }

    @Override
    protected void set(String attribute, OverrideValue value) {
        switch (attribute) {
            case "defaultDelay":
                defaultDelayNanos(value.nanos());
                break;
            case "maxDelay":
                maxDelayNanos(value.nanos());
                break;
            case "respectRetryAfter":
                respectRetryAfter(value.bool());
                break;
            case "beyondMaxDelay":
                beyondMaxDelay(value.constant(BeyondMaxDelay.values()));
                break;
            case "statuses":
                statuses(value.integers());
                break;
            case "maxAttempts":
                maxAttempts(value.integer());
                break;
            case "shared":
                shared(value.bool());
                break;
            case "permits":
                permits(value.integer());
                break;
            case "per":
                perNanos(value.nanos());
                break;
            case "burst":
                burst(value.integer());
                break;
            case "maxWait":
                maxWaitNanos(value.nanos());
                break;
            default:
                value.refuse(attribute);
        }
    }
}
