package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * What one breaker or limiter has to tell the listener, in the order in which it happened. One thread at a time tells, with no lock
 * held: who has something to tell meanwhile, be it the listener itself, leaves it to that thread and goes its way.
 *
 * <p>A notice is put down under the lock under which the thing itself happens, and without a call, so that not even a stack that
 * overflows can lose it. Should that prevent its being told, whoever comes next does.
 */
public final class EventQueue {

    private final Object lock;
    private final Events events;
    private boolean delivering;

    /** What has not been told: the oldest. */
    public @Nullable QueuedEvent first;

    /** The latest. */
    public @Nullable QueuedEvent last;

    private EventQueue(Object lock, Events events) {
        this.lock = lock;
        this.events = events;
    }

    /** Null where nobody listens. */
    public static @Nullable EventQueue of(Events events, Object lock) {
        return events.hasListener() ? new EventQueue(lock, events) : null;
    }

    /** Tells what there is to tell, unless some thread does. */
    public void deliver() {
        try {
            // Else a stack that ends between taking a notice out and the listener would lose it.
            StackRoom.reserve();
        } catch (StackOverflowError noRoom) {
            // Whoever comes next tells it.
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
                // What the listener throws does not come here, but the stack may end just before it.
            }
        }
    }
}
