package dev.holdfast.runtime;

/**
 * A circuit breaker's permission for one attempt, to which the outcome of the attempt is reported: call exactly one of
 * the methods below, once, on every path. An outcome counts only while the breaker is still in the state that gave the
 * permit. A second report of a probe is ignored; in CLOSED, where calls share one permit, it would count twice.
 * Thread-safe. Not to be implemented by users.
 *
 * <pre>{@code
 * Permit permit = breaker.acquirePermit();
 * try {
 *     User user = client.user(login);
 *     permit.succeeded();
 *     return user;
 * } catch (Throwable failure) {
 *     permit.failed(failure);
 *     throw failure;
 * }
 * }</pre>
 */
public interface Permit {

    /** Reports a success. */
    void succeeded();

    /** Reports a failure without an exception, such as a result with a failure status. */
    void failed();

    /**
     * Reports an exception. It counts as a failure if the breaker monitors its class; otherwise the permit is released.
     * Interrupts, cancellations, exceptions caused by them, and rejections by Holdfast never count.
     *
     * @param failure the exception of the call
     */
    void failed(Throwable failure);

    /** Releases the permit: neither success nor failure. */
    void release();
}
