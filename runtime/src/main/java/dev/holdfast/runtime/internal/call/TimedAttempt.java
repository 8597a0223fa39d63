package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.timeout.TimeSlot;
import dev.holdfast.runtime.internal.timeout.TimeSlots;
import dev.holdfast.runtime.internal.timeout.TimeWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permit of a synchronous attempt with a time limit, whose thread is interrupted when its time is up, or which is
 * cancelled where it can be. It carries the deadline of its call, like a {@link TimedPermit}.
 *
 * <p>The thread at the end of its attempt and the timer race to leave {@link #RUNNING}. An interrupt may run foreign
 * code (it closes channels, and may be overridden), so a thread in reserve makes it, in {@link #FIRING}. The attempt's
 * thread waits until that is over, so that the interrupt never hits its later work. If the attempt has ended before,
 * nothing is done.
 *
 * <p>The outermost attempt of a thread is in {@link TimeSlots}, where a {@link TimeWatch} finds it, if time is the
 * system's; so a success costs no memory, and no task of the timer. All others are the timer's tasks.
 *
 * <p>Nested attempts, of a client within a client, know each other. A thread has only one interrupt flag, so it belongs
 * to the outermost attempt whose time is up: an inner one that takes its interrupt back leaves the flag set for the
 * outer one. The first limit that expires counts. After an outer limit inner limits no longer matter, and no further
 * attempt begins.
 */
@SuppressWarnings("serial")
public final class TimedAttempt extends TimeSlot implements BreakerPermit, Runnable {

    private @Nullable BreakerPermit permit;
    private @Nullable MethodPolicies policies;
    private @Nullable Supplier<Runnable> canceller;

    /** By the monotonic clock. */
    private long deadline;

    /** The attempt around this one, on the same thread. */
    final @Nullable TimedAttempt outer;

    /** The earliest end of this attempt and those around it, if all use one clock: none is over before that. */
    private final long firstEnd;

    private final boolean oneClock;

    /** The attempt within this one, if there is one now. */
    volatile @Nullable TimedAttempt inner;

    /** Whether the time of an attempt around it was up first. Written before {@link #DUE}. */
    private boolean calledOff;

    /** The timer's task; null if the timer is closed. Used by the attempt's thread only, like the next field. */
    private @Nullable Future<?> entry;

    private @Nullable CallTimeoutException timeout;

    /** Makes an attempt for {@link TimeSlots}. */
    private TimedAttempt() {
        this.outer = null;
        this.oneClock = false;
        this.firstEnd = 0;
    }

    /** Makes an attempt with a task. */
    private TimedAttempt(
            BreakerPermit permit,
            long deadline,
            MethodPolicies policies,
            long limit,
            @Nullable Supplier<Runnable> canceller,
            @Nullable TimedAttempt outer) {
        super(RUNNING);
        this.permit = permit;
        this.deadline = deadline;
        this.policies = policies;
        this.canceller = canceller;
        this.outer = outer;
        this.thread = Thread.currentThread();
        this.limit = limit;
        // Inner attempts ask the clock, because the timer may be late.
        this.start = policies.context.clock().nanoTime();
        this.startKnown = true;
        long end = start + limit;
        this.oneClock = outer == null
                || (outer.oneClock && outer.policies().context.clock().equals(policies.context.clock()));
        this.firstEnd = outer == null || end - outer.firstEnd < 0 ? end : outer.firstEnd;
    }

    /**
     * Begins an attempt on the calling thread. If this throws, the permit is not used up.
     *
     * @param canceller gives the task that cancels the attempt in flight; null to interrupt it
     * @throws CallTimeoutException if the time of an attempt around it is up; no attempt begins
     */
    static Permit start(
            Permit permit, long deadline, MethodPolicies policies, long limit, @Nullable Supplier<Runnable> canceller) {
        TimedAttempt attempt = policies.watches(limit)
                ? startInSlot((BreakerPermit) permit, deadline, policies, limit, canceller)
                : null;
        return attempt == null ? startWithTask((BreakerPermit) permit, deadline, policies, limit, canceller) : attempt;
    }

    /** Begins the outermost attempt of a thread; returns null if it is none, or if there is no slot left. */
    private static @Nullable TimedAttempt startInSlot(
            BreakerPermit permit,
            long deadline,
            MethodPolicies policies,
            long limit,
            @Nullable Supplier<Runnable> canceller) {
        Thread thread = Thread.currentThread();
        TimeWatch watch = TimeWatch.of(policies.context);
        boolean startKnown = TimeWatch.needsStart(limit);
        long start = startKnown ? System.nanoTime() : 0;
        TimeSlot slot = TimeSlots.claimHome(thread);
        TimedAttempt attempt = slot == null ? claim(thread) : (TimedAttempt) slot;
        if (attempt == null) {
            return null;
        }
        boolean unattended = watch.isTooSlowFor(limit);
        attempt.setReferences(thread, watch, permit, policies, canceller);
        attempt.deadline = deadline;
        attempt.limit = limit;
        attempt.start = start;
        attempt.startKnown = startKnown;
        attempt.begin();
        if (unattended || attempt.isStray()) {
            attempt.attend(watch);
        }
        return attempt;
    }

    /** Writes references only where they change: a collector makes a write more expensive than a read. */
    @SuppressWarnings("ReferenceEquality")
    private void setReferences(
            Thread thread,
            TimeWatch watch,
            BreakerPermit permit,
            MethodPolicies policies,
            @Nullable Supplier<Runnable> canceller) {
        if (this.thread != thread) {
            this.thread = thread;
        }
        if (this.watch != watch) {
            this.watch = watch;
        }
        if (this.permit != permit) {
            this.permit = permit;
        }
        if (this.policies != policies) {
            this.policies = policies;
        }
        if (canceller != null) {
            this.canceller = canceller;
        }
    }

    private static @Nullable TimedAttempt claim(Thread thread) {
        if (NestedAttempts.around() != null) {
            return null;
        }
        TimeSlot slot = TimeSlots.claim(thread);
        if (slot != null) {
            return (TimedAttempt) slot;
        }
        TimedAttempt made = new TimedAttempt();
        return TimeSlots.add(thread, made) ? made : null;
    }

    private void attend(TimeWatch watch) {
        try {
            if (isStray()) {
                TimeSlots.addStray(Thread.currentThread());
            }
            if (watch.isTooSlowFor(limit)) {
                watch.attend();
            }
        } catch (RejectedExecutionException closed) {
            // As Context.close says: synchronous calls go on.
        } catch (Throwable broken) {
            end(null);
            throw broken;
        }
    }

    private static Permit startWithTask(
            BreakerPermit permit,
            long deadline,
            MethodPolicies policies,
            long limit,
            @Nullable Supplier<Runnable> canceller) {
        TimedAttempt attempt = new TimedAttempt(permit, deadline, policies, limit, canceller, NestedAttempts.around());
        try {
            NestedAttempts.enter(attempt);
            attempt.entry = policies.context.timer().scheduleTimeout(attempt, limit);
        } catch (RejectedExecutionException closed) {
            // As Context.close says: synchronous calls go on.
        } catch (Throwable broken) {
            attempt.leave();
            throw broken;
        }
        // Only now: an outer attempt whose time is up from here on finds this one.
        if (attempt.outer != null && attempt.outer.isUp()) {
            attempt.end(null);
            throw NestedAttempts.callersTimeout();
        }
        return attempt;
    }

    private void leave() {
        if (isInSlot()) {
            if (isStray()) {
                TimeSlots.removeStray(owner());
            }
            if (inner == null) {
                return;
            }
        }
        NestedAttempts.leave(this);
    }

    private MethodPolicies policies() {
        return Objects.requireNonNull(policies);
    }

    BreakerPermit permit() {
        return Objects.requireNonNull(permit);
    }

    /** Returns the deadline of the call. */
    long deadline() {
        return deadline;
    }

    /** Returns whether its time is up, or the time of an attempt around it. */
    boolean isUp() {
        if (oneClock && policies().context.clock().nanoTime() - firstEnd < 0) {
            return false;
        }
        for (TimedAttempt each = this; each != null; each = each.outer) {
            if (each.isDue()) {
                return true;
            }
        }
        return false;
    }

    boolean isDue() {
        Context context = policies().context;
        return phase() > ENDED
                || (startKnown && !context.isClosed() && context.clock().nanoTime() - start - limit >= 0);
    }

    CallTimeoutException timeout() {
        CallTimeoutException made = timeout;
        if (made == null) {
            made = new CallTimeoutException(policies().call, limit, null);
            timeout = made;
        }
        return made;
    }

    /** On the timer's thread, which must not do more than this. */
    @Override
    public void run() {
        boolean outersFirst = outer != null && outer.isUp();
        calledOff = outersFirst;
        if (!move(RUNNING, DUE) || outersFirst) {
            return;
        }
        if (Thread.currentThread() == thread) {
            // Virtual time, advanced by the attempt itself, in a test.
            fire();
        } else {
            policies().context.relief().execute(this::fire);
        }
    }

    @Override
    protected void cut(long state) {
        if (compareAndSet(state, state - RUNNING + DUE)) {
            policies().context.relief().execute(this::fire);
        }
    }

    /** Collects the cancellations while the thread cannot go on, and runs them after that, since they may take long. */
    private void fire() {
        if (!move(DUE, FIRING)) {
            return;
        }
        Thread owner = owner();
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
            if (interrupts && !owner.isInterrupted()) {
                fired = INTERRUPTED;
                owner.interrupt();
            }
        } finally {
            moveTo(fired);
            LockSupport.unpark(owner);
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
        boolean inTime = move(RUNNING, ENDED);
        if (!inTime && phase() <= ENDED) {
            return timeout;
        }
        leave();
        if (inTime) {
            if (entry != null) {
                entry.cancel(false);
            }
            NestedAttempts.settle(outer, false, false);
            return null;
        }
        int flags = 0;
        int fired = EXPIRED;
        if (!move(DUE, ENDED)) {
            flags = awaitFired();
            fired = moveTo(ENDED);
        }
        boolean flagged = flags > 0;
        if (fired == INTERRUPTED) {
            // One of them is that of the time limit.
            flags += (carriesInterrupt(thrown) ? 1 : 0) + (Thread.interrupted() ? 1 : 0);
            flagged = flags > 1;
        }
        NestedAttempts.settle(outer, fired == INTERRUPTED, flagged);
        if (staysWhatItIs(thrown, fired) || (calledOff && thrown != null)) {
            timeout = null;
        } else if (thrown == null || thrown != timeout) {
            timeout = new CallTimeoutException(policies().call, limit, thrown);
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
        while (phase() == FIRING) {
            flags += Thread.interrupted() ? 1 : 0;
            LockSupport.park(this);
        }
        return flags;
    }

    /**
     * Waits for the interrupt of this attempt, if it is on its way.
     *
     * @param tookBack whether an attempt within this one took back an interrupt, which may be that of this one
     * @return whether the thread's flag must be set for this attempt
     */
    boolean keepsInterrupt(boolean tookBack) {
        boolean wanted = awaitFired() > 0;
        if (tookBack && phase() > FIRING) {
            moveTo(INTERRUPTED);
            wanted = true;
        }
        return wanted;
    }

    /** Returns whether the attempt was interrupted or cancelled, and has not ended yet. */
    public static boolean isCut(Permit permit) {
        return permit instanceof TimedAttempt && ((TimedAttempt) permit).phase() > ENDED;
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
     * Reports a success, if it came in time. This is the only end after which the object is used again.
     *
     * @throws CallTimeoutException after the time limit; nothing is reported
     */
    @Override
    public void succeeded() {
        if (isInSlot() && inner == null && thread == Thread.currentThread()) {
            long state = get();
            if (phase(state) == RUNNING && compareAndSet(state, state - RUNNING + CLAIMED)) {
                succeededInTime(state - RUNNING + CLAIMED);
                return;
            }
        }
        CallTimeoutException late = end(null);
        if (late != null) {
            throw late;
        }
        permit().succeeded();
    }

    private void succeededInTime(long claimed) {
        try {
            if (isStray()) {
                TimeSlots.removeStray(owner());
            }
            if (canceller != null) {
                canceller = null;
            }
            if (timeout != null) {
                // Thrown by an attempt within this one, when the timer was late.
                timeout = null;
            }
            permit().succeeded();
        } catch (Throwable broken) {
            moveTo(ENDED);
            throw broken;
        }
        free(claimed);
    }

    @Override
    public void failed(Throwable failure) {
        permit().failed(failure);
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        permit().failedBecause(cause);
    }

    /** Ends the attempt too: otherwise its limit would apply to later work of the thread. */
    @Override
    public void release() {
        try {
            end(null);
        } finally {
            permit().release();
        }
    }
}
