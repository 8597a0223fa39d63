package dev.holdfast.runtime.internal.fallback;

import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.Arrays;
import java.util.Objects;

/**
 * The failures that a fallback handles. The fallback itself, a method or another client, is in generated code.
 * Thread-safe.
 */
public final class FallbackPolicy {

    /** The number of causes that are followed, since they may form a cycle. */
    private static final int CAUSES = 100;

    /** The number of suppressed exceptions from which on no more are added. */
    private static final int SUPPRESSED = 8;

    private final Class<?>[] on;
    private final Class<?>[] except;

    /** Whether overrides have switched it off. */
    private volatile boolean off;

    public FallbackPolicy(Class<?>[] on, Class<?>[] except) {
        this.on = on;
        this.except = except;
    }

    /**
     * Returns whether the fallback handles a failure. For an {@code Error}, {@code InterruptedException} or
     * {@code CancellationException} only that class itself or a subclass in {@code on} matches; for an exception caused
     * by an interrupt or a cancellation none does.
     *
     * @param failure the last failure of the call
     * @return whether {@code on} matches and {@code except} does not
     */
    public boolean covers(Throwable failure) {
        if (off) {
            return false;
        }
        Class<?> bound = Interrupts.mostGeneral(failure);
        for (Class<?> answered : on) {
            if (bound.isAssignableFrom(answered) && answered.isInstance(failure)) {
                return !isAny(failure, except);
            }
        }
        return false;
    }

    /** Switches it off, so that it handles no failure, or on again. */
    public void switchOff(boolean next) {
        off = next;
    }

    /** Returns the settings, named as in the annotation. */
    @Override
    public String toString() {
        return "Fallback[on=" + Settings.names(on) + ", except=" + Settings.names(except) + "]";
    }

    public static boolean isAny(Throwable failure, Class<?>[] classes) {
        return Arrays.stream(classes).anyMatch(each -> each.isInstance(failure));
    }

    /**
     * Suppresses the first failure in the exception of the fallback, unless it is there already or is caused by it. An
     * exception that is thrown again and again, such as a constant, must not collect suppressed ones without end.
     */
    @SuppressWarnings("ReferenceEquality") // the very same one is meant
    public static void suppress(Throwable failure, Throwable thrown) {
        Objects.requireNonNull(failure, "failure");
        Throwable[] collected = thrown.getSuppressed();
        if (collected.length >= SUPPRESSED) {
            return;
        }
        for (Throwable each : collected) {
            if (each == failure) {
                return;
            }
        }
        if (!leadsTo(failure, thrown)) {
            thrown.addSuppressed(failure);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very same one is meant
    private static boolean leadsTo(Throwable failure, Throwable thrown) {
        try {
            Throwable cause = failure;
            for (int i = 0; cause != null && i < CAUSES; i++) {
                if (cause == thrown) {
                    return true;
                }
                cause = cause.getCause();
            }
            return false;
        } catch (RuntimeException unreadable) {
            // An overridden getCause.
            return true;
        }
    }
}
