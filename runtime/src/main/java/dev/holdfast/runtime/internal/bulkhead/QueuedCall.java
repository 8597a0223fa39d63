package dev.holdfast.runtime.internal.bulkhead;

/** A call that waits for a place without a thread. */
public interface QueuedCall {

    /** Goes on: the wait for a place is over, with one or without. On any thread, which must not do more than this. */
    void waitEnded(Object waiter);
}
