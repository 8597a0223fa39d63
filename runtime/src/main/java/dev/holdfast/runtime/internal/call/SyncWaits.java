package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.spi.Sleeper;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of a {@link BlockingGuard} that makes the calling thread wait. No lock is held meanwhile. */
public abstract class SyncWaits extends Gate {

    SyncWaits(CallPolicy policy) {
        super(policy);
    }

    /** What waits are made with. */
    public Sleeper sleeper() {
        return policy.context.sleeper();
    }

    /** What gives that which cancels the attempt under way when its time is up; null to interrupt it. */
    @Nullable
    Supplier<Runnable> canceller() {
        return null;
    }

    /** For a first attempt, after all that there is to ask. */
    final Permit firstPermit() {
        long deadline = policy.deadline();
        if (isHeldBack()) {
            return awaitFirst(deadline);
        }
        Breaker breaker = policy.breaker;
        CircuitOpenException open = breaker == null ? null : breaker.rejectionWhileOpen();
        if (open != null) {
            throw rejected(open);
        }
        Permit permit = breakerPermit();
        if (permit == null) {
            throw rejected(Objects.requireNonNull(breaker).rejection());
        }
        Permit withPlaces = withPlaces(permit);
        return withPlaces == null ? awaitFirst(deadline) : started(withPlaces, 1, deadline);
    }

    /** Waits until a first attempt may be made, or throws why not. */
    private Permit awaitFirst(long deadline) {
        refuseAfterCallersTime(null);
        Admission admission = new Admission(policy, 1, deadline, null);
        try {
            Permit permit = await(admission);
            if (permit == null) {
                throw rejected(admission.rejection());
            }
            refuseAfterCallersTime(permit);
            return started(permit, 1, deadline);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (policy.interruptible) {
                throw Interrupts.sneak(new FlaggedInterruptException());
            }
            throw rejected(admission.interruption());
        }
    }

    /** In the middle of an attempt whose time is up nobody waits, and no attempt begins. */
    private static void refuseAfterCallersTime(@Nullable Permit unused) {
        if (TimedAttempt.isCallersTimeUp()) {
            if (unused != null) {
                unused.release();
            }
            throw TimedAttempt.callersTimeout();
        }
    }

    /** Begins an attempt that was let through: from now on its time is running, where it is limited. */
    private Permit started(Permit permit, int attempt, long deadline) {
        return deadline == TimedPermit.NO_DEADLINE ? permit : startedInTime(permit, attempt, deadline);
    }

    private Permit startedInTime(Permit permit, int attempt, long deadline) {
        try {
            TimeLimit timeout = policy.timeout;
            if (timeout == null) {
                refuseAfterCallersTime(null);
            }
            return timeout == null
                    ? TimedPermit.of(permit, deadline)
                    : TimedAttempt.start(
                            permit,
                            deadline,
                            policy,
                            timeout.limitNanos(attempt, policy.untilDeadline(deadline)),
                            canceller());
        } catch (Throwable broken) {
            permit.release();
            throw broken;
        }
    }

    /** Until when a call may go on that has made an attempt: no longer where the time of an attempt that makes the call is up. */
    public final long deadline(Permit permit) {
        return TimedAttempt.isCallersTimeUp() ? policy.context.clock().nanoTime() - 1 : TimedPermit.deadline(permit);
    }

    /** Records that an attempt took too long, and returns the wait before the next one, or {@link CallPolicy#STOP}. */
    final long tooLate(Permit permit, int attempt, CallTimeoutException late) {
        if (TimedAttempt.isCalledOff(permit)) {
            policy.callOff(permit, attempt, late);
            return CallPolicy.STOP;
        }
        return policy.afterFailure(permit, attempt, deadline(permit), late, RateLimitHint.NO_STATUS, null);
    }

    /** Waits for the attempt after one that took too long, as is recorded already; throws the failure that it is if there will be none. */
    final Permit afterTimeout(Permit permit, int attempt, CallTimeoutException late, long delay) {
        Permit next = delay == CallPolicy.STOP
                ? null
                : next(permit, attempt, late, null, true, RateLimitHint.NO_STATUS, delay);
        if (next == null) {
            throw late;
        }
        return next;
    }

