package dev.holdfast.runtime.event;

import dev.holdfast.runtime.internal.unit.DurationText;
import java.time.Duration;

/** The beginning or end of a rate limiter's hold. Immutable. */
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
     * Returns the length of the hold: from now on at its beginning, in all at its end.
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
