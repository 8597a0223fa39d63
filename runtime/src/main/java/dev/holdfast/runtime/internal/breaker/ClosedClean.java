package dev.holdfast.runtime.internal.breaker;

import org.jspecify.annotations.Nullable;

/**
 * CLOSED with a window of calls, until the first failure: all there is to know is how many calls the window has room for. It
 * counts them down, and a call that finds the window full writes nothing.
 *
 * <p>The first failure stops the count for good, and {@link ClosedWindow} goes on from there. Whatever was admitted here and
 * comes in later is handed on to it.
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

    /** What goes on from here, once the count is stopped. Whoever comes first makes it; it is the same whoever does. */
    private BreakerPermit successor() {
        RateSettings rates = breaker.settings().rates;
        if (rates != null && breaker.current() == this) {
            breaker.replace(this, new ClosedWindow(breaker, rates, this, calls()));
        }
        BreakerState current = breaker.current();
        if (current instanceof ClosedWindow && ((ClosedWindow) current).continues(this)) {
            return (ClosedWindow) current;
        }
        return NoOpPermit.INSTANCE;
    }

    private int calls() {
        RateSettings rates = breaker.settings().rates;
        return rates == null ? 0 : rates.windowCalls - last();
    }
}
