package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.event.ResilienceListener;
import org.jspecify.annotations.Nullable;

/** An event of a policy in its {@link EventQueue}. */
public abstract class QueuedEvent {

    /** The next event. */
    public @Nullable QueuedEvent next;

    /** Calls a listener. */
    public abstract void deliverTo(ResilienceListener listener);
}
