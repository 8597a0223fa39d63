package dev.holdfast.runtime;

/**
 * Lets only so many calls through at once. Those that find no place free wait in the order in which they came, each for so long
 * at most, and nobody who comes later is served before them.
 *
 * <p>Generated clients and {@link Resilience} take places and give them back themselves. By hand:
 *
 * <pre>{@code
 * bulkhead.acquire();
 * try {
 *     return client.user(login);
 * } finally {
 *     bulkhead.release();
 * }
 * }</pre>
 *
 * <p>Thread-safe, without locks. Where nobody waits, a call costs two atomic writes.
 */
public interface Bulkhead {

    /**
     * Starts to build a bulkhead; the defaults are those of {@link dev.holdfast.annotations.Bulkhead}.
     *
     * @return a builder
     */
    static BulkheadBuilder builder() {
        return new BulkheadBuilder();
    }

    /**
     * Returns the name that rejections and events carry.
     *
     * @return the name
     */
    String name();

    /**
     * Takes a place if one is free and nobody waits for it. It must be given back with {@link #release}.
     *
     * @return whether there was one
     */
    boolean tryAcquire();

    /**
     * Takes a place, or waits for one for up to {@code maxWait}. It must be given back with {@link #release}.
     *
     * @throws BulkheadFullException if there was none in that time
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    void acquire() throws InterruptedException;

    /**
     * Gives a place back: to who has waited longest, if anybody does.
     *
     * @throws IllegalStateException if no place is taken
     */
    void release();

    /**
     * Returns how many places are free.
     *
     * @return the number, from 0 to {@code maxConcurrent}
     */
    int available();

    /**
     * Returns how many calls wait for a place. Counts them one by one: for tests and now and then, not for each call.
     *
     * @return the number
     */
    int waiting();
}
