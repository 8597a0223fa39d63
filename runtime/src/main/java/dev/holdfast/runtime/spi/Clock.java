package dev.holdfast.runtime.spi;

/** Where Holdfast reads the time. Implementations are thread-safe. */
public interface Clock {

    /**
     * Returns a monotonic time, which only differences of are meaningful, as of {@link System#nanoTime()}. Everything but HTTP
     * dates is measured with it.
     *
     * @return nanoseconds from an arbitrary origin
     */
    long nanoTime();

    /**
     * Returns the time of day, as of {@link System#currentTimeMillis()}. Only dates sent by servers are compared with it.
     *
     * @return milliseconds since 1970-01-01T00:00:00Z
     */
    long currentTimeMillis();

    /**
     * Returns the clock of the machine.
     *
     * @return the clock
     */
    static Clock system() {
        return SystemTime.INSTANCE;
    }
}
