package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import org.jspecify.annotations.Nullable;

/** What a breaker or limiter has to tell the listener. */
public final class Notice {

    private final @Nullable StateChangeEvent change;
    private final @Nullable HoldEvent hold;

    /** Whether the hold begins, or goes on for longer. */
    private final boolean held;

    /** What happened next. */
    public @Nullable Notice next;

    public Notice(StateChangeEvent change) {
        this.change = change;
        this.hold = null;
        this.held = false;
    }

    public Notice(HoldEvent hold, boolean held) {
        this.change = null;
        this.hold = hold;
        this.held = held;
    }

    public void tell(ResilienceListener listener) {
        if (change != null) {
            listener.onStateChange(change);
        } else if (hold != null && held) {
            listener.onHold(hold);
        } else if (hold != null) {
            listener.onRelease(hold);
        }
    }
}
