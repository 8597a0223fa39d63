package dev.holdfast.annotations;

/**
 * How a computed backoff delay is spread at random, so that clients that failed together do not come back together.
 *
 * <p>Below, {@code d} is {@code min(maxDelay, baseDelay * factor^attempt)} and {@code uniform(a, b)} a random number
 * between the two. No jitter ever leads past {@code maxDelay}.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And Jitter</a>
 */
public enum Jitter {

    /** {@code uniform(0, d)}: spreads best, and may retry at once. */
    FULL,

    /** {@code d/2 + uniform(0, d/2)}: always waits at least half of the delay. */
    EQUAL,

    /**
     * {@code min(maxDelay, uniform(baseDelay, 3 * previous))}, where {@code previous} is such a delay of the attempt before
     * and starts as {@code baseDelay}. The factor does not enter into it.
     */
    DECORRELATED,

    /** {@code d} itself. Clients that failed together come back together: for tests and for single clients. */
    NONE
}
