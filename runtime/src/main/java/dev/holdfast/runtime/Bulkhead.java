package dev.holdfast.runtime;

/**
 * Limits the number of concurrent calls. Further calls wait for a place, first come, first served, each for {@code
 * maxWait} at most.
 *
 * <p>Generated clients and {@link Resilience} acquire and release places themselves. By hand:
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
 * <p>Thread-safe and lock-free. A call that need not wait costs two atomic writes.
 */
public interface Bulkhead {

    /**
     * Returns a builder with the defaults of {@link dev.holdfast.annotations.Bulkhead}.
     *
     * @return a builder
     */
    static BulkheadBuilder builder() {
        return new BulkheadBuilder();
    }

    /**
     * Returns the name in rejections and events.
     *
     * @return the name
     */
    String name();

    /**
     * Acquires a place if one is free and no call waits for it. The place must be given back with {@link #release}.
     *
     * @return whether a place was acquired
     */
    boolean tryAcquire();

    /**
     * Acquires a place, waiting for up to {@code maxWait}. The place must be given back with {@link #release}.
     *
     * @throws BulkheadFullException if no place came free in that time
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    void acquire() throws InterruptedException;

    /**
     * Gives a place back, to the call that has waited longest if there is one.
     *
     * @throws IllegalStateException if all places are free
     */
    void release();

    /**
     * Returns the number of places, taken and free.
     *
     * @return {@code maxConcurrent}
     */
    int maxConcurrent();

    /**
     * Returns the number of free places.
     *
     * @return the number, from 0 to {@code maxConcurrent}
     */
    int available();

    /**
     * Returns the number of calls waiting for a place. Takes time in proportion to that number, so do not call it for
     * every request.
     *
     * @return the number
     */
    int waiting();
}
