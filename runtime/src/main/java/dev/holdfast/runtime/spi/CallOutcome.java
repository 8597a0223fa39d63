package dev.holdfast.runtime.spi;

/**
 * Receives the outcome of a call, once.
 *
 * @param <R> the result of the call
 */
public interface CallOutcome<R> {

    /**
     * The call has returned a result.
     *
     * @param result the answer
     */
    void returned(R result);

    /**
     * The call has failed.
     *
     * @param failure the exception
     */
    void failed(Throwable failure);
}
