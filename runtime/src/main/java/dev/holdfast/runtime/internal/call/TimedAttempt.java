package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.runtime.internal.failure.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permit of a synchronous attempt whose time is limited, and the timer's task that has the attempt's thread interrupted, or the attempt
 * cancelled where it can be cancelled.
 *
 * <p>Who leaves {@link #RUNNING} first has won: the thread when its attempt has ended, or the timer. What the timer wants done is foreign code in part (an
 * interrupt closes channels, and may be overridden), so another thread does it, between {@link #FIRING} and what comes after that. The attempt's
 * thread waits that out, so an interrupt never reaches what it does next; or it has ended before, and nothing is done at all.
 *
 * <p>Attempts within attempts, of clients within clients, know each other. A thread has one flag, and all of them want the same thread
 * interrupted, so the flag belongs to the outermost that is cut: an inner one that takes its interrupt back leaves the flag set for it. The first limit that
 * passes counts. After an outer one's the inner ones' mean nothing any more, and no further attempt begins.
 */
public final class TimedAttempt extends TimedPermit implements Runnable {

    private static final int RUNNING = 0;

    /** The attempt has ended, and whether in time is known. */
    private static final int ENDED = 1;

    /** Time is up, and nothing is done about it yet. */
    private static final int DUE = 2;

    private static final int FIRING = 3;

    /** Time is up, and the thread was interrupted for that. */
    private static final int INTERRUPTED = 4;

    /** Time is up; the attempt was cancelled for that, or its thread had been interrupted already. */
    private static final int EXPIRED = 5;

    /** What the thread is in the middle of. Set by limited attempts alone, and removed by the outermost. */
    private static final ThreadLocal<@Nullable TimedAttempt> INNERMOST = new ThreadLocal<>();

    /** Whether there ever was one; if not, nobody looks. Not volatile: a thread looks only for what it has begun itself. */
    private static boolean used;

    private final Thread thread = Thread.currentThread();
    private final AtomicInteger state = new AtomicInteger(RUNNING);
    private final CallPolicy policy;
    private final long limit;
    private final @Nullable Supplier<Runnable> canceller;

    /** The attempt in whose delegate this one is made, on the same thread. */
    private final @Nullable TimedAttempt outer;

    /** When its time is up, by the context's clock: what is made in it asks that, for the timer may be late. */
    private final long end;

    /** When the first of it and those around it is up, if all go by one clock: before that none of them need be asked. */
    private final long firstEnd;

    private final boolean oneClock;

    /** The attempt that this one's delegate makes, if it makes one now. */
    private volatile @Nullable TimedAttempt inner;

    /** Whether its time was up only after that of one around it. Written before {@link #DUE}. */
    private boolean calledOff;

    /** Null where the timer takes no tasks any more. Only for the attempt's thread, as the next one. */
    private @Nullable Future<?> entry;

    private @Nullable CallTimeoutException timeout;

    private TimedAttempt(
            BreakerPermit permit,
            long deadline,
            CallPolicy policy,
            long limit,
            @Nullable Supplier<Runnable> canceller,
            @Nullable TimedAttempt outer) {
        super(permit, deadline);
        this.policy = policy;
        this.limit = limit;
        this.canceller = canceller;
        this.outer = outer;
        this.end = policy.context.clock().nanoTime() + limit;
        this.oneClock =
                outer == null || (outer.oneClock && outer.policy.context.clock().equals(policy.context.clock()));
        this.firstEnd = outer == null || end - outer.firstEnd < 0 ? end : outer.firstEnd;
    }

    /**
     * Begins an attempt on the calling thread. Where this throws, the permit is the caller's still.
     *
     * @param canceller gives what cancels the attempt under way; null to interrupt it
     * @throws CallTimeoutException if the time of an attempt around it is up: there is no attempt then
     */
    public static Permit start(
            Permit permit, long deadline, CallPolicy policy, long limit, @Nullable Supplier<Runnable> canceller) {
        TimedAttempt attempt =
                new TimedAttempt((BreakerPermit) permit, deadline, policy, limit, canceller, innermost());
        try {
            attempt.enter();
            attempt.entry = policy.context.timer().scheduleTimeout(attempt, limit);
        } catch (RejectedExecutionException closed) {
            // As Context.close says: synchronous calls go on.
        } catch (Throwable broken) {
            attempt.leave();
            throw broken;
        }
        // Only now: an outer one whose time is up from here on finds this one.
        if (attempt.outer != null && attempt.outer.isUp()) {
            attempt.end(null);
            throw callersTimeout();
        }
        return attempt;
    }

    private static @Nullable TimedAttempt innermost() {
        TimedAttempt found = used ? INNERMOST.get() : null;
        // One that was ended by another thread is still here.
        while (found != null && found.state.get() == ENDED) {
            found = found.outer;
        }
        return found;
    }

    private void enter() {
        used = true;
        INNERMOST.set(this);
        if (outer != null) {
            outer.inner = this;
        }
    }

    /** Leaves also what it has in it and what never came to an end, but not what was begun before it. */
    private void leave() {
        TimedAttempt found = INNERMOST.get();
        while (found != null && found != this) {
            found = found.outer;
        }
        if (found == null) {
            return;
        }
        if (outer == null) {
            INNERMOST.remove();
        } else {
            outer.inner = null;
            INNERMOST.set(outer);
        }
    }

    /** Whether its time is up, or the time of one around it. */
    private boolean isUp() {
        if (oneClock && policy.context.clock().nanoTime() - firstEnd < 0) {
            return false;
        }
        for (TimedAttempt each = this; each != null; each = each.outer) {
            if (each.isDue()) {
                return true;
            }
        }
        return false;
    }

    private boolean isDue() {
        return state.get() > ENDED
                || (!policy.context.isClosed() && policy.context.clock().nanoTime() - end >= 0);
    }

    /** Whether the calling thread is in the middle of an attempt whose time is up: then what it does is in vain. */
    public static boolean isCallersTimeUp() {
        TimedAttempt caller = innermost();
        return caller != null && caller.isUp();
    }

    /** What the outermost such attempt ends with, to be thrown where a call would begin in it. */
    static CallTimeoutException callersTimeout() {
        CallTimeoutException last = null;
        for (TimedAttempt each = innermost(); each != null; each = each.outer) {
            if (each.isDue()) {
                last = each.timeout();
            }
        }
        // Nobody's any more where a context was closed meanwhile.
        for (TimedAttempt each = innermost(); last == null && each != null; each = each.outer) {
            last = each.timeout();
        }
        if (last == null) {
            throw new IllegalStateException("no attempt's time is up");
        }
        return last;
    }

    private CallTimeoutException timeout() {
        CallTimeoutException made = timeout;
        if (made == null) {
            made = new CallTimeoutException(policy.call, limit, null);
            timeout = made;
        }
        return made;
    }

    /** On the timer's thread, which must not do more than this. */
    @Override
    public void run() {
        boolean outersFirst = outer != null && outer.isUp();
        calledOff = outersFirst;
        if (!state.compareAndSet(RUNNING, DUE) || outersFirst) {
            return;
        }
        if (Thread.currentThread() == thread) {
            // Time that is moved by the attempt itself, in a test.
            fire();
        } else {
            policy.context.relief().execute(this::fire);
        }
    }

    /** What is cancelled is known while the thread cannot go on, but cancelling may take its time. */
    private void fire() {
        if (!state.compareAndSet(DUE, FIRING)) {
            return;
        }
        List<Runnable> cancels = new ArrayList<>(1);
        int fired = EXPIRED;
        try {
            boolean interrupts = false;
            for (TimedAttempt each = this; each != null; each = each.inner) {
                if (each.canceller == null) {
                    interrupts = true;
                } else {
                    cancels.add(each.canceller.get());
                }
            }
            if (interrupts && !thread.isInterrupted()) {
                fired = INTERRUPTED;
                thread.interrupt();
            }
        } finally {
            state.set(fired);
            LockSupport.unpark(thread);
        }
        for (Runnable cancel : cancels) {
            cancel.run();
        }
    }

    /**
     * Ends an attempt, if it has not ended yet, and takes its interrupt back.
     *
     * @param thrown what it threw, or null
     * @return the failure that it is if it took too long, else null
     */
    public static @Nullable CallTimeoutException end(Permit permit, @Nullable Throwable thrown) {
        return permit instanceof TimedAttempt ? ((TimedAttempt) permit).end(thrown) : null;
    }

    private @Nullable CallTimeoutException end(@Nullable Throwable thrown) {
        boolean inTime = state.compareAndSet(RUNNING, ENDED);
        if (!inTime && state.get() == ENDED) {
            return timeout;
        }
        leave();
        if (inTime) {
            if (entry != null) {
                entry.cancel(false);
            }
            settle(outer, false, false);
            return null;
        }
        int flags = 0;
        int fired = EXPIRED;
        if (!state.compareAndSet(DUE, ENDED)) {
            flags = awaitFired();
            fired = state.getAndSet(ENDED);
        }
        boolean flagged = flags > 0;
        if (fired == INTERRUPTED) {
            // One of them is ours.
            flags += (carriesInterrupt(thrown) ? 1 : 0) + (Thread.interrupted() ? 1 : 0);
            flagged = flags > 1;
        }
        settle(outer, fired == INTERRUPTED, flagged);
        if (staysWhatItIs(thrown, fired) || (calledOff && thrown != null)) {
            timeout = null;
        } else if (thrown == null || thrown != timeout) {
            timeout = new CallTimeoutException(policy.call, limit, thrown);
        }
        return timeout;
    }

    /**
     * Waits while the attempt's thread, which asks, is being interrupted: that may take as long as what it runs.
     *
     * @return how often the thread's flag was set meanwhile; it is clear, since a thread does not park while it is set
     */
    private int awaitFired() {
        int flags = 0;
        while (state.get() == FIRING) {
            flags += Thread.interrupted() ? 1 : 0;
            LockSupport.park(this);
        }
        return flags;
    }

    /**
     * Sees to it that the interrupts of attempts around one that has ended are still there.
     *
     * @param tookBack whether the one that has ended took an interrupt back, which an outer one may have taken for somebody else's
     * @param flagged whether the flag must be set anyway
     */
    private static void settle(@Nullable TimedAttempt innermost, boolean tookBack, boolean flagged) {
        boolean wanted = flagged;
        for (TimedAttempt each = innermost; each != null; each = each.outer) {
            wanted |= each.awaitFired() > 0;
            if (tookBack && each.state.get() > FIRING) {
                each.state.set(INTERRUPTED);
                wanted = true;
            }
        }
        if (wanted) {
            Thread.currentThread().interrupt();
        }
    }

    /** For whoever has taken back an interrupt of ours that was for a wait: one for an attempt around it stays. */
    static void keepCallersInterrupt() {
        settle(innermost(), true, false);
    }

    /** Whether the attempt was cut, and has not ended yet. */
    public static boolean isCut(Permit permit) {
        return permit instanceof TimedAttempt && ((TimedAttempt) permit).state.get() > ENDED;
    }

    /** Whether an attempt that took too long had been cut by the limit of one around it before. */
    static boolean isCalledOff(Permit permit) {
        return permit instanceof TimedAttempt && ((TimedAttempt) permit).calledOff;
    }

    /** Whether one interrupt was used up by an exception: a flag that is set beside it is another's. */
    private static boolean carriesInterrupt(@Nullable Throwable thrown) {
        return thrown instanceof InterruptedException && !(thrown instanceof FlaggedInterruptException);
    }

    /** An error is no matter of time; nor is an attempt that someone else had interrupted before its time was up. */
    private static boolean staysWhatItIs(@Nullable Throwable thrown, int fired) {
        return thrown instanceof Error || (fired == EXPIRED && thrown != null && Interrupts.calledOff(thrown));
    }

    /**
     * Reports a success, if it came in time.
     *
     * @throws CallTimeoutException if it came too late, and nothing is reported
     */
    @Override
    public void succeeded() {
        CallTimeoutException late = end(null);
        if (late != null) {
            throw late;
        }
        super.succeeded();
    }

    /** Ends it too: what stays behind would count for all that its thread does later. */
    @Override
    public void release() {
        try {
            end(null);
        } finally {
            super.release();
        }
    }
}
