package dev.holdfast.runtime;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@link GuardedCall} has come, so that whoever cancels it and whoever makes its next attempt cannot miss each other.
 *
 * @param <C> what makes one attempt
 */
final class CallProgress<C> {

    /** Never held during an attempt or a wait. */
    private final ReentrantLock lock = new ReentrantLock();

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
    void begin() {
        lock.lock();
        try {
            if (begun) {
                throw new IllegalStateException("Already executed.");
            }
            begun = true;
        } finally {
            lock.unlock();
        }
    }

    boolean isBegun() {
        lock.lock();
        try {
            return begun;
        } finally {
            lock.unlock();
        }
    }

    /**
     * An attempt begins.
     *
     * @param sign stands for it
     * @throws CalledOff if the call is cancelled
     */
    void enter(C next, Object sign) {
        lock.lock();
        try {
            if (cancelled) {
                throw new CalledOff();
            }
            attempt = next;
            underWay = sign;
        } finally {
            lock.unlock();
        }
    }

    /** An attempt has ended: what is cancelled from now on is a wait. Says whether the call is cancelled already. */
    boolean leave(Object sign) {
        lock.lock();
        try {
            if (sign.equals(underWay)) {
                underWay = null;
            }
            return cancelled;
        } finally {
            lock.unlock();
        }
    }

    /** The call is cancelled; says whether an attempt is under way, to be cancelled in place of a wait. */
    boolean cancel() {
        lock.lock();
        try {
            cancelled = true;
            return underWay != null;
        } finally {
            lock.unlock();
        }
    }

    boolean isCancelled() {
        lock.lock();
        try {
            return cancelled;
        } finally {
            lock.unlock();
        }
    }

    /** What makes the attempt under way, or made the last one. */
    C attempt() {
        lock.lock();
        try {
            return attempt;
        } finally {
            lock.unlock();
        }
    }
}
