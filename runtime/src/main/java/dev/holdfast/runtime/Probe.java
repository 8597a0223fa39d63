package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The permit of one call in HALF_OPEN. It holds one place, on a lease: a probe that never comes back must not block recovery
 * for ever. Freeing the place is what makes a second report of the same probe do nothing.
 */
final class Probe implements BreakerPermit {

    static final int NO_PLACE = -1;

    final HalfOpen state;
    final int place;
    final long expires;
    final boolean manual;

    Probe(HalfOpen state, int place, long expires, boolean manual) {
        this.state = state;
        this.place = place;
        this.expires = expires;
        this.manual = manual;
    }

    @Override
    public void succeeded() {
        if (!state.free(this)) {
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
        if (state.free(this)) {
            state.probeFailed(cause);
        }
    }

    @Override
    public void release() {
        state.free(this);
    }
}
