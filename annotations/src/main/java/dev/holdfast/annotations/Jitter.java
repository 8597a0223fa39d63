package dev.holdfast.annotations;

/**
 * Random spread of a backoff delay, so that clients that failed together do not retry together.
 *
 * <p>Below, {@code d} is {@code min(maxDelay, baseDelay * factor^attempt)} and {@code uniform(a, b)} is a random number
 * between the two. No jitter exceeds {@code maxDelay}.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And Jitter</a>
 */
public enum Jitter {

    /** {@code uniform(0, d)}: the widest spread; may retry at once. */
    FULL,

    /** {@code d/2 + uniform(0, d/2)}: always waits at least half of the delay. */
    EQUAL,

    /**
     * {@code min(maxDelay, uniform(baseDelay, 3 * previous))}, where {@code previous} is the delay of the previous attempt and
     * starts at {@code baseDelay}. Ignores the factor.
     */
    DECORRELATED,

    /** {@code d} without jitter. Clients that failed together retry together, so use it for tests and single clients. */
    NONE
}
