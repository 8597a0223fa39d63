package dev.holdfast.runtime;

import java.time.Duration;

/**
 * Settings of a {@link Timeout}; the defaults are those of {@link dev.holdfast.annotations.Timeout}, so the limit must be given.
 *
 * <p>Lengths of time are at most 365 days. Each method throws {@link IllegalArgumentException} for a value out of its range and
 * returns this builder. Not for use by several threads at once; it may be changed and used again after a build.
 */
public final class TimeoutBuilder extends PolicyBuilder<Timeout> {

    /** Zero while it is not set. */
    long limit;

    long increment;

    TimeoutBuilder() {}

    /**
     * Sets how long the first attempt may take.
     *
     * @param limit more than zero
     * @return this builder
     */
    public TimeoutBuilder limit(Duration limit) {
        return limitNanos(Nanos.of("limit", limit));
    }

    /**
     * Sets how long the first attempt may take.
     *
     * @param nanos nanoseconds, more than zero
     * @return this builder
     */
    public TimeoutBuilder limitNanos(long nanos) {
        this.limit = Nanos.positive("limit", nanos);
        return this;
    }

    /**
     * Sets how much longer each further attempt may take than the one before it.
     *
     * @param increment zero or more; zero by default
     * @return this builder
     */
    public TimeoutBuilder increment(Duration increment) {
        return incrementNanos(Nanos.of("increment", increment));
    }

    /**
     * Sets how much longer each further attempt may take than the one before it.
     *
     * @param nanos nanoseconds, zero or more; zero by default
     * @return this builder
     */
    public TimeoutBuilder incrementNanos(long nanos) {
        this.increment = Nanos.notNegative("increment", nanos);
        return this;
    }

    /**
     * Builds the time limit.
     *
     * @return a new time limit
     * @throws IllegalArgumentException if the limit is not set
     */
    public Timeout build() {
        if (limit == 0) {
            throw new IllegalArgumentException("limit is not set, must be given");
        }
        return new Timeout(limit, increment);
    }

    @Override
    Timeout build(Holdfast holdfast) {
        return build();
    }

    @Override
    String annotation() {
        return "Timeout";
    }

    @Override
    void set(String attribute, OverrideValue value) {
        OverridableAttributes.set(this, attribute, value);
    }
}
