package dev.holdfast.runtime.internal.failure;

import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Failures that must be named by their own class: a more general one, such as {@code Throwable}, does not match them.
 */
public final class NamedFailures {

    private NamedFailures() {}

    /** Returns the most general class that matches a failure. */
    public static Class<?> mostGeneral(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        if (failure instanceof InterruptedException) {
            return InterruptedException.class;
        }
        if (failure instanceof CancellationException) {
            return CancellationException.class;
        }
        if (Interrupts.calledOff(failure)) {
            // An exception around an interrupt is matched by no class that a user can name.
            return CalledOff.class;
        }
        return failure instanceof Error ? Error.class : Throwable.class;
    }
}
