package dev.holdfast.runtime.internal.failure;

import java.util.Objects;
import java.util.concurrent.CancellationException;

/** Failures that a class such as {@code Throwable} does not mean: they must be named as what they are. */
public final class NamedFailures {

    private NamedFailures() {}

    /** Returns the type that a class must not be more general than, to mean this failure. */
    public static Class<?> mostGeneral(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        if (failure instanceof InterruptedException) {
            return InterruptedException.class;
        }
        if (failure instanceof CancellationException) {
            return CancellationException.class;
        }
        if (Interrupts.calledOff(failure)) {
            // Who names what is around an interrupt does not mean it: no class that anyone can name does.
            return CalledOff.class;
        }
        return failure instanceof Error ? Error.class : Throwable.class;
    }
}
