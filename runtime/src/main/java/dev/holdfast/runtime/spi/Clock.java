package dev.holdfast.runtime.spi;

/** The source of time. Must be thread-safe. */
public interface Clock {

    /**
     * Returns a monotonic time, like {@link System#nanoTime()}: only differences are meaningful. Used for everything
     * but HTTP dates.
     *
     * @return nanoseconds from an arbitrary origin
     */
    long nanoTime();

    /**
     * Returns the wall-clock time, like {@link System#currentTimeMillis()}. Used only for dates sent by servers.
     *
     * @return milliseconds since 1970-01-01T00:00:00Z
     */
    long currentTimeMillis();

    /**
     * Returns the system clock.
     *
     * @return the clock
     */
    static Clock system() {
        return SystemTime.INSTANCE;
    }
}
