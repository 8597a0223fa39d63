package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;

/** What a limiter is built with, checked and immutable. */
final class LimiterSettings {

    final String name;
    final long defaultDelayNanos;
    final long maxDelayNanos;
    final boolean respectRetryAfter;
    final BeyondMaxDelay beyondMaxDelay;
    final StatusSet statuses;
    final int maxAttempts;
    final boolean shared;
    final Clock clock;
    final Events events;

    LimiterSettings(RateLimiterBuilder builder, Clock clock, Events events) {
        this.name = builder.name == null ? "rate limiter" : builder.name;
        this.defaultDelayNanos = builder.defaultDelayNanos;
        this.maxDelayNanos = builder.maxDelayNanos;
        this.respectRetryAfter = builder.respectRetryAfter;
        this.beyondMaxDelay = builder.beyondMaxDelay;
        this.statuses = builder.statuses;
        this.maxAttempts = builder.maxAttempts;
        this.shared = builder.shared;
        this.clock = clock;
        this.events = events;
    }

    /** A server's wish, cut to the longest wait where that is made instead of longer ones. */
    long clamped(long nanos) {
        return beyondMaxDelay == BeyondMaxDelay.CLAMP ? Math.min(nanos, maxDelayNanos) : nanos;
    }

    /** All that two limiters of one name must agree on. */
    @Override
    public String toString() {
        return "defaultDelay=" + DurationText.of(defaultDelayNanos)
                + ", maxDelay=" + DurationText.of(maxDelayNanos)
                + ", respectRetryAfter=" + respectRetryAfter
                + ", beyondMaxDelay=" + beyondMaxDelay
                + ", statuses=" + statuses
                + ", maxAttempts=" + maxAttempts
                + ", shared=" + shared;
    }
}
