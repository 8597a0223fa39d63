package dev.holdfast.examples;

/** How a call ended, as its caller saw it. */
enum Outcome {
    /** A good answer to the first request. */
    OK,
    /** A good answer after at least one bad one. */
    RECOVERED,
    /** Nothing was sent: the breaker was open. */
    REJECTED,
    /** A bad answer, or none. */
    FAILED
}
