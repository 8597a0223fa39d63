package dev.holdfast.runtime.spi;

/** The source of random numbers for jitter. Must be thread-safe. */
public interface RandomSource {

    /**
     * Returns a random number, uniform in {@code [0, bound)}.
     *
     * @param bound more than zero
     * @return the number
     */
    long nextLong(long bound);

    /**
     * Returns a source backed by {@link java.util.concurrent.ThreadLocalRandom}.
     *
     * @return the source
     */
    static RandomSource system() {
        return SystemWaits.INSTANCE;
    }
}
