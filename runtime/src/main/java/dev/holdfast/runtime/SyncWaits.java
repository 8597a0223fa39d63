package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import org.jspecify.annotations.Nullable;

/** The part of a {@link SyncGuard} that makes the calling thread wait. No lock is held meanwhile. */
abstract class SyncWaits {

    final CallPolicy policy;

    /** The policy's own, once more: one step less on the path of every call. */
    final @Nullable CircuitBreaker breaker;

    final @Nullable RateLimiter limiter;

    private final @Nullable BulkheadEntrance entrance;

    private final @Nullable Quota quota;

    /** Whether a call may have to wait: one question for all whose calls never do. */
    final boolean restricted;

    private final boolean interruptible;
    private final Sleeper sleeper;

    SyncWaits(CallPolicy policy, boolean interruptible, Sleeper sleeper) {
        this.policy = policy;
        this.breaker = policy.breaker;
        this.limiter = policy.limiter;
        this.entrance = policy.entrance;
        this.restricted = limiter != null || entrance != null;
        this.quota = limiter == null ? null : limiter.quota();
        this.interruptible = interruptible;
        this.sleeper = sleeper;
    }

    /** The breaker's alone. */
    final Permit breakerPermit() {
        if (breaker == null) {
            return Unguarded.PERMIT;
        }
        Permit permit = breaker.tryAcquirePermit();
        if (permit == null) {
            throw rejected(breaker.rejection());
        }
        return permit;
    }

    /** For a first attempt that need not wait, else null. Where nobody waits, it makes no difference who is asked first. */
    final @Nullable Permit restrictedPermit() {
        if (limiter != null && limiter.currentHold() != null) {
            return null;
        }
        Permit permit = breakerPermit();
        if (entrance != null) {
            Permit entered = entrance.tryEnter((BreakerPermit) permit);
            if (entered == null) {
                permit.release();
                return null;
            }
            permit = entered;
        }
        if (quota != null && !quota.tryTake()) {
            permit.release();
            return null;
        }
        return permit;
    }

    /** Waits until a first attempt may be made, or throws why not. */
    final Permit awaitFirst(long deadline) {
        Admission admission = new Admission(policy, deadline, null);
        try {
            Permit permit = await(admission);
            if (permit == null) {
                throw rejected(admission.rejection());
            }
            return TimedPermit.of(permit, deadline);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (interruptible) {
                throw Interrupts.sneak(interrupted);
            }
            throw rejected(admission.interruption());
        }
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
                sleeper.sleep(delay);
            } else if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Permit permit = admit(deadline);
            if (permit != null) {
                Hints.discard(hint, answer);
                return TimedPermit.of(permit, deadline);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (interruptible) {
                if (failure != null) {
                    interrupted.addSuppressed(failure);
                } else {
                    Hints.discard(hint, answer);
                }
                throw Interrupts.sneak(interrupted);
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
                admission.pause(sleeper, wait);
            }
            return admission.permit();
        } catch (Throwable interrupted) {
            admission.abandon();
            throw interrupted;
        }
    }
}
