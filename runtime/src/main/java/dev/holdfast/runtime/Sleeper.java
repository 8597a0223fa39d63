package dev.holdfast.runtime;

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
     * Returns the sleeper that parks the calling thread, platform or virtual.
     *
     * @return the sleeper
     */
    static Sleeper system() {
        return SystemTime.INSTANCE;
    }
}
