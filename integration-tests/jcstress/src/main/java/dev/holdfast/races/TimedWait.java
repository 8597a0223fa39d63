package dev.holdfast.races;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.SystemTimer;
import dev.holdfast.runtime.internal.context.TimerEntry;
import java.util.concurrent.atomic.AtomicInteger;

/** A wait of the one timer that all tests share, which has a thread of its own. */
@SuppressWarnings("serial")
final class TimedWait extends TimerEntry {

    private static final SystemTimer TIMER =
            (SystemTimer) Context.of(Holdfast.builder().build()).timer();

    private static final String WAITS = "waits";
    private static final String ENDED = "ended";

    private final AtomicInteger runs = new AtomicInteger();

    TimedWait() {
        super(WAITS);
    }

    /** Begins the wait, which is over at once. */
    void begin() {
        TIMER.begin(this, 0);
    }

    /** Returns whether this ended the wait. */
    boolean cancel() {
        boolean cancelled = withdraw();
        if (cancelled) {
            TIMER.forget();
        }
        return cancelled;
    }

    /** Waits until it was run or cancelled; returns how often it was run. */
    int runs() {
        long since = System.nanoTime();
        while (isWaiting() && System.nanoTime() - since < 1_000_000_000) {
            Thread.onSpinWait();
        }
        return isWaiting() ? -1 : runs.get();
    }

    @Override
    protected boolean isWaiting() {
        return WAITS.equals(get());
    }

    @Override
    protected boolean withdraw() {
        return compareAndSet(WAITS, ENDED);
    }

    @Override
    protected boolean run(boolean early) {
        Object waited = get();
        if (!WAITS.equals(waited)) {
            return false;
        }
        runs.incrementAndGet();
        if (compareAndSet(WAITS, ENDED)) {
            return true;
        }
        runs.decrementAndGet();
        return false;
    }
}
