package dev.holdfast.runtime;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** Tells a call that was called off from one that failed. */
final class Interrupts {

    private Interrupts() {}

    /**
     * Whether a call ended because someone cancelled it or interrupted its thread: that says nothing about the service.
     * {@code InterruptedIOException} is also what a plain time-out throws, so there the thread's flag decides.
     */
    static boolean calledOff(Throwable failure) {
        return failure instanceof InterruptedException
                || failure instanceof CancellationException
                || failure instanceof ClosedByInterruptException
                || (failure instanceof InterruptedIOException
                        && !(failure instanceof SocketTimeoutException)
                        && Thread.currentThread().isInterrupted());
    }

    /** Whether a failure can't be an answer of the service, whatever status someone reads from it. */
    static boolean isNoAnswer(Throwable failure) {
        return failure instanceof ResilienceException || calledOff(failure);
    }

    /** Throws any throwable where the compiler can't know that the method declares it. */
    @SuppressWarnings("unchecked")
    static <X extends Throwable> RuntimeException sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
