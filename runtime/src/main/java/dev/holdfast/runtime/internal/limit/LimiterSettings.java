package dev.holdfast.runtime.internal.limit;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.EventQueue;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Limiter}. A limiter keeps a copy, which nobody changes. */
public abstract class LimiterSettings extends PolicySettings<Limiter> {

    protected long defaultDelayNanos = 30_000_000_000L;
    protected long maxDelayNanos = 300_000_000_000L;
    protected boolean respectRetryAfter = true;

    /** Null for giving up, so that most clients do not load the enum. */
    protected @Nullable BeyondMaxDelay beyondMaxDelay;

    protected StatusSet statuses = StatusSet.of(429);
    protected int maxAttempts = 5;
    protected boolean shared = true;
    protected int permits;
    protected long perNanos = 1_000_000_000L;
    protected int burst;
    protected long maxWaitNanos;

    Clock clock = Clock.system();

    /** Events for the listener; null without a listener. */
    @Nullable
    EventQueue eventQueue;

    protected LimiterSettings() {}

    @Override
    protected final String kind() {
        return "rate limiter";
    }

    @Override
    protected final void check() {
        atLeast("maxDelay", maxDelayNanos, "defaultDelay", defaultDelayNanos);
        checkQuota();
    }

    /** Guards have read what good answers depend on, and whether there is a quota. */
    @Override
    protected final boolean isChangeable(String attribute, PolicySettings<?> wanted) {
        switch (attribute) {
            case "statuses":
            case "shared":
            case "respectRetryAfter":
                return false;
            case "permits":
                return permits > 0 && ((LimiterSettings) wanted).permits > 0;
            default:
                return true;
        }
    }

    @Override
    protected final void applyTo(Limiter limiter) {
        limiter.settings(this);
    }

    @Override
    protected final Limiter build(Context context) {
        clock = context.clock();
        eventQueue = context.newEventQueue(this);
        return new Limiter(this);
    }

    /** Returns a requested delay, cut to the maximum delay if the limiter clamps. */
    final long clamped(long nanos) {
        return beyondMaxDelay == BeyondMaxDelay.CLAMP ? Math.min(nanos, maxDelayNanos) : nanos;
    }

    /** Returns the same, or {@link Limiter#NEVER} where the delay is longer than the maximum. */
    final long accepted(long nanos) {
        long delay = clamped(nanos);
        return delay > maxDelayNanos ? Limiter.NEVER : delay;
    }

    /**
     * Rejects a quota with more than one place per nanosecond, or with a burst that takes more than 365 days to regain.
     */
    private void checkQuota() {
        if (permits == 0) {
            return;
        }
        if (permits > perNanos) {
            throw new IllegalArgumentException("permits is " + permits
                    + ", must be at most one for each nanosecond of per, which is " + DurationText.of(perNanos));
        }
        long most = Nanos.MAX / Quota.interval(permits, perNanos);
        if (burst > most) {
            throw new IllegalArgumentException(
                    "burst is " + burst + ", must be at most " + most + ", which are regained in 365 days");
        }
    }

    final void adjust(Quota quota) {
        quota.adjust(isOff() ? 0 : permits, perNanos, burst);
    }

    final @Nullable Quota newQuota() {
        return permits == 0 ? null : new Quota(permits, perNanos, burst, clock);
    }

    /** The settings that two limiters of one name must share. */
    @Override
    public final String toString() {
        return "defaultDelay=" + DurationText.of(defaultDelayNanos)
                + ", maxDelay=" + DurationText.of(maxDelayNanos)
                + ", respectRetryAfter=" + respectRetryAfter
                + ", beyondMaxDelay=" + (beyondMaxDelay == null ? BeyondMaxDelay.GIVE_UP : beyondMaxDelay)
                + ", statuses=" + statuses
                + ", maxAttempts=" + maxAttempts
                + ", shared=" + shared
                + (permits == 0 ? "" : quota());
    }

    private String quota() {
        return ", permits=" + permits
                + ", per=" + DurationText.of(perNanos)
                + ", burst=" + burst
                + ", maxWait=" + DurationText.of(maxWaitNanos);
    }
}
