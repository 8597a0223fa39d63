package dev.holdfast.runtime.internal.fallback;

import dev.holdfast.runtime.internal.failure.NamedFailures;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which failures something else answers for. What that is, a method or another client, stands in generated code. Immutable and
 * thread-safe.
 */
public final class FallbackPolicy {

    /** How far a failure is followed through its causes, which may go round in a circle. */
    private static final int CAUSES = 100;

    /** An exception of the user's with as many suppressed ones gets no more of us. */
    private static final int SUPPRESSED = 8;

    private final Class<?>[] on;
    private final Class<?>[] except;

    FallbackPolicy(FallbackDraft builder) {
        this.on = builder.on;
        this.except = builder.except;
    }

    /**
     * Starts with the defaults of {@link dev.holdfast.annotations.Fallback}.
     *
     * @return a builder
     */
    public static FallbackDraft builder() {
        return new FallbackDraft();
    }

    /**
     * Returns whether it answers for a failure. {@code Error}, {@code InterruptedException} and {@code CancellationException} are
     * only matched by a class of {@code on} that is one of these or a subclass, and what has an interrupt or a cancel among its causes by
     * none.
     *
     * @param failure what a call has failed with in the end
     * @return whether {@code on} matches and {@code except} does not
     */
    public boolean covers(Throwable failure) {
        Class<?> bound = NamedFailures.mostGeneral(failure);
        for (Class<?> answered : on) {
            if (bound.isAssignableFrom(answered) && answered.isInstance(failure)) {
                return !isAny(failure, except);
            }
        }
        return false;
    }

    /** Returns the settings, in the words of the annotation. */
    @Override
    public String toString() {
        return "Fallback[on=" + Settings.names(on) + ", except=" + Settings.names(except) + "]";
    }

    public static boolean isAny(Throwable failure, Class<?>[] classes) {
        return Arrays.stream(classes).anyMatch(each -> each.isInstance(failure));
    }

    /**
     * Adds the failure that was to be answered to that of the fallback, unless it is there already or leads back to it. An exception
     * that is thrown again and again, as a constant or the failure of a shared future, must not collect what it was thrown in place of.
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
            // A getCause of somebody's own.
            return true;
        }
    }
}
