package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.StateChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * CLOSED. The state is itself the permit of its calls, unless their time is measured. This one counts consecutive
 * failures, by the inherited number; those with a window count in other ways.
 */
@SuppressWarnings("serial")
public class ClosedState extends SharedPermit implements BreakerState {

    final Breaker breaker;
    private final int since;

    /** Begins a stay in CLOSED without failures. */
    ClosedState(Breaker breaker) {
        this(breaker, 0);
    }

    ClosedState(Breaker breaker, int number) {
        this(breaker, number, BreakerState.ticks(breaker.settings().clock.nanoTime()));
    }

    ClosedState(Breaker breaker, int number, int since) {
        super(number);
        this.breaker = breaker;
        this.since = since;
    }

    @Override
    public final CircuitState kind() {
        return CircuitState.CLOSED;
    }

    @Override
    public Permit tryAcquire(boolean manual, long limitNanos) {
        return this;
    }

    @Override
    public void succeeded() {
        int failures = get();
        while (failures > 0 && !compareAndSet(failures, 0)) {
            failures = get();
        }
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        int threshold = breaker.settings().failureThreshold;
        for (int failures = get(); failures >= 0; failures = get()) {
            if (failures >= threshold - 1) {
                breaker.transition(
                        this, new Open(breaker, failures + 1, 0), StateChangeEvent.Reason.FAILURES_IN_A_ROW, cause);
                return;
            }
            if (compareAndSet(failures, failures + 1)) {
                return;
            }
        }
    }

    @Override
    public int failures() {
        return last();
    }

    @Override
    public final void failed(Throwable failure) {
        if (breaker.settings().counts(failure)) {
            failedBecause(failure);
        }
    }

    @Override
    public final long retryAfterNanos() {
        return 0;
    }

    @Override
    public final int since() {
        return since;
    }

    @Override
    public final Permit manualPermit() {
        return this;
    }
}
