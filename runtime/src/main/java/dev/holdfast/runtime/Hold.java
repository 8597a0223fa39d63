package dev.holdfast.runtime;

/** A server's wish that no call be made before a certain time. Immutable. */
final class Hold {

    /** When it ends, by the monotonic clock. */
    final long until;

    /** How long it was when the server named it. */
    final long nanos;

    /** When calls began to be held back, also by holds that this one extends. */
    final long since;

    Hold(long until, long nanos, long since) {
        this.until = until;
        this.nanos = nanos;
        this.since = since;
    }

    /**
     * What is added at random to a wait that ends with the hold, up to a tenth of it: those who waited together must not come
     * back in one instant.
     */
    static long spread(long nanos, RandomSource random) {
        return random.nextLong(nanos / 10 + 1);
    }
}
