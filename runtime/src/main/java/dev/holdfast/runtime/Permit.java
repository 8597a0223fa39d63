package dev.holdfast.runtime;

/**
 * What a circuit breaker gives for one attempt, and where the result of that attempt is reported: exactly one of the methods
 * below, once, on every path. A result counts only for the state that the permit was given in; one that comes later changes
 * nothing. A probe's second report changes nothing either; in CLOSED, where a permit is not an object of its own, it would
 * count twice. Thread-safe, and not for implementation by users.
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

    /** Reports a failure that is not an exception, such as a result that says so. */
    void failed();

    /**
     * Reports an exception. It counts as a failure if the breaker monitors its class; otherwise the permit is given back as by
     * {@link #release()}, also for {@code InterruptedException} and {@code CancellationException}, for what they have caused, and for
     * rejections by Holdfast.
     *
     * @param failure what the call threw
     */
    void failed(Throwable failure);

    /** Gives the permit back: neither success nor failure. */
    void release();
}
