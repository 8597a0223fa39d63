package dev.holdfast.runtime;

import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link Bulkhead} with the defaults of {@link dev.holdfast.annotations.Bulkhead}. Every setter throws {@code
 * IllegalArgumentException} for a value out of its range. Not thread-safe; the built object is.
 */
public final class BulkheadBuilder {

    private final BulkheadSetup setup = BulkheadSetup.create();

    BulkheadBuilder() {}

    /**
     * Sets the name in rejections and events. A {@link Holdfast} context shares, by this name, the bulkhead.
     *
     * @param name not empty; "bulkhead" by default, a name that is never shared
     * @return this
     */
    public BulkheadBuilder name(String name) {
        setup.name(name);
        return this;
    }

    /**
     * Sets the maximum number of concurrent attempts.
     *
     * @param calls at least 1; 10 by default
     * @return this
     */
    public BulkheadBuilder maxConcurrent(int calls) {
        setup.maxConcurrent(calls);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for a place.
     *
     * @param duration from zero, the default, to 365 days
     * @return this
     */
    public BulkheadBuilder maxWait(Duration duration) {
        setup.maxWaitNanos(Nanos.of("maxWait", duration));
        return this;
    }

    /**
     * Builds a bulkhead whose {@link Bulkhead#acquire} waits in real time.
     *
     * @return a new bulkhead
     */
    public Bulkhead build() {
        return Context.defaults().make(setup);
    }

    /**
     * Builds an unshared bulkhead whose {@link Bulkhead#acquire} waits with a context's sleeper.
     *
     * @param holdfast the context
     * @return a new bulkhead
     */
    public Bulkhead build(Holdfast holdfast) {
        return Context.of(holdfast).make(setup);
    }

    Bulkhead share(Holdfast holdfast, String usedBy) {
        return Context.of(holdfast).share(setup, usedBy);
    }
}
