package dev.holdfast.runtime.internal.limit;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.runtime.internal.context.EventQueue;
import dev.holdfast.runtime.internal.context.Events;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** The settings of a limiter, checked and immutable. */
public final class LimiterSettings {

    final String name;
    final long defaultDelayNanos;
    final long maxDelayNanos;
    final boolean respectRetryAfter;
    public final BeyondMaxDelay beyondMaxDelay;
    final StatusSet statuses;
    final int maxAttempts;
    public final boolean shared;
    final int permits;
    final long perNanos;
    final int burst;
    final long maxWaitNanos;
    final Clock clock;

    /** Events for the listener; null without a listener. */
    final @Nullable EventQueue eventQueue;

    LimiterSettings(LimiterDraft draft, Clock clock, Events events) {
        this.name = draft.name == null ? "rate limiter" : draft.name;
        this.defaultDelayNanos = draft.defaultDelayNanos;
        this.maxDelayNanos = draft.maxDelayNanos;
        this.respectRetryAfter = draft.respectRetryAfter;
        this.beyondMaxDelay = draft.beyondMaxDelay;
        this.statuses = draft.statuses;
        this.maxAttempts = draft.maxAttempts;
        this.shared = draft.shared;
        this.permits = draft.permits;
        this.perNanos = draft.perNanos;
        this.burst = draft.burst;
        this.maxWaitNanos = draft.maxWaitNanos;
        this.clock = clock;
        this.eventQueue = EventQueue.of(events, this);
    }

    /** Returns a requested delay, cut to the maximum delay if the limiter clamps. */
    long clamped(long nanos) {
        return beyondMaxDelay == BeyondMaxDelay.CLAMP ? Math.min(nanos, maxDelayNanos) : nanos;
    }

    /**
     * Rejects a quota with more than one place per nanosecond, or with a burst that takes more than 365 days to regain.
     */
    static void checkQuota(int permits, long perNanos, int burst) {
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

    @Nullable
    Quota newQuota() {
        return permits == 0 ? null : new Quota(permits, perNanos, burst, clock);
    }

    /** The settings that two limiters of one name must share. */
    @Override
    public String toString() {
        return "defaultDelay=" + DurationText.of(defaultDelayNanos)
                + ", maxDelay=" + DurationText.of(maxDelayNanos)
                + ", respectRetryAfter=" + respectRetryAfter
                + ", beyondMaxDelay=" + beyondMaxDelay
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
