package dev.holdfast.runtime.internal.limit;

import dev.holdfast.runtime.spi.RandomSource;

/**
 * The time for which a server refuses calls. A hold longer than the maximum delay lets a single call through from time
 * to time, to check whether the server still refuses calls, so that one answer does not shut a client out for a year.
 * Immutable.
 */
public final class Hold {

    /** The end, by the monotonic clock. */
    final long until;

    /** The length, as the server asked for it. */
    final long nanos;

    /** The beginning, of this hold or the first hold that it extends. */
    final long since;

    /** The time from which on a call may check the hold. */
    final long nextCheck;

    /** Whether a call has checked it: then the next requested delay counts even if it is shorter. */
    final boolean checked;

    Hold(long until, long nanos, long since, long nextCheck, boolean checked) {
        this.until = until;
        this.nanos = nanos;
        this.since = since;
        this.nextCheck = nextCheck;
        this.checked = checked;
    }

    /** Returns the same hold, which a call checks now and the next one from a later time on. */
    Hold withNextCheck(long next) {
        return new Hold(until, nanos, since, next, true);
    }

    /**
     * Returns a random addition to a wait for the end of the hold, up to a tenth of it, so that waiting calls do not
     * come back in one instant.
     */
    public static long jitter(long nanos, RandomSource random) {
        return random.nextLong(nanos / 10 + 1);
    }
}
