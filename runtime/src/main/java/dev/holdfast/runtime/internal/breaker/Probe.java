package dev.holdfast.runtime.internal.breaker;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The permit of one call in HALF_OPEN, and whether it has been reported, which counts once. It holds one place, on a lease: a
 * probe that never comes back must not block recovery for ever. When the lease is over another probe may have the place; what this
 * one brings after that still counts, as long as the stay in HALF_OPEN lasts.
 */
@SuppressWarnings("serial")
public final class Probe extends AtomicBoolean implements BreakerPermit {

    static final int NO_PLACE = -1;

    public final HalfOpen state;
    public final int place;
    public final long started;
    final long expires;
    public final boolean manual;

    /** How much longer it has the place, since it waits for something else. */
    private volatile long extension;

    /** Takes a place for a time. */
    Probe(HalfOpen state, int place, long started, long lease, boolean manual) {
        this.state = state;
        this.place = place;
        this.started = started;
        this.expires = started + lease;
        this.manual = manual;
    }

    /** For what the manual protocol reports, which has given its place back already. */
    Probe(HalfOpen state) {
        this(state, NO_PLACE, 0, 0, true);
    }

    /** Waits for a place elsewhere before the attempt begins: the lease is longer by that. */
    public void extendLease(long nanos) {
        extension = nanos;
    }

    /** How long it has its place from a time on; zero or less where another may have it. */
    long leaseLeft(long now) {
        return expires + extension - now;
    }

    @Override
    public void succeeded() {
        if (!end()) {
            return;
        }
        if (state.isSlow(this)) {
            state.probeFailed(null);
        } else {
            state.probeSucceeded();
        }
    }

    @Override
    public void failed(Throwable failure) {
        if (state.counts(failure)) {
            failedBecause(failure);
        } else {
            release();
        }
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        if (end()) {
            state.probeFailed(cause);
        }
    }

    @Override
    public void release() {
        end();
    }

    /** Gives the place back, unless another has it meanwhile; false if this was reported before. */
    private boolean end() {
        boolean first = compareAndSet(false, true);
        if (first) {
            state.free(this);
        }
        return first;
    }
}
