package dev.holdfast.runtime.internal.failure;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/**
 * Marks a call as cancelled by its caller or by the owner of the client. Like any {@code CancellationException} it says
 * nothing about the service, and no further attempt is made.
 */
public final class CalledOff extends CancellationException {

    private static final long serialVersionUID = 1;

    /** The exception of the cancelled attempt, which the caller gets in place of this one. */
    private final Throwable thrown;

    /**
     * Creates the exception of a call cancelled before an attempt; the caller gets the exception usual in client
     * libraries.
     */
    public CalledOff() {
        this(new IOException("Canceled"));
    }

    public CalledOff(Throwable thrown) {
        super("the call was cancelled");
        this.thrown = thrown;
        initCause(thrown);
    }

    /** Returns an exception as the caller gets it. */
    public static Throwable told(Throwable failure) {
        return failure instanceof CalledOff ? ((CalledOff) failure).thrown : failure;
    }
}
