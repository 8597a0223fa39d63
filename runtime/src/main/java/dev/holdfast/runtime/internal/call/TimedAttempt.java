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
 * The permit of a synchronous attempt with a time limit, and the timer's task, which interrupts the attempt's thread,
 * or cancels the attempt where it can be cancelled.
 *
 * <p>The thread at the end of its attempt and the timer race to leave {@link #RUNNING}. An interrupt may run foreign
 * code (it closes channels, and may be overridden), so a thread in reserve makes it, in {@link #FIRING}. The attempt's
 * thread waits until that is over, so that the interrupt never hits its later work. If the attempt has ended before,
 * nothing is done.
 *
 * <p>Nested attempts, of a client within a client, know each other. A thread has only one interrupt flag, so it belongs
 * to the outermost attempt whose time is up: an inner one that takes its interrupt back leaves the flag set for the
 * outer one. The first limit that expires counts. After an outer limit inner limits no longer matter, and no further
 * attempt begins.
 */
public final class TimedAttempt extends TimedPermit implements Runnable {

    private static final int RUNNING = 0;

    /** The attempt has ended, in time or not. */
    private static final int ENDED = 1;

    /** Time is up, and the interrupt is still to come. */
    private static final int DUE = 2;

    private static final int FIRING = 3;

    /** Time is up, and the thread was interrupted. */
    private static final int INTERRUPTED = 4;

    /** Time is up; the attempt was cancelled, or its thread had been interrupted before. */
    private static final int EXPIRED = 5;

    /** The innermost attempt of a thread. Set by attempts with a time limit only, and removed by the outermost. */
    private static final ThreadLocal<@Nullable TimedAttempt> INNERMOST = new ThreadLocal<>();

    /**
     * Whether there ever was such an attempt; if not, the thread local is not read. Not volatile: a thread looks only
     * for attempts of its own.
     */
    private static boolean used;

    private final Thread thread = Thread.currentThread();
    private final AtomicInteger state = new AtomicInteger(RUNNING);
    private final MethodPolicies policy;
    private final long limit;
    private final @Nullable Supplier<Runnable> canceller;

    /** The attempt around this one, on the same thread. */
    private final @Nullable TimedAttempt outer;

    /** The end of its time, by the context's clock. Inner attempts ask the clock, because the timer may be late. */
    private final long end;

    /** The earliest end of this attempt and those around it, if all use one clock: none is over before that. */
    private final long firstEnd;

    private final boolean oneClock;

    /** The attempt within this one, if there is one now. */
    private volatile @Nullable TimedAttempt inner;

    /** Whether the time of an attempt around it was up first. Written before {@link #DUE}. */
    private boolean calledOff;

    /** The timer's task; null if the timer is closed. Used by the attempt's thread only, like the next field. */
    private @Nullable Future<?> entry;

    private @Nullable CallTimeoutException timeout;

    private TimedAttempt(
            BreakerPermit permit,
            long deadline,
            MethodPolicies policy,
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
     * Begins an attempt on the calling thread. If this throws, the permit is not used up.
     *
     * @param canceller gives the task that cancels the attempt in flight; null to interrupt it
     * @throws CallTimeoutException if the time of an attempt around it is up; no attempt begins
     */
    static Permit start(
            Permit permit, long deadline, MethodPolicies policy, long limit, @Nullable Supplier<Runnable> canceller) {
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
        // Only now: an outer attempt whose time is up from here on finds this one.
        if (attempt.outer != null && attempt.outer.isUp()) {
            attempt.end(null);
            throw callersTimeout();
        }
        return attempt;
    }

    private static @Nullable TimedAttempt innermost() {
        TimedAttempt found = used ? INNERMOST.get() : null;
        // An attempt that was ended by another thread is still here.
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

    /** Leaves this attempt and the ones within it, also those that never ended, but not the ones around it. */
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

    /** Returns whether its time is up, or the time of an attempt around it. */
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
            // Virtual time, advanced by the attempt itself, in a test.
            fire();
        } else {
            policy.context.relief().execute(this::fire);
        }
    }

    /** Collects the cancellations while the thread cannot go on, and runs them after that, since they may take long. */
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
     * Ends an attempt, if it has not ended yet, and takes back its interrupt.
     *
     * @param thrown the exception of the attempt, or null
     * @return the timeout if the attempt took too long, else null
     */
    static @Nullable CallTimeoutException end(Permit permit, @Nullable Throwable thrown) {
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
            // One of them is that of the time limit.
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
     * Waits until the calling thread, which is that of the attempt, has been interrupted. That takes as long as the
     * code run by the interrupt.
     *
     * @return the number of times that the thread's flag was set meanwhile; the flag is clear, since a thread does not
     *     park while it is set
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
     * Keeps the interrupts of the attempts around one that has ended.
     *
     * @param tookBack whether the ended attempt took back an interrupt, which an outer one may have mistaken for
     *     another's
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

    /** Keeps the interrupt of an attempt around a wait, after an interrupt for that wait was taken back. */
    static void keepCallersInterrupt() {
        settle(innermost(), true, false);
    }

    /** Returns whether the attempt was interrupted or cancelled, and has not ended yet. */
    public static boolean isCut(Permit permit) {
        return permit instanceof TimedAttempt && ((TimedAttempt) permit).state.get() > ENDED;
    }

    /** Returns whether the limit of an attempt around it ended an attempt first. */
    static boolean isCalledOff(Permit permit) {
        return permit instanceof TimedAttempt && ((TimedAttempt) permit).calledOff;
    }

    /** Returns whether an exception stands for one interrupt, so that a flag that is set besides is another's. */
    private static boolean carriesInterrupt(@Nullable Throwable thrown) {
        return thrown instanceof InterruptedException && !(thrown instanceof FlaggedInterruptException);
    }

    /**
     * Returns whether an outcome after the time limit is no timeout: an error, or an interrupt by other code before the
     * limit.
     */
    private static boolean staysWhatItIs(@Nullable Throwable thrown, int fired) {
        return thrown instanceof Error || (fired == EXPIRED && thrown != null && Interrupts.calledOff(thrown));
    }

    /**
     * Reports a success, if it came in time.
     *
     * @throws CallTimeoutException after the time limit; nothing is reported
     */
    @Override
    public void succeeded() {
        CallTimeoutException late = end(null);
        if (late != null) {
            throw late;
        }
        super.succeeded();
    }

    /** Ends the attempt too: otherwise its limit would apply to later work of the thread. */
    @Override
    public void release() {
        try {
            end(null);
        } finally {
            super.release();
        }
    }
}
