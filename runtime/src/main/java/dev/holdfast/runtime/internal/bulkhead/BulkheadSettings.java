package dev.holdfast.runtime.internal.bulkhead;

import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.spi.Sleeper;

/** The settings of a bulkhead, checked and immutable. */
public final class BulkheadSettings {

    final String name;
    final int maxConcurrent;
    final long maxWaitNanos;
    final Sleeper sleeper;

    BulkheadSettings(BulkheadDraft draft, Sleeper sleeper) {
        this.name = draft.name == null ? "bulkhead" : draft.name;
        this.maxConcurrent = draft.maxConcurrent;
        this.maxWaitNanos = draft.maxWaitNanos;
        this.sleeper = sleeper;
    }

    /** The settings that two bulkheads of one name must share. */
    @Override
    public String toString() {
        return "maxConcurrent=" + maxConcurrent + ", maxWait=" + DurationText.of(maxWaitNanos);
    }
}
