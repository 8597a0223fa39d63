package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.failure.CalledOff;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@link LibraryCall} has come, so that whoever cancels it and whoever makes its next attempt cannot miss each other.
 *
 * @param <C> what makes one attempt
 */
public final class CallProgress<C> {

    /** Only to compare and write, never during an attempt or a wait. No error leaves it locked. */
    private final Object lock = new Object();

    private C attempt;
    private boolean begun;
    private boolean cancelled;

    /** Stands for the attempt under way; null before the first and between two. */
    private @Nullable Object underWay;

    /**
     * Begins with nothing done.
     *
     * @param first what will make the first attempt
     */
    CallProgress(C first) {
        this.attempt = first;
    }

    /** The call is made, which is done once. */
    public void begin() {
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
     * @param token stands for it
     * @throws CalledOff if the call is cancelled
     */
    public void attemptBegins(C next, Object token) {
        synchronized (lock) {
            if (cancelled) {
                throw new CalledOff();
            }
            attempt = next;
            underWay = token;
        }
    }

    /** An attempt has ended: what is cancelled from now on is a wait. Says whether the call is cancelled already. */
    @SuppressWarnings("ReferenceEquality") // the very same one; a library's equals has no business here
    public boolean attemptEnds(Object token) {
        synchronized (lock) {
            if (token == underWay) {
                underWay = null;
            }
            return cancelled;
        }
    }

    /** The call is cancelled; says whether an attempt is under way, to be cancelled in place of a wait. */
    public boolean cancel() {
        synchronized (lock) {
            cancelled = true;
            return underWay != null;
        }
    }

    public boolean isCancelled() {
        synchronized (lock) {
            return cancelled;
        }
    }

    /** What makes the attempt under way, or made the last one. */
    public C attempt() {
        synchronized (lock) {
            return attempt;
        }
    }
}
