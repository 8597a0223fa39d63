package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.internal.context.QueuedEvent;

/** A change of state, in the queue of its breaker. */
final class QueuedStateChange extends QueuedEvent {

    private final StateChangeEvent change;

    QueuedStateChange(StateChangeEvent change) {
        this.change = change;
    }

    @Override
    public void deliverTo(ResilienceListener listener) {
        listener.onStateChange(change);
    }
}
