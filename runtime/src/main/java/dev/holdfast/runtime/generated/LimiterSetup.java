package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.internal.context.ClientOverrides;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.limit.LimiterDraft;
import dev.holdfast.runtime.internal.unit.Settings;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link RateLimiter} as generated code gives them, with times in nanoseconds. Not thread-safe. */
public final class LimiterSetup {

    private final LimiterDraft draft = new LimiterDraft();

    /**
     * Returns settings with the annotation's defaults.
     *
     * @return new settings
     */
    public static LimiterSetup create() {
        return new LimiterSetup();
    }

    private LimiterSetup() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the limiter.
     *
     * @param name not empty; "rate limiter" by default, which is not shared
     * @return this
     */
    public LimiterSetup name(String name) {
        draft.name(name);
        return this;
    }

    /**
     * Sets the wait where an answer gives no usable hint.
     *
     * @param nanos nanoseconds, from zero to {@code maxDelay}; 30 seconds by default
     * @return this
     */
    public LimiterSetup defaultDelayNanos(long nanos) {
        draft.defaultDelayNanos(nanos);
        return this;
    }

    /**
     * Sets the longest wait accepted.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; 300 seconds by default
     * @return this
     */
    public LimiterSetup maxDelayNanos(long nanos) {
        draft.maxDelayNanos(nanos);
        return this;
    }

    /**
     * Sets whether {@code Retry-After} is read; where not, every wait is the default delay.
     *
     * @param respect true by default
     * @return this
     */
    public LimiterSetup respectRetryAfter(boolean respect) {
        draft.respectRetryAfter(respect);
        return this;
    }

    /**
     * Sets what to do when a server asks for more than {@code maxDelay}.
     *
     * @param choice give up by default
     * @return this
     */
    public LimiterSetup beyondMaxDelay(BeyondMaxDelay choice) {
        draft.beyondMaxDelay(choice);
        return this;
    }

    /**
     * Sets the HTTP statuses that mean a rate limit: 429 always, others where the answer shows it, as by a {@code Retry-After}.
     *
     * @param statuses at least one, each from 400 to 599; 429 by default
     * @return this
     */
    public LimiterSetup statuses(int... statuses) {
        draft.statuses(statuses);
        return this;
    }

    /**
     * Sets the number of calls in all, the first included, where no backoff sets it.
     *
     * @param attempts from 1 to 1,000; 5 by default
     * @return this
     */
    public LimiterSetup maxAttempts(int attempts) {
        draft.maxAttempts(attempts);
        return this;
    }

    /**
     * Sets whether a hint holds back every call through this limiter or only the one that got it.
     *
     * @param shared true by default
     * @return this
     */
    public LimiterSetup shared(boolean shared) {
        draft.shared(shared);
        return this;
    }

    /**
     * Sets how many attempts are made in a time of {@code per}, evenly spaced.
     *
     * @param permits from 1 to 1,000,000,000, at most one for each nanosecond; 0, the default, for no quota
     * @return this
     */
    public LimiterSetup permits(int permits) {
        draft.permits(permits);
        return this;
    }

    /**
     * Sets the time that {@code permits} are for.
     *
     * @param nanos nanoseconds, more than zero, at most 365 days; one second by default
     * @return this
     */
    public LimiterSetup perNanos(long nanos) {
        draft.perNanos(nanos);
        return this;
    }

    /**
     * Sets how many attempts more may be made at once than evenly spaced ones.
     *
     * @param burst from 0, the default, to as many as are regained in 365 days
     * @return this
     */
    public LimiterSetup burst(int burst) {
        draft.burst(burst);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for its place in the quota.
     *
     * @param nanos nanoseconds, from zero, the default, to 365 days
     * @return this
     */
    public LimiterSetup maxWaitNanos(long nanos) {
        draft.maxWaitNanos(nanos);
        return this;
    }

    /**
     * Builds the policy of the interface.
     *
     * @param setup of the client
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     */
    public RateLimiter build(ClientSetup setup, @Nullable RateLimiter given) {
        return setup.client.build(draft, ClientOverrides.ON_TYPE, Settings.ours(Limiter.class, given));
    }

    /**
     * Builds the policy of a method.
     *
     * @param setup of the client
     * @param method its name
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     */
    public RateLimiter build(ClientSetup setup, String method, @Nullable RateLimiter given) {
        return setup.client.build(draft, method, Settings.ours(Limiter.class, given));
    }

    /**
     * Returns the policy that the context shares under the name that is set.
     *
     * @param setup of the client
     * @param usedBy {@code Client} or {@code Client#method}, for the message where settings differ
     * @param given the user's, which is taken as it is; null for none
     * @return the policy
     * @throws IllegalStateException if one of that name was made with other settings; names both places
     */
    public RateLimiter share(ClientSetup setup, String usedBy, @Nullable RateLimiter given) {
        return setup.client.share(draft, usedBy, Settings.ours(Limiter.class, given));
    }
}
