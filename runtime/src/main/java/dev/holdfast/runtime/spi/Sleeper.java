package dev.holdfast.runtime.spi;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes the calling thread wait. Must be thread-safe, and hold no lock during a wait. */
public interface Sleeper {

    /**
     * Waits for at least the given time.
     *
     * @param nanos the time in nanoseconds; zero or less returns at once unless the thread is interrupted
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    void sleep(long nanos) throws InterruptedException;

    /**
     * Waits until a latch is open, for at most the given time. The default waits in real time, for a latch that other
     * threads open.
     *
     * @param latch a latch that another call opens
     * @param nanos the longest wait, in nanoseconds; zero or less does not wait
     * @return whether the latch is open
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    default boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
        return latch.await(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Returns a sleeper that parks the calling thread, platform or virtual.
     *
     * @return the sleeper
     */
    static Sleeper system() {
        return SystemWaits.INSTANCE;
    }
}
