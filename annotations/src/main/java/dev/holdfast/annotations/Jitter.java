package dev.holdfast.annotations;

/**
 * The random variation of backoff delays, so that clients that failed together do not retry together.
 *
 * <p>Below, {@code d} is {@code min(maxDelay, baseDelay * factor^attempt)} and {@code uniform(a, b)} a random number
 * between the two. No delay exceeds {@code maxDelay}.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
public enum Jitter {

    /** {@code uniform(0, d)}: the best spread; may retry at once. */
    FULL,

    /** {@code d/2 + uniform(0, d/2)}: always waits at least half of the delay. */
    EQUAL,

    /**
     * {@code min(maxDelay, uniform(baseDelay, 3 * previous))}, where {@code previous} is the delay before, at first
     * {@code baseDelay}. Ignores the factor.
     */
    DECORRELATED,

    /** {@code d} itself. Clients that failed together retry together: for tests and for single clients. */
    NONE
}
