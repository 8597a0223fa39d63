package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.runtime.internal.failure.Interrupts;
import org.jspecify.annotations.Nullable;

/**
 * A result or an exception of an attempt on the calling thread, and the way from it to the next attempt: the delay, closing the
 * answer, the admission.
 *
 * <p>The answer is closed between the delay and the admission, while the call holds no permit and no place; since that may take long,
 * all policies are asked again after it. An exception is the caller's even when it is closed. A result is not: where no attempt
 * follows a closed result, the rejection is thrown in its place.
 *
 * <p>One object, not two with a reference between them: the JVM's compilers keep it in registers.
 */
final class BlockingAnswer<A extends @Nullable Object> extends Answer<A> {

    private final BlockingGuard guard;

    /** Null while the fast path is enough. */
    private @Nullable Admission admission;

    private boolean closed;

    private BlockingAnswer(
            BlockingGuard guard,
            Permit permit,
            int attempt,
            A result,
            @Nullable RateLimitHint<? super A> hint,
            int status) {
        super(attempt, BlockingWaits.deadline(guard, permit), result, hint, status);
        this.guard = guard;
    }

    private BlockingAnswer(
            BlockingGuard guard, Permit permit, int attempt, A failure, @Nullable RateLimitHint<? super A> hint) {
        super(attempt, BlockingWaits.deadline(guard, permit), failure, hint);
        this.guard = guard;
    }

    static <R extends @Nullable Object> BlockingAnswer<R> result(
            BlockingGuard guard,
            Permit permit,
            int attempt,
            R result,
            @Nullable RateLimitHint<? super R> hint,
            int status) {
        return new BlockingAnswer<>(guard, permit, attempt, result, hint, status);
    }

    static <E extends Throwable> BlockingAnswer<E> failure(
            BlockingGuard guard, Permit permit, int attempt, E failure, @Nullable RateLimitHint<? super E> hint) {
        return new BlockingAnswer<>(guard, permit, attempt, failure, hint);
    }

    /**
     * Returns the answer of an attempt that took too long. Here, so that verifying the guard does not load the exception's
     * class.
     */
    static BlockingAnswer<CallTimeoutException> late(
            BlockingGuard guard, Permit permit, int attempt, CallTimeoutException timeout) {
        return failure(guard, permit, attempt, timeout, null);
    }

    /** Reports the answer; returns the delay before the next attempt, or {@link MethodPolicies#STOP}. */
    long judge(Permit permit) {
        return guard.policies.judge(permit, this);
    }

    /** The same for an attempt that took too long. */
    long judgeLate(Permit permit) {
        if (TimedAttempt.isCalledOff(permit)) {
            callOff(permit);
            return MethodPolicies.STOP;
        }
        return judge(permit);
    }

    /** Returns whether this is a failure in the middle of an attempt of another client whose time is up. */
    boolean isCalledOff() {
        return !hasStatus() && NestedAttempts.isCallersTimeUp();
    }

    /** Ends the call without a word about the service. */
    void callOff(Permit permit) {
        permit.release();
        guard.policies.gaveUp(this);
    }

    /** Waits for the attempt after a timeout; throws the timeout if it is final. */
    static Permit afterTimeout(BlockingAnswer<CallTimeoutException> timeout, long delay, Permit used) {
        Permit next = timeout.await(delay, used);
        if (next == null) {
            throw timeout.value;
        }
        return next;
    }

    /**
     * Waits for the next attempt and begins it; returns null where this answer is final.
     *
     * @param delay before the next attempt, or {@link MethodPolicies#STOP}
     * @param used the permit of the attempt
     */
    @Nullable
    Permit await(long delay, Permit used) {
        if (delay == MethodPolicies.STOP) {
            return null;
        }
        try {
            BlockingWaits.sleep(guard, delay);
            if (mayNeedClosing(guard.policies) && !(isExpected() && closeInTime())) {
                return null;
            }
            Permit permit = admit();
            if (permit == null) {
                return rejected();
            }
            return NestedAttempts.isCallersTimeUp()
                    ? calledOff(permit)
                    : BlockingWaits.begin(guard, permit, attempt + 1, deadline, guard.watched(used));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return interrupted();
        } catch (Throwable broken) {
            // Nobody gets the answer, as where the call is cancelled.
            closeUnlessClosed();
            throw broken;
        }
    }

    /** Returns whether the attempt will be let through, as far as is known while the answer is still open. */
    private boolean isExpected() throws InterruptedException {
        if (guard.fastPathPermit() == null) {
            Admission asked = newAdmission();
            admission = asked;
            if (!BlockingWaits.awaitPreview(guard, asked)) {
                guard.policies.rejected(asked.rejection());
                guard.policies.gaveUp(this);
                return false;
            }
        }
        return isBeforeDeadline();
    }

    private boolean isBeforeDeadline() {
        boolean over = guard.policies.overruns(0, deadline);
        if (over) {
            guard.policies.gaveUp(this);
        }
        return !over;
    }

    /** Closes the answer; returns whether the deadline is not over after it. */
    private boolean closeInTime() throws InterruptedException {
        closed = true;
        try {
            BlockingWaits.close(guard, hint, value, attempt + 1, deadline);
        } catch (InterruptedException interrupted) {
            if (thrown || guard.policies.interruptible) {
                throw interrupted;
            }
            // There is no answer any more: the next attempt, or the next wait, gets the interrupt.
            Thread.currentThread().interrupt();
        }
        boolean inTime = isBeforeDeadline();
        if (!inTime && !thrown) {
            throw guard.policies.deadlineExceeded();
        }
        return inTime;
    }

    /** Closes the result that came before this failure, before a next attempt. An interrupt is left for its wait. */
    <R> void closeResult(@Nullable RateLimitHint<? super R> resultHint, R result) {
        try {
            BlockingWaits.close(guard, resultHint, result, attempt + 1, deadline);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Permit admit() throws InterruptedException {
        Permit permit = admission == null ? guard.fastPathPermit() : null;
        if (permit != null) {
            return permit;
        }
        Admission asked = admission == null ? newAdmission() : admission;
        admission = asked;
        return BlockingWaits.await(guard, asked);
    }

    private Admission newAdmission() {
        return new Admission(guard.policies, attempt + 1, deadline, null);
    }

    private @Nullable Permit rejected() {
        ResilienceException rejection = admission == null ? null : guard.policies.rejected(admission.rejection());
        return finish(rejection);
    }

    /** The time of the attempt around this call is up, so there is no further attempt. */
    private @Nullable Permit calledOff(Permit permit) {
        permit.release();
        if (closed && !thrown) {
            throw NestedAttempts.callersTimeout();
        }
        return finish(null);
    }

    private @Nullable Permit interrupted() {
        if (guard.policies.interruptible) {
            InterruptedException flagged = new FlaggedInterruptException();
            Throwable failure = failure();
            if (failure != null) {
                flagged.addSuppressed(failure);
            }
            closeUnlessClosed();
            throw Interrupts.sneak(flagged);
        }
        return finish(
                closed && !thrown && admission != null ? guard.policies.rejected(admission.interruption()) : null);
    }

    /** Ends the call with the last answer; with the rejection, where that is a closed result. */
    private @Nullable Permit finish(@Nullable ResilienceException rejection) {
        guard.policies.gaveUp(this);
        if (closed && !thrown && rejection != null) {
            throw rejection;
        }
        return null;
    }

    private void closeUnlessClosed() {
        if (!closed) {
            Closing.begin(guard.policies, hint, value);
        }
    }
}
