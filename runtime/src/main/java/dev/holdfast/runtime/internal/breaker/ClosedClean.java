package dev.holdfast.runtime.internal.breaker;

import org.jspecify.annotations.Nullable;

/**
 * CLOSED with a window of calls, until the first failure: counts down the calls that the window has room for. Once the
 * window is full, a call writes nothing.
 *
 * <p>The first failure stops the count, and a {@link ClosedWindow} takes over, also for outcomes of calls that were
 * admitted here.
 */
@SuppressWarnings("serial")
public final class ClosedClean extends ClosedState {

    ClosedClean(Breaker breaker, int room) {
        super(breaker, room);
    }

    @Override
    public void succeeded() {
        for (int room = get(); room != 0; room = get()) {
            if (room < 0) {
                successor().succeeded();
                return;
            }
            if (compareAndSet(room, room - 1)) {
                return;
            }
        }
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        stop();
        successor().failedBecause(cause);
    }

    @Override
    public int failures() {
        return 0;
    }

    @Override
    public long windowTotals() {
        return RateWindow.totals(calls(), 0);
    }

    /**
     * Returns the state that takes over once the count is stopped. The first thread creates it; the result is the same
     * for all.
     */
    private BreakerPermit successor() {
        if (breaker.current() == this) {
            breaker.replace(this, new ClosedWindow(breaker, this, calls()));
        }
        BreakerState current = breaker.current();
        if (current instanceof ClosedWindow && ((ClosedWindow) current).continues(this)) {
            return (ClosedWindow) current;
        }
        return SharedPermit.NO_OP;
    }

    private int calls() {
        return breaker.settings().windowCalls - last();
    }
}
