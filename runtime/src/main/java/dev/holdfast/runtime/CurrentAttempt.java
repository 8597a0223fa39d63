package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.unit.AttemptNumber;

/**
 * The attempt that a thread is making, for a delegate that sends its number along, such as in a header or a log line. Can
 * be asked on any thread.
 *
 * <p>A synchronous attempt has its number from its beginning to its end. An asynchronous one has it while the delegate's
 * method runs on the thread that began the attempt, and with {@code suspend} functions until the first suspension; code
 * that runs on another thread later takes the number along.
 *
 * <p>A first attempt does not set the number, which would cost every call some time. So where a client is called within a
 * further attempt of another one, its first attempt sees the number of the attempt around it, unless its context has a
 * {@code CallListener}. Its further attempts have their own.
 */
public final class CurrentAttempt {

    private CurrentAttempt() {}

    /**
     * Returns the number of the attempt that the calling thread is making.
     *
     * @return the number, from 1; 1 also between attempts and outside of calls
     */
    public static int number() {
        return AttemptNumber.current();
    }
}
