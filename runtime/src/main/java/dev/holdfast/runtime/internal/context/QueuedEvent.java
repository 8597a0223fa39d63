package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import org.jspecify.annotations.Nullable;

/** An event of a breaker or limiter in its {@link EventQueue}. */
public final class QueuedEvent {

    private final @Nullable StateChangeEvent change;
    private final @Nullable HoldEvent hold;

    /** Whether the hold began or became longer. */
    private final boolean held;

    /** The next event. */
    public @Nullable QueuedEvent next;

    public QueuedEvent(StateChangeEvent change) {
        this.change = change;
        this.hold = null;
        this.held = false;
    }

    public QueuedEvent(HoldEvent hold, boolean held) {
        this.change = null;
        this.hold = hold;
        this.held = held;
    }

    public void deliverTo(ResilienceListener listener) {
        if (change != null) {
            listener.onStateChange(change);
        } else if (hold != null && held) {
            listener.onHold(hold);
        } else if (hold != null) {
            listener.onRelease(hold);
        }
    }
}
