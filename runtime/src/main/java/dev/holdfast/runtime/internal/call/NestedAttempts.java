package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.internal.timeout.TimeSlots;
import org.jspecify.annotations.Nullable;

/**
 * The attempts with a time limit that the calling thread is in the middle of, of clients within clients. The outermost
 * may be in {@link TimeSlots}; those with a timer's task are here.
 */
public final class NestedAttempts {

    /** The innermost attempt with a task of a thread. Set by such attempts only, and removed by the outermost. */
    private static final ThreadLocal<@Nullable TimedAttempt> INNERMOST = new ThreadLocal<>();

    /**
     * Whether any attempt was ever made; before that, nobody looks for one. Not volatile: a thread looks only for
     * attempts of its own.
     */
    private static boolean used;

    private NestedAttempts() {}

    /** Returns the innermost attempt, within which another one is about to begin, or null. */
    static @Nullable TimedAttempt around() {
        used = true;
        return innermost();
    }

    private static @Nullable TimedAttempt innermost() {
        if (!used) {
            return null;
        }
        Thread thread = Thread.currentThread();
        TimedAttempt found = TimeSlots.hasStrays(thread) ? INNERMOST.get() : null;
        // An attempt that was ended by another thread is still here.
        while (found != null && found.phase() == TimedAttempt.ENDED) {
            found = found.outer;
        }
        return found == null ? (TimedAttempt) TimeSlots.find(thread) : found;
    }

    /** Enters an attempt with a task. */
    static void enter(TimedAttempt attempt) {
        if (INNERMOST.get() == null) {
            TimeSlots.addStray(Thread.currentThread());
        }
        INNERMOST.set(attempt);
        if (attempt.outer != null) {
            attempt.outer.inner = attempt;
        }
    }

    /** Leaves an attempt and the ones within it, also those that never ended, but not the ones around it. */
    static void leave(TimedAttempt attempt) {
        TimedAttempt found = INNERMOST.get();
        while (found != null && found != attempt) {
            found = found.outer;
        }
        if (found == null) {
            return;
        }
        TimedAttempt outer = attempt.outer;
        if (outer != null) {
            outer.inner = null;
        }
        if (outer == null || outer.isInSlot()) {
            INNERMOST.remove();
            TimeSlots.removeStray(Thread.currentThread());
        } else {
            INNERMOST.set(outer);
        }
    }

    /** Returns whether the calling thread is in the middle of an attempt whose time is up. */
    public static boolean isCallersTimeUp() {
        TimedAttempt caller = innermost();
        return caller != null && caller.isUp();
    }

    /** Returns the exception of the outermost such attempt, to be thrown in place of a call within it. */
    static CallTimeoutException callersTimeout() {
        CallTimeoutException last = null;
        for (TimedAttempt each = innermost(); each != null; each = each.outer) {
            if (each.isDue()) {
                last = each.timeout();
            }
        }
        // None is due any more if a context was closed meanwhile.
        for (TimedAttempt each = innermost(); last == null && each != null; each = each.outer) {
            last = each.timeout();
        }
        if (last == null) {
            throw new IllegalStateException("no attempt's time is up");
        }
        return last;
    }

    /**
     * Keeps the interrupts of the attempts around one that has ended.
     *
     * @param innermost of them
     * @param tookBack whether the ended attempt took back an interrupt, which an outer one may have mistaken for
     *     another's
     * @param flagged whether the flag must be set anyway
     */
    static void settle(@Nullable TimedAttempt innermost, boolean tookBack, boolean flagged) {
        boolean wanted = flagged;
        for (TimedAttempt each = innermost; each != null; each = each.outer) {
            wanted |= each.keepsInterrupt(tookBack);
        }
        if (wanted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the interrupt of an attempt around a wait, after an interrupt for that wait was taken back. */
    static void keepCallersInterrupt() {
        settle(innermost(), true, false);
    }
}
