package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;

/** CLOSED, of any kind. The state is itself the permit of its calls, unless their time is measured. */
@SuppressWarnings("serial")
public abstract class ClosedState extends SharedPermit implements BreakerState {

    final Breaker breaker;
    private final int since;

    /** Begins a stay in CLOSED. */
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
