package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.bulkhead.BulkheadDraft;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;

/**
 * Builds a {@link Bulkhead}; the defaults are those of {@link dev.holdfast.annotations.Bulkhead}. Every setter throws
 * {@code IllegalArgumentException} for a value out of its range. Not thread-safe; what it builds is.
 */
public final class BulkheadBuilder {

    private final BulkheadDraft draft = new BulkheadDraft();

    BulkheadBuilder() {}

    /**
     * Sets the name that rejections and events carry, and under which a {@link Holdfast} context shares the bulkhead.
     *
     * @param name not empty; "bulkhead" by default, which is not shared
     * @return this
     */
    public BulkheadBuilder name(String name) {
        draft.name(name);
        return this;
    }

    /**
     * Sets how many attempts may be under way at once.
     *
     * @param calls at least 1; 10 by default
     * @return this
     */
    public BulkheadBuilder maxConcurrent(int calls) {
        draft.maxConcurrent(calls);
        return this;
    }

    /**
     * Sets the longest wait of an attempt for its place.
     *
     * @param duration from zero, the default, to 365 days
     * @return this
     */
    public BulkheadBuilder maxWait(Duration duration) {
        draft.maxWaitNanos(Nanos.of("maxWait", duration));
        return this;
    }

    /**
     * Builds a bulkhead whose manual calls wait by the clock of the machine.
     *
     * @return a new bulkhead
     */
    public Bulkhead build() {
        return draft.make();
    }

    /**
     * Builds a bulkhead whose manual calls wait as those of a context do, and which is not shared.
     *
     * @param holdfast the context
     * @return a new bulkhead
     */
    public Bulkhead build(Holdfast holdfast) {
        return draft.make(Context.of(holdfast));
    }

    Bulkhead share(Holdfast holdfast, String usedBy) {
        return draft.share(Context.of(holdfast), usedBy);
    }
}
