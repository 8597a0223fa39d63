package dev.holdfast.runtime.spi;

/**
 * Where the outcome of a call is told, once.
 *
 * @param <R> what the call brings
 */
public interface CallOutcome<R> {

    /**
     * There is an answer.
     *
     * @param result the answer
     */
    void returned(R result);

    /**
     * The call has failed.
     *
     * @param failure why
     */
    void failed(Throwable failure);
}
