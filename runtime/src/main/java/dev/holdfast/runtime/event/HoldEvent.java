package dev.holdfast.runtime.event;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;

/** A rate limiter that begins or ceases to hold calls back. Immutable. */
public final class HoldEvent {

    private final String limiter;
    private final long nanos;

    /**
     * Makes an event, for tests of listeners.
     *
     * @param limiter its name
     * @param nanos nanoseconds
     */
    public HoldEvent(String limiter, long nanos) {
        this.limiter = limiter;
        this.nanos = nanos;
    }

    /**
     * Returns the name of the limiter.
     *
     * @return the name
     */
    public String limiter() {
        return limiter;
    }

    /**
     * Returns for how long calls are held back, or were.
     *
     * @return the duration
     */
    public Duration duration() {
        return Duration.ofNanos(nanos);
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return limiter + ": " + DurationText.rounded(nanos);
    }
}
