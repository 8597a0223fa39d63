package dev.holdfast.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Bulkhead}; the defaults are those of {@link dev.holdfast.annotations.Bulkhead}. Every setter throws
 * {@code IllegalArgumentException} for a value out of its range. Not thread-safe; what it builds is.
 */
public final class BulkheadBuilder extends PolicyBuilder<Bulkhead> {

    @Nullable
    String name;

    int maxConcurrent = 10;
    long maxWaitNanos;

    BulkheadBuilder() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the bulkhead.
     *
     * @param name not empty; "bulkhead" by default, which is not shared
     * @return this
     */
    public BulkheadBuilder name(String name) {
        this.name = Settings.name(name);
        return this;
    }

    /**
     * Sets how many attempts may be under way at once.
     *
     * @param calls at least 1; 10 by default
     * @return this
     */
    public BulkheadBuilder maxConcurrent(int calls) {
        this.maxConcurrent = Settings.inRange("maxConcurrent", calls, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for its place.
     *
     * @param duration from zero, the default, to 365 days
     * @return this
     */
    public BulkheadBuilder maxWait(Duration duration) {
        return maxWaitNanos(Nanos.of("maxWait", duration));
    }

    /**
     * Sets the longest wait of an attempt for its place.
     *
     * @param nanos nanoseconds, from zero, the default, to 365 days
     * @return this
     */
    public BulkheadBuilder maxWaitNanos(long nanos) {
        this.maxWaitNanos = Nanos.notNegative("maxWait", nanos);
        return this;
    }

    /**
     * Builds a bulkhead whose manual calls wait by the clock of the machine.
     *
     * @return a new bulkhead
     */
    public Bulkhead build() {
        return new Bulkhead(settings(Sleeper.system()));
    }

    /**
     * Builds a bulkhead whose manual calls wait as those of a context do, and which is not shared.
     *
     * @param holdfast the context
     * @return a new bulkhead
     */
    @Override
    public Bulkhead build(Holdfast holdfast) {
        Objects.requireNonNull(holdfast, "holdfast");
        return new Bulkhead(settings(holdfast.sleeper()));
    }

    BulkheadSettings settings(Sleeper sleeper) {
        return new BulkheadSettings(this, sleeper);
    }

    @Override
    String annotation() {
        return "Bulkhead";
    }

    @Override
    void set(String attribute, OverrideValue value) {
        OverridableAttributes.set(this, attribute, value);
    }

    @Override
    Bulkhead share(Holdfast holdfast, String usedBy) {
        return holdfast.bulkhead(this, usedBy);
    }

    @Override
    void rename(String name) {
        name(name);
    }
}
