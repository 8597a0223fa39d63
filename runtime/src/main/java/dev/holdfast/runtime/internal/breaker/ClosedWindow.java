package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.StateChangeEvent;
import org.jspecify.annotations.Nullable;

/** CLOSED in rate mode: counts failures, and slow calls if they matter, each in a window of its own. */
@SuppressWarnings("serial")
public final class ClosedWindow extends ClosedState {

    /** Every success must be reported. */
    private static final int REPORTED = 1;

    private final RateWindow failures;
    private final @Nullable RateWindow slowCalls;

    /** The state in which this stay began, whose calls are counted here too; null if it began here. */
    private final @Nullable ClosedClean beginning;

    /** Begins a stay in CLOSED. */
    ClosedWindow(Breaker breaker) {
        super(breaker, REPORTED);
        BreakerSettings settings = breaker.settings();
        this.failures = newWindow(settings);
        this.slowCalls = settings.slowNanos > 0 ? newWindow(settings) : null;
        this.beginning = null;
    }

    /** Continues a stay that had no failures. */
    ClosedWindow(Breaker breaker, ClosedClean beginning, int calls) {
        super(breaker, REPORTED, beginning.since());
        BreakerSettings settings = breaker.settings();
        this.failures = new CountWindow(settings.windowCalls, calls, settings.minimumCalls);
        this.slowCalls = null;
        this.beginning = beginning;
    }

    private static RateWindow newWindow(BreakerSettings settings) {
        return settings.windowCalls > 0
                ? new CountWindow(settings.windowCalls, 0, settings.minimumCalls)
                : new TimeWindow(settings.windowNanos, settings.minimumCalls, settings.clock);
    }

    boolean continues(ClosedClean state) {
        return beginning == state;
    }

    /** Calls without a permit are not measured. */
    @Override
    public Permit tryAcquire(boolean manual, long limitNanos) {
        return slowCalls == null || manual ? this : new ClockedPermit(this, breaker.settings().clock);
    }

    @Override
    public void succeeded() {
        record(false, 0, null);
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        record(true, 0, cause);
    }

    /** Records an exception after a call of some nanoseconds. */
    void failed(Throwable failure, long nanos) {
        if (breaker.settings().counts(failure)) {
            record(true, nanos, failure);
        }
    }

    /** Records the outcome of a call of some nanoseconds. */
    void record(boolean failed, long nanos, @Nullable Throwable cause) {
        BreakerSettings settings = breaker.settings();
        long totals = failures.record(failed);
        long slowTotals = slowCalls == null ? RateWindow.UNCHANGED : slowCalls.record(settings.isSlow(nanos));
        if ((totals | slowTotals) == RateWindow.UNCHANGED) {
            return;
        }
        if (settings.isReached(settings.failureRate, totals)) {
            open(totals, StateChangeEvent.Reason.FAILURE_RATE, cause);
        } else if (settings.isReached(settings.slowCallRate, slowTotals)) {
            open(failures.totals(), StateChangeEvent.Reason.SLOW_CALL_RATE, cause);
        }
    }

    private void open(long totals, StateChangeEvent.Reason reason, @Nullable Throwable cause) {
        breaker.transition(this, new Open(breaker, RateWindow.marked(totals), 0), reason, cause);
    }

    @Override
    public int failures() {
        return RateWindow.marked(windowTotals());
    }

    @Override
    public long windowTotals() {
        return failures.totals();
    }

    @Override
    public long slowTotals() {
        return slowCalls == null ? RateWindow.UNCHANGED : slowCalls.totals();
    }
}
