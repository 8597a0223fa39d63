package dev.holdfast.runtime.spi;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How Holdfast waits on the calling thread. Implementations are thread-safe and hold no lock while they wait. */
public interface Sleeper {

    /**
     * Waits, never for less than it is asked for.
     *
     * @param nanos how long, in nanoseconds; zero or less returns at once unless the thread is interrupted
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    void sleep(long nanos) throws InterruptedException;

    /**
     * Waits until a latch is open, but not for longer than it is asked to. As written here it takes real time, which is right where other
     * threads open the latch.
     *
     * @param latch what another call opens
     * @param nanos the longest wait, in nanoseconds; zero or less does not wait
     * @return whether the latch is open
     * @throws InterruptedException if the thread is interrupted before or during the wait; its flag is cleared
     */
    default boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
        return latch.await(nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Returns the sleeper that parks the calling thread, platform or virtual.
     *
     * @return the sleeper
     */
    static Sleeper system() {
        return SystemTime.INSTANCE;
    }
}
