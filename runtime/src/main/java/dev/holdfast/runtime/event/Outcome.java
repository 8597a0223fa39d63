package dev.holdfast.runtime.event;

/** How a call or one of its attempts ended. */
public enum Outcome {

    /** A good answer. */
    SUCCESS,

    /** An exception, or a bad result; an attempt that took too long. */
    FAILURE,

    /** The service said that the limit of its rate is reached. */
    RATE_LIMITED,

    /** Of a call only: Holdfast made no attempt, or none after a result that is closed by now. */
    REJECTED,

    /** Nobody waits for the answer any more, or the thread was interrupted. Says nothing about the service. */
    CANCELLED,

    /** Of a call only: it failed or was rejected, and its fallback is about to answer. */
    FALLBACK
}
