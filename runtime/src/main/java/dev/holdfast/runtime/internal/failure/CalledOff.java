package dev.holdfast.runtime.internal.failure;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/**
 * A call that its caller, or whoever owns the client, has cancelled: as with any {@code CancellationException} the service is
 * not judged by it and no further attempt is made.
 */
public final class CalledOff extends CancellationException {

    private static final long serialVersionUID = 1;

    /** What an attempt threw because it was cancelled; it goes to the caller in place of this. */
    private final Throwable thrown;

    /** For a call that was cancelled between two attempts, or before the first: what client libraries throw then. */
    public CalledOff() {
        this(new IOException("Canceled"));
    }

    public CalledOff(Throwable thrown) {
        super("the call was cancelled");
        this.thrown = thrown;
        initCause(thrown);
    }

    public Throwable thrown() {
        return thrown;
    }
}
