package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.timeout.TimeLimitDraft;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Settings of a {@link TimeLimiter}; the defaults are those of {@link dev.holdfast.annotations.Timeout}, so the limit must be given.
 *
 * <p>Lengths of time are at most 365 days. Each method throws {@link IllegalArgumentException} for a value out of its range and
 * returns this builder. Not for use by several threads at once; it may be changed and used again after a build.
 */
public final class TimeLimiterBuilder {

    private final TimeLimitDraft draft = new TimeLimitDraft();

    TimeLimiterBuilder() {}

    /**
     * Sets how long the first attempt may take.
     *
     * @param limit more than zero
     * @return this builder
     */
    public TimeLimiterBuilder limit(Duration limit) {
        draft.limitNanos(Nanos.of("limit", limit));
        return this;
    }

    /**
     * Sets how much longer each further attempt may take than the one before it.
     *
     * @param increment zero or more; zero by default
     * @return this builder
     */
    public TimeLimiterBuilder increment(Duration increment) {
        draft.incrementNanos(Nanos.of("increment", increment));
        return this;
    }

    /**
     * Builds the time limit.
     *
     * @return a new time limit
     * @throws IllegalArgumentException if the limit is not set
     */
    public TimeLimiter build() {
        return draft.make();
    }
}
