package dev.holdfast.runtime;

/** What a bulkhead is built with, checked and immutable. */
final class BulkheadSettings {

    final String name;
    final int maxConcurrent;
    final long maxWaitNanos;
    final Sleeper sleeper;

    BulkheadSettings(BulkheadBuilder builder, Sleeper sleeper) {
        this.name = builder.name == null ? "bulkhead" : builder.name;
        this.maxConcurrent = builder.maxConcurrent;
        this.maxWaitNanos = builder.maxWaitNanos;
        this.sleeper = sleeper;
    }

    /** All that two bulkheads of one name must agree on. */
    @Override
    public String toString() {
        return "maxConcurrent=" + maxConcurrent + ", maxWait=" + DurationText.of(maxWaitNanos);
    }
}
