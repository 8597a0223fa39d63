package dev.holdfast.runtime.internal.breaker;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The permit of one probe in HALF_OPEN; the inherited flag says whether its outcome was reported, which counts once. A
 * probe leases a place, so that one that never reports does not block recovery. After the lease another probe may take
 * the place; the outcome of this one still counts while the breaker is HALF_OPEN.
 */
@SuppressWarnings("serial")
public final class Probe extends AtomicBoolean implements BreakerPermit {

    static final int NO_PLACE = -1;

    public final HalfOpen state;
    public final int place;
    final long started;
    final long expires;
    final boolean manual;

    /** The extension of the lease, for a wait before the attempt. */
    private volatile long extension;

    /** Leases a place. */
    Probe(HalfOpen state, int place, long started, long lease, boolean manual) {
        this.state = state;
        this.place = place;
        this.started = started;
        this.expires = started + lease;
        this.manual = manual;
    }

    /** Creates the permit of an outcome that is reported without one; its place is free already. */
    Probe(HalfOpen state) {
        this(state, NO_PLACE, 0, 0, true);
    }

    @Override
    public void extendLease(long nanos) {
        extension = nanos;
    }

    /** Returns the time left of the lease; zero or less if another probe may take the place. */
    public long leaseLeft(long now) {
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

    /** Frees the place, unless another probe has taken it; returns false if an outcome was reported before. */
    private boolean end() {
        boolean first = compareAndSet(false, true);
        if (first) {
            state.free(this);
        }
        return first;
    }
}
