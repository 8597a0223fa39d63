package dev.holdfast.runtime.internal.limit;

import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.internal.context.QueuedEvent;

/** The beginning or end of a hold, in the queue of its limiter. */
final class QueuedHold extends QueuedEvent {

    private final HoldEvent hold;

    /** Whether the hold began or became longer. */
    private final boolean begins;

    private QueuedHold(HoldEvent hold, boolean begins) {
        this.hold = hold;
        this.begins = begins;
    }

    static QueuedEvent of(String limiter, long nanos, boolean begins) {
        return new QueuedHold(new HoldEvent(limiter, nanos), begins);
    }

    @Override
    public void deliverTo(ResilienceListener listener) {
        if (begins) {
            listener.onHold(hold);
        } else {
            listener.onRelease(hold);
        }
    }
}
