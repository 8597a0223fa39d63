package dev.holdfast.runtime.internal.bulkhead;

/** An asynchronous call that waits for a place. */
public interface QueuedCall {

    /** The wait is over, with a place or without. Called on any thread, and must be short. */
    void waitEnded(Object waiter);
}
