package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calling thread wait: before its first attempt, for a next one, and while an answer is closed. Then begins the attempt.
 * No lock is held during a wait.
 */
final class BlockingWaits {

    private BlockingWaits() {}

    /** Begins the first attempt, after asking all policies. */
    static Permit first(BlockingGuard guard) {
        return guard.policies.isWatched ? WatchedCall.first(guard) : first(guard, null);
    }

    /** The same for a call that listeners have heard of. */
    static Permit first(BlockingGuard guard, @Nullable WatchedCall call) {
        MethodPolicies policies = guard.policies;
        // Looks at the clock only for a call that has a deadline.
        long deadline = policies.budget() == Nanos.MAX ? TimedPermit.NO_END : policies.deadline();
        if (guard.isHeldBack()) {
            return awaitFirst(guard, deadline, call);
        }
        Breaker breaker = policies.breaker;
        CircuitOpenException open = breaker == null ? null : breaker.rejectionWhileOpen();
        if (open != null) {
            throw policies.rejected(open);
        }
        Permit permit = guard.breakerPermit();
        if (permit == null) {
            throw policies.rejected(Objects.requireNonNull(breaker).rejection());
        }
        Permit admitted = guard.withPlaces(permit);
        return admitted == null ? awaitFirst(guard, deadline, call) : begin(guard, admitted, 1, deadline, call);
    }

    /** Waits until the first attempt is let through, or throws the rejection. */
    private static Permit awaitFirst(BlockingGuard guard, long deadline, @Nullable WatchedCall call) {
        MethodPolicies policies = guard.policies;
        rejectAfterCallersTime(null);
        Admission admission = new Admission(policies, 1, deadline, null);
        try {
            Permit permit = await(guard, admission);
            if (permit == null) {
                throw policies.rejected(admission.rejection());
            }
            rejectAfterCallersTime(permit);
            return begin(guard, permit, 1, deadline, call);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (policies.interruptible) {
                throw Interrupts.sneak(new FlaggedInterruptException());
            }
            throw policies.rejected(admission.interruption());
        }
    }

    /**
     * Throws if the call is made in the middle of an attempt whose time is up, where no wait and no attempt may begin.
     */
    private static void rejectAfterCallersTime(@Nullable Permit unused) {
        if (NestedAttempts.isCallersTimeUp()) {
            if (unused != null) {
                unused.release();
            }
            throw NestedAttempts.callersTimeout();
        }
    }

    /**
     * Begins an attempt that was let through: its time is running from now on, where it is limited.
     *
     * @param call where listeners hear of it
     */
    static Permit begin(BlockingGuard guard, Permit permit, int attempt, long deadline, @Nullable WatchedCall call) {
        Permit numbered = attempt == 1 && call == null ? permit : numbered(guard, permit, attempt, call);
        Permit begun = guard.policies.limitsTime() ? beginTimed(guard, numbered, attempt, deadline) : numbered;
        if (call != null) {
            WatchedAttempt.of(begun).begin();
        }
        return begun;
    }

    private static Permit numbered(BlockingGuard guard, Permit permit, int attempt, @Nullable WatchedCall call) {
        try {
            return call == null ? guard.numbered((BreakerPermit) permit, attempt) : call.attemptHere(permit, attempt);
        } catch (Throwable noMemory) {
            permit.release();
            throw noMemory;
        }
    }

    private static Permit beginTimed(BlockingGuard guard, Permit permit, int attempt, long deadline) {
        MethodPolicies policies = guard.policies;
        try {
            TimeLimit timeout = policies.timeout;
            if (timeout == null) {
                rejectAfterCallersTime(null);
                return TimedPermit.of(permit, deadline);
            }
            long limit = timeout.limitNanos(attempt, policies.untilDeadline(deadline));
            return TimedAttempt.start(permit, deadline, policies, limit, guard.canceller());
        } catch (Throwable broken) {
            permit.release();
            throw broken;
        }
    }

    /** Returns the deadline of a call; it is over where the call is made in the middle of an attempt whose time is up. */
    static long deadline(BlockingGuard guard, Permit permit) {
        return NestedAttempts.isCallersTimeUp()
                ? TimedPermit.deadlineAt(guard.policies.context.clock().nanoTime() - 1)
                : TimedPermit.deadline(permit);
    }

    /** Waits for a delay, which an interrupt ends even if it is zero. */
    static void sleep(BlockingGuard guard, long nanos) throws InterruptedException {
        if (nanos > 0) {
            guard.sleeper().sleep(nanos);
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Closes an answer before a next attempt. */
    static <A extends @Nullable Object> void close(
            BlockingGuard guard, @Nullable RateLimitHint<? super A> hint, A answer, int nextAttempt, long deadline)
            throws InterruptedException {
        Closing closing = Closing.begin(guard.policies, hint, answer);
        if (closing != null) {
            closing.await(guard.sleeper(), guard.policies.closingNanos(nextAttempt, deadline));
        }
    }

    /** Waits for the end of holds with nothing in hand; returns whether the attempt is let through then, as far as is known. */
    static boolean awaitPreview(BlockingGuard guard, Admission admission) throws InterruptedException {
        long wait = admission.preview();
        while (wait > 0) {
            guard.sleeper().sleep(wait);
            wait = admission.preview();
        }
        return wait == Admission.PASS;
    }

    /** Waits for an admission; returns null where the attempt is rejected. */
    static @Nullable Permit await(BlockingGuard guard, Admission admission) throws InterruptedException {
        try {
            for (long wait = admission.next(); wait > 0; wait = admission.next()) {
                admission.pause(guard.sleeper(), wait);
            }
            return admission.permit();
        } catch (Throwable interrupted) {
            admission.abandon();
            throw interrupted;
        }
    }
}
