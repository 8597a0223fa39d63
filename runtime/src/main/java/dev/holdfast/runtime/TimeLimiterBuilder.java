package dev.holdfast.runtime;

import dev.holdfast.runtime.generated.TimeLimitSetup;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link TimeLimiter} with the defaults of {@link dev.holdfast.annotations.Timeout}; the limit must be set.
 *
 * <p>Durations are at most 365 days. Every setter throws {@link IllegalArgumentException} for a value out of its range.
 * Not thread-safe; can be changed and used again after a build.
 */
public final class TimeLimiterBuilder {

    private final TimeLimitSetup setup = TimeLimitSetup.create();

    TimeLimiterBuilder() {}

    /**
     * Sets the limit of the first attempt.
     *
     * @param limit more than zero
     * @return this builder
     */
    public TimeLimiterBuilder limit(Duration limit) {
        setup.limitNanos(Nanos.of("limit", limit));
        return this;
    }

    /**
     * Sets the time added to the limit for each further attempt.
     *
     * @param increment zero or more; zero by default
     * @return this builder
     */
    public TimeLimiterBuilder increment(Duration increment) {
        setup.incrementNanos(Nanos.of("increment", increment));
        return this;
    }

    /**
     * Sets the time limit between two items of a stream, which holds from the first item on. The limit of the attempt is then
     * the time to its first item.
     *
     * @param betweenItems more than zero; no limit by default
     * @return this builder
     */
    public TimeLimiterBuilder betweenItems(Duration betweenItems) {
        setup.betweenItemsNanos(Nanos.of("betweenItems", betweenItems));
        return this;
    }

    /**
     * Builds the time limit.
     *
     * @return a new time limit
     * @throws IllegalArgumentException if the limit is not set
     */
    public TimeLimiter build() {
        return Context.defaults().make(setup);
    }
}
