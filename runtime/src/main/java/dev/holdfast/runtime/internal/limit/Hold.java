package dev.holdfast.runtime.internal.limit;

import dev.holdfast.runtime.spi.RandomSource;

/**
 * A server's wish that no call be made before a certain time. One that is longer than any wait that is accepted lets a single call
 * through from time to time, to look whether the server still means it: nobody is shut out for a year by one answer. Immutable.
 */
public final class Hold {

    /** When it ends, by the monotonic clock. */
    public final long until;

    /** How long it was when the server named it. */
    public final long nanos;

    /** When calls began to be held back, also by holds that this one extends. */
    public final long since;

    /** From when on a call may look. */
    public final long nextCheck;

    /** Whether one has: then what a server says next is news, and counts even where it is shorter. */
    final boolean checked;

    Hold(long until, long nanos, long since, long nextCheck, boolean checked) {
        this.until = until;
        this.nanos = nanos;
        this.since = since;
        this.nextCheck = nextCheck;
        this.checked = checked;
    }

    /** The same hold, of which a call looks now; the next may do so from another time on. */
    Hold withNextCheck(long next) {
        return new Hold(until, nanos, since, next, true);
    }

    /**
     * What is added at random to a wait that ends with the hold, up to a tenth of it: those who waited together must not come
     * back in one instant.
     */
    public static long jitter(long nanos, RandomSource random) {
        return random.nextLong(nanos / 10 + 1);
    }
}