    /**
     * Waits before a further attempt; null if there will be none after all, since it was rejected or interrupted. The answer is
     * let go of between the waits that are known of and the admission: nothing is in hand then, and what takes long is followed by asking again.
     * A result that is let go of can't be the caller's any more: if there is no further attempt then, what prevents it is thrown.
     *
     * @param thrown whether the answer is an exception
     */
    public final <A> @Nullable Permit next(
            Permit last,
            int attempt,
            A answer,
            @Nullable RateLimitHint<? super A> hint,
            boolean thrown,
            int status,
            long delay) {
        long deadline = TimedPermit.deadline(last);
        Throwable failure = thrown ? (Throwable) answer : null;
        boolean closed = false;
        Admission admission = null;
        ResilienceException rejection;
        try {
            if (delay > 0) {
                sleeper().sleep(delay);
            } else if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (Closing.mayBeNeeded(policy, hint, answer)) {
                admission = fastPathPermit() == null ? new Admission(policy, attempt + 1, deadline, null) : null;
                if (admission != null && !previewPasses(admission)) {
                    rejected(admission.rejection());
                    policy.events.gaveUp(policy.call, attempt, failure, status);
                    return null;
                }
                if (policy.overruns(0, deadline)) {
                    policy.events.gaveUp(policy.call, attempt, failure, status);
                    return null;
                }
                closed = true;
                try {
                    close(hint, answer, attempt + 1, deadline);
                } catch (InterruptedException interrupted) {
                    if (thrown || policy.interruptible) {
                        throw interrupted;
                    }
                    // There is no answer any more: the next attempt, or the next wait, gets the interrupt.
                    Thread.currentThread().interrupt();
                }
                if (policy.overruns(0, deadline)) {
                    policy.events.gaveUp(policy.call, attempt, failure, status);
                    if (!thrown) {
                        throw policy.deadlineExceeded();
                    }
                    return null;
                }
            }
            Permit permit = admission == null ? fastPathPermit() : null;
            if (permit == null) {
                admission = admission == null ? new Admission(policy, attempt + 1, deadline, null) : admission;
                permit = await(admission);
            }
            boolean callersTimeUp = TimedAttempt.isCallersTimeUp();
            if (permit != null && !callersTimeUp) {
                return started(permit, attempt + 1, deadline);
            }
            if (permit != null) {
                permit.release();
                if (closed && !thrown) {
                    throw TimedAttempt.callersTimeout();
                }
                rejection = null;
            } else {
                rejection = admission == null ? null : rejected(admission.rejection());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (policy.interruptible) {
                InterruptedException flagged = new FlaggedInterruptException();
                if (failure != null) {
                    flagged.addSuppressed(failure);
                }
                if (!closed) {
                    Closing.begin(policy, hint, answer);
                }
                throw Interrupts.sneak(flagged);
            }
            rejection = closed && !thrown && admission != null ? rejected(admission.interruption()) : null;
        } catch (Throwable broken) {
            // Nobody gets the answer, as where the call is cancelled.
            if (!closed) {
                Closing.begin(policy, hint, answer);
            }
            throw broken;
        }
        policy.events.gaveUp(policy.call, attempt, failure, status);
        if (closed && !thrown && rejection != null) {
            throw rejection;
        }
        return null;
    }

    /** Lets go of an answer before an attempt. */
    public final <A> void close(@Nullable RateLimitHint<? super A> hint, A answer, int next, long deadline)
            throws InterruptedException {
        Closing closing = Closing.begin(policy, hint, answer);
        if (closing != null) {
            closing.await(sleeper(), policy.closingNanos(next, deadline));
        }
    }

    /** Waits for what can be waited for with nothing in hand; whether the attempt is let through then, as far as is known. */
    private boolean previewPasses(Admission admission) throws InterruptedException {
        long wait = admission.preview();
        while (wait > 0) {
            sleeper().sleep(wait);
            wait = admission.preview();
        }
        return wait == Admission.PASS;
    }

    public final ResilienceException rejected(ResilienceException rejection) {
        policy.events.rejected(policy.call, rejection);
        return rejection;
    }

    /** Null where the attempt is rejected. */
    private @Nullable Permit await(Admission admission) throws InterruptedException {
        try {
            for (long wait = admission.next(); wait > 0; wait = admission.next()) {
                admission.pause(sleeper(), wait);
            }
            return admission.permit();
        } catch (Throwable interrupted) {
            admission.abandon();
            throw interrupted;
        }
    }
}
