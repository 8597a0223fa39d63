package dev.holdfast.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * CLOSED: counts consecutive failures. It is itself the permit of every call it admits, so that a call that changes nothing
 * allocates and writes nothing. It is the counter by inheritance to save the memory of a further object.
 */
@SuppressWarnings("serial")
final class Closed extends AtomicInteger implements BreakerState, BreakerPermit {

    private final CircuitBreaker breaker;
    private final int since;

    Closed(CircuitBreaker breaker) {
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
        int failures = get();
        while (failures > 0 && !compareAndSet(failures, 0)) {
            failures = get();
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
        int threshold = breaker.settings().failureThreshold;
        for (int failures = get(); failures < threshold - 1; failures = get()) {
            if (compareAndSet(failures, failures + 1)) {
                return;
            }
        }
        breaker.leave(this, new Open(breaker, threshold, 0), StateChangeEvent.Reason.FAILURES_IN_A_ROW, cause);
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
        return get();
    }

    @Override
    public Permit manualPermit() {
        return this;
    }
}
