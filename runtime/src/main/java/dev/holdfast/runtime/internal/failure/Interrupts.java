package dev.holdfast.runtime.internal.failure;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.ResilienceException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a call that was called off from one that failed. */
public final class Interrupts {

    /** How many exceptions are looked at, each the cause of the one before: they may go round in a circle, and need not end. */
    private static final int DEPTH = 16;

    /** What a socket throws whose virtual thread is interrupted. */
    private static final String SOCKET_INTERRUPTED = "Closed by interrupt";

    private Interrupts() {}

    /**
     * Whether a call ended because someone cancelled it or interrupted its thread, which says nothing about the service: whether an
     * exception or one of its causes says so. A time-out among them says what it is, whatever has caused it. What is merely
     * suppressed is no cause.
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

    /** {@code InterruptedIOException} is also what a plain time-out throws, so there the thread's flag decides. */
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

    /** Users' code, which may throw instead of answering. */
    private static @Nullable Throwable cause(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable unknown) {
            return null;
        }
    }

    /** Whether a failure can't be an answer of the service, whatever status someone reads from it. */
    public static boolean isNoAnswer(Throwable failure) {
        return failure instanceof ResilienceException || calledOff(failure);
    }

    /** Throws any throwable where the compiler can't know that the method declares it. */
    @SuppressWarnings("unchecked")
    public static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
