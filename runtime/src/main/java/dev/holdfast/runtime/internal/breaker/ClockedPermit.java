package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.spi.Clock;
import org.jspecify.annotations.Nullable;

/** The permit of a call in CLOSED that measures the time of the call. */
public final class ClockedPermit implements BreakerPermit {

    private final ClosedWindow state;
    private final Clock clock;
    private final long start;

    ClockedPermit(ClosedWindow state, Clock clock) {
        this.state = state;
        this.clock = clock;
        this.start = clock.nanoTime();
    }

    @Override
    public void succeeded() {
        state.record(false, nanos(), null);
    }

    @Override
    public void failed(Throwable failure) {
        state.failed(failure, nanos());
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        state.record(true, nanos(), cause);
    }

    @Override
    public void release() {}

    private long nanos() {
        return clock.nanoTime() - start;
    }
}
