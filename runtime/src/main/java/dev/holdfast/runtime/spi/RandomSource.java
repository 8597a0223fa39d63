package dev.holdfast.runtime.spi;

/** Where Holdfast takes the random numbers for jitter from. Implementations are thread-safe. */
public interface RandomSource {

    /**
     * Returns a random number, uniform in {@code [0, bound)}.
     *
     * @param bound more than zero
     * @return the number
     */
    long nextLong(long bound);

    /**
     * Returns the source that draws from {@link java.util.concurrent.ThreadLocalRandom}.
     *
     * @return the source
     */
    static RandomSource system() {
        return SystemTime.INSTANCE;
    }
}
