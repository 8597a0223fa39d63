package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.event.StateChangeEvent;
import org.jspecify.annotations.Nullable;

/** CLOSED: counts consecutive failures. */
@SuppressWarnings("serial")
public final class Closed extends ClosedState {

    Closed(Breaker breaker) {
        super(breaker, 0);
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
                        this, new Open(breaker, threshold, 0), StateChangeEvent.Reason.FAILURES_IN_A_ROW, cause);
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
}
