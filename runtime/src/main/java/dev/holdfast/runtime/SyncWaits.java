package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of a {@link SyncGuard} that makes the calling thread wait. No lock is held meanwhile. */
abstract class SyncWaits extends Gate {

    SyncWaits(CallPolicy policy) {
        super(policy);
    }

    /** What waits are made with. */
    Sleeper sleeper() {
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
        CircuitBreaker breaker = policy.breaker;
        CircuitOpenException open = breaker == null ? null : breaker.rejectionWhileOpen();
        if (open != null) {
            throw rejected(open);
        }
        Permit permit = breakerPermit();
        if (permit == null) {
            throw rejected(Objects.requireNonNull(breaker).rejection());
        }
        Permit completed = complete(permit);
        return completed == null ? awaitFirst(deadline) : started(completed, 1, deadline);
    }

    /** Waits until a first attempt may be made, or throws why not. */
    private Permit awaitFirst(long deadline) {
        refuseAfterCallersTime(null);
        Admission admission = new Admission(policy, deadline, null);
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
            Timeout timeout = policy.timeout;
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
    final long deadline(Permit permit) {
        return TimedAttempt.isCallersTimeUp() ? policy.context.clock().nanoTime() - 1 : TimedPermit.deadline(permit);
    }

    /** Records that an attempt took too long, and waits for the next one; throws the failure that it is if there will be none. */
    final Permit timedOut(Permit permit, int attempt, CallTimeoutException late) {
        if (TimedAttempt.isCalledOff(permit)) {
            policy.callOff(permit, attempt, late);
            throw late;
        }
        int status = RateLimitHint.NO_STATUS;
        long delay = policy.afterFailure(permit, attempt, deadline(permit), late, status, null);
        Permit next = delay == CallPolicy.STOP ? null : next(permit, attempt, late, null, true, status, delay);
        if (next == null) {
            throw late;
        }
        return next;
    }

    /**
     * Waits before a further attempt; null if there will be none after all, since it was rejected or interrupted. The answer is
     * discarded only when it can't be the caller's any more.
     *
     * @param thrown whether the answer is an exception
     */
    final <A> @Nullable Permit next(
            Permit last,
            int attempt,
            A answer,
            @Nullable RateLimitHint<? super A> hint,
            boolean thrown,
            int status,
            long delay) {
        long deadline = TimedPermit.deadline(last);
        Throwable failure = thrown ? (Throwable) answer : null;
        try {
            if (delay > 0) {
                sleeper().sleep(delay);
            } else if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Permit permit = admit(deadline);
            if (permit != null && TimedAttempt.isCallersTimeUp()) {
                permit.release();
            } else if (permit != null) {
                Hints.discard(hint, answer);
                return started(permit, attempt + 1, deadline);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (policy.interruptible) {
                InterruptedException flagged = new FlaggedInterruptException();
                if (failure != null) {
                    flagged.addSuppressed(failure);
                } else {
                    Hints.discard(hint, answer);
                }
                throw Interrupts.sneak(flagged);
            }
        }
        policy.events.gaveUp(policy.call, attempt, failure, status);
        return null;
    }

    final ResilienceException rejected(ResilienceException rejection) {
        policy.events.rejected(policy.call, rejection);
        return rejection;
    }

    private @Nullable Permit admit(long deadline) throws InterruptedException {
        Permit quick = quickPermit();
        if (quick != null) {
            return quick;
        }
        Admission admission = new Admission(policy, deadline, null);
        Permit permit = await(admission);
        if (permit == null) {
            rejected(admission.rejection());
        }
        return permit;
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
