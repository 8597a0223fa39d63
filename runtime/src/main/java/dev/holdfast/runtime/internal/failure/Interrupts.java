package dev.holdfast.runtime.internal.failure;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.ResilienceException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Distinguishes calls that were called off from calls that failed. */
public final class Interrupts {

    /** The number of causes that are followed, since they may form a cycle. */
    private static final int DEPTH = 16;

    /** The message of the exception that a socket throws when its virtual thread is interrupted. */
    private static final String SOCKET_INTERRUPTED = "Closed by interrupt";

    private Interrupts() {}

    /**
     * Returns whether an exception or one of its causes says that the call was cancelled or its thread interrupted,
     * which says nothing about the service. A time-out is a failure whatever its cause. Suppressed exceptions are no
     * causes.
     */
    public static boolean calledOff(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEPTH && !isTimeout(each); depth++) {
            if (isInterrupt(each)) {
                return true;
            }
            each = cause(each);
        }
        return false;
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof CallTimeoutException
                || failure instanceof SocketTimeoutException
                || failure instanceof TimeoutException;
    }

    /**
     * Client libraries throw {@code InterruptedIOException} for time-outs too, so the thread's interrupt flag decides
     * there.
     */
    private static boolean isInterrupt(Throwable failure) {
        return failure instanceof InterruptedException
                || failure instanceof CancellationException
                || failure instanceof ClosedByInterruptException
                || ((failure instanceof InterruptedIOException || isOfSocket(failure))
                        && Thread.currentThread().isInterrupted());
    }

    private static boolean isOfSocket(Throwable failure) {
        return failure.getClass() == SocketException.class && SOCKET_INTERRUPTED.equals(failure.getMessage());
    }

    /** Calls user code, which may throw. */
    private static @Nullable Throwable cause(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable unknown) {
            return null;
        }
    }

    /** Returns whether a failure is no answer of the service, whatever status a hint reads from it. */
    public static boolean isNoAnswer(Throwable failure) {
        return failure instanceof ResilienceException || calledOff(failure);
    }

    /**
     * Returns the most general class that matches a failure. Some failures must be named by their own class: a more general one,
     * such as {@code Throwable}, does not match them.
     */
    public static Class<?> mostGeneral(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        if (failure instanceof InterruptedException) {
            return InterruptedException.class;
        }
        if (failure instanceof CancellationException) {
            return CancellationException.class;
        }
        if (calledOff(failure)) {
            // An exception around an interrupt is matched by no class that a user can name.
            return CalledOff.class;
        }
        return mostGeneralOfAnswer(failure);
    }

    /** The same for an exception of which it is known that it was not called off. */
    public static Class<?> mostGeneralOfAnswer(Throwable failure) {
        return failure instanceof Error ? Error.class : Throwable.class;
    }

    /** Throws any throwable, even a checked one. */
    @SuppressWarnings("unchecked")
    public static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
