package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.internal.context.QueuedEvent;
import org.jspecify.annotations.Nullable;

/** A change of state, in the queue of its breaker. */
final class QueuedStateChange extends QueuedEvent {

    private final StateChangeEvent change;

    private QueuedStateChange(StateChangeEvent change) {
        this.change = change;
    }

    static QueuedEvent of(
            String breaker,
            BreakerState left,
            BreakerState next,
            StateChangeEvent.Reason reason,
            @Nullable Throwable cause) {
        return new QueuedStateChange(new StateChangeEvent(breaker, left.kind(), next.kind(), reason, cause));
    }

    @Override
    public void deliverTo(ResilienceListener listener) {
        listener.onStateChange(change);
    }
}
