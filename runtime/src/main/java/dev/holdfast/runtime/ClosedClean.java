package dev.holdfast.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * CLOSED with a window of calls, until the first failure: all there is to know is how many calls the window has room for. It
 * counts them down by inheritance, as {@link Closed} does, and costs as little: a call that finds the window full writes nothing.
 *
 * <p>The first failure stops the count for good, and {@link ClosedWindow} goes on from there. Whatever was admitted here and
 * comes in later is handed on to it.
 */
@SuppressWarnings("serial")
final class ClosedClean extends AtomicInteger implements BreakerState, BreakerPermit {

    private final CircuitBreaker breaker;
    private final int since;

    ClosedClean(CircuitBreaker breaker, int room) {
        super(room);
        this.breaker = breaker;
        this.since = Ticks.now(breaker.settings().clock);
    }

    @Override
    public CircuitBreaker.State kind() {
        return CircuitBreaker.State.CLOSED;
    }

    @Override
    public Permit tryAcquire(boolean manual) {
        return this;
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
    public void failed(Throwable failure) {
        if (breaker.settings().counts(failure)) {
            failedBecause(failure);
        }
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        for (int room = get(); room >= 0; room = get()) {
            compareAndSet(room, ~room);
        }
        successor().failedBecause(cause);
    }

    /** Nothing to give back: any number of calls may be in flight. */
    @Override
    public void release() {}

    @Override
    public long retryAfterNanos() {
        return 0;
    }

    @Override
    public int since() {
        return since;
    }

    @Override
    public int failures() {
        return 0;
    }

    @Override
    public long windowTotals() {
        return RateWindow.totals(calls(get()), 0);
    }

    @Override
    public Permit manualPermit() {
        return this;
    }

    /** What goes on from here, once the count is stopped. Whoever comes first makes it; it is the same whoever does. */
    private BreakerPermit successor() {
        RateSettings rates = breaker.settings().rates;
        if (rates != null && breaker.current() == this) {
            breaker.replace(this, new ClosedWindow(breaker, rates, this, calls(get())));
        }
        BreakerState current = breaker.current();
        if (current instanceof ClosedWindow && ((ClosedWindow) current).continues(this)) {
            return (ClosedWindow) current;
        }
        return Unguarded.PERMIT;
    }

    private int calls(int room) {
        RateSettings rates = breaker.settings().rates;
        return rates == null ? 0 : rates.windowCalls - (room < 0 ? ~room : room);
    }
}
