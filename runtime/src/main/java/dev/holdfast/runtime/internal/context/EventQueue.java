package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * The events of one breaker or limiter for the listener, in order. One thread at a time delivers them, without a lock.
 * Events that other threads, or the listener itself, add meanwhile are left to that thread.
 *
 * <p>An event is added under the same lock as the change that it reports, and without a method call, so that even a
 * stack overflow can't lose it. If that prevents the delivery, the next thread delivers it.
 */
public final class EventQueue {

    private final Object lock;
    private final Events events;
    private boolean delivering;

    /** The oldest event. */
    public @Nullable QueuedEvent first;

    /** The latest event. */
    public @Nullable QueuedEvent last;

    EventQueue(Object lock, Events events) {
        this.lock = lock;
        this.events = events;
    }

    /** Delivers all events, unless another thread does. */
    public void deliver() {
        try {
            // Otherwise a stack overflow between taking an event out and calling the listener would lose it.
            StackRoom.reserve();
        } catch (StackOverflowError noRoom) {
            // The next thread delivers it.
            return;
        }
        synchronized (lock) {
            if (delivering) {
                return;
            }
            delivering = true;
        }
        while (true) {
            QueuedEvent next;
            synchronized (lock) {
                next = first;
                if (next == null) {
                    delivering = false;
                    return;
                }
                first = next.next;
                if (first == null) {
                    last = null;
                }
            }
            try {
                events.deliver(next);
            } catch (Throwable noRoom) {
                // Exceptions of the listener are dropped before, but the stack may overflow just before the call.
            }
        }
    }
}
