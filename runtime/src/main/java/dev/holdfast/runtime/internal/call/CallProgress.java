package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.failure.CalledOff;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a {@link LibraryCall}, so that cancelling never misses the attempt that begins at the same time.
 *
 * @param <C> the library's call, for one attempt
 */
public final class CallProgress<C> {

    /** Held only to compare and write, never during an attempt or a wait. */
    private final Object lock = new Object();

    private C attempt;
    private boolean begun;
    private boolean cancelled;

    /** The token of the attempt in flight; null before the first and between two. */
    private @Nullable Object underWay;

    /**
     * Creates the progress of a call that has not been made.
     *
     * @param first the library's call for the first attempt
     */
    CallProgress(C first) {
        this.attempt = first;
    }

    /** Marks the call as made, which is possible once. */
    void begin() {
        synchronized (lock) {
            if (begun) {
                throw new IllegalStateException("Already executed.");
            }
            begun = true;
        }
    }

    boolean isBegun() {
        synchronized (lock) {
            return begun;
        }
    }

    /**
     * An attempt begins.
     *
     * @param token identifies the attempt
     * @throws CalledOff if the call is cancelled
     */
    void attemptBegins(C next, Object token) {
        synchronized (lock) {
            if (cancelled) {
                throw new CalledOff();
            }
            attempt = next;
            underWay = token;
        }
    }

    /**
     * An attempt has ended, so that cancelling ends a wait from now on. Returns whether the call is cancelled already.
     */
    @SuppressWarnings("ReferenceEquality") // the very same one; a library's equals has no business here
    boolean attemptEnds(Object token) {
        synchronized (lock) {
            if (token == underWay) {
                underWay = null;
            }
            return cancelled;
        }
    }

    /** Cancels the call; returns whether an attempt is in flight, to be cancelled in place of a wait. */
    boolean cancel() {
        synchronized (lock) {
            cancelled = true;
            return underWay != null;
        }
    }

    boolean isCancelled() {
        synchronized (lock) {
            return cancelled;
        }
    }

    /** Returns the library's call of the attempt in flight, or of the last one. */
    C attempt() {
        synchronized (lock) {
            return attempt;
        }
    }
}
