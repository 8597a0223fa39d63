package dev.holdfast.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * One call under policies, step by step, for code that makes attempts and waits in a way of its own: a coroutine, a
 * stream, an event loop. Blocks no thread, and starts no timer.
 *
 * <pre>{@code
 * void go() {
 *     long wait = call.next();              // throws the rejection of a first attempt
 *     if (wait > 0) {
 *         later(wait, this::go);            // or earlier, if told to ask again
 *     } else if (wait == 0) {
 *         attempt((result, failure) -> {
 *             boolean last = failure == null ? call.returned(result) : call.failed(failure);
 *             ...                           // the answer if last, otherwise go()
 *         });
 *     }                                     // CallSteps.STOP: the last answer is the call's
 * }
 * }</pre>
 *
 * <p>For one thread at a time: the caller makes sure of that, for {@link #cancel} too.
 */
public interface CallSteps {

    /** In place of a wait: there is no further attempt, and the last answer is the call's. */
    long STOP = -1;

    /**
     * Asks for the next attempt. In a closed context there is no wait, and no attempt after one.
     *
     * @return 0 to make it now; more for the longest wait in nanoseconds, after which, or when told to, the caller asks
     *     again; or {@link #STOP}
     * @throws RuntimeException if the call ends here without an answer: rejected before the first attempt, or after a
     *     result that is closed by now
     */
    long next();

    /**
     * Returns the number of the attempt in flight, or of the last one.
     *
     * @return the number, from 1; 0 before the first attempt
     */
    int attempt();

    /**
     * Lets {@code CurrentAttempt} on the calling thread tell the number of the attempt in flight, until {@link #leave}.
     * May be called on any thread that makes a part of the attempt.
     *
     * @return to be passed to {@code leave}
     */
    int enter();

    /**
     * Ends what {@link #enter} has begun, on the same thread.
     *
     * @param entered from {@code enter}
     */
    void leave(int entered);

    /**
     * Returns the time limit of the attempt in flight.
     *
     * @return nanoseconds from its beginning; {@link Long#MAX_VALUE} for no limit
     */
    long timeLimitNanos();

    /**
     * Makes the failure of an attempt that takes longer than its time limit, to be passed to {@link #failed}.
     *
     * @return a {@code CallTimeoutException}
     */
    RuntimeException timeout();

    /**
     * The attempt in flight has returned a result.
     *
     * @param result the answer
     * @return whether it is the call's; otherwise it will be closed
     */
    boolean returned(@Nullable Object result);

    /**
     * The attempt in flight has failed.
     *
     * @param failure the exception
     * @return whether it is the call's
     */
    boolean failed(Throwable failure);

    /**
     * The attempt in flight has failed after a part of its answer was handed on, as an item of a stream. Counts like any
     * failure, but no further attempt follows, and no fallback should.
     *
     * @param failure the exception
     */
    void brokeOff(Throwable failure);

    /** The call is not wanted any more. Counts as nothing; gives back all that the attempt or the wait had. */
    void cancel();

    /**
     * Returns whether a fallback answers for the failure of the call, and tells the listener if it does.
     *
     * @param failure the exception
     * @return true to call the fallback
     */
    boolean fallsBack(Throwable failure);
}
