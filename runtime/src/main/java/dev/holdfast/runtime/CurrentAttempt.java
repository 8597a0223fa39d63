package dev.holdfast.runtime;

import dev.holdfast.runtime.internal.unit.AttemptNumber;

/** The attempt that a thread is making. */
public final class CurrentAttempt {

    private CurrentAttempt() {}

    /**
     * Returns the number of the attempt that the calling thread is making, for a delegate that sends it along.
     *
     * @return the number, from 1; 1 outside of attempts
     */
    public static int number() {
        return AttemptNumber.current();
    }
}
