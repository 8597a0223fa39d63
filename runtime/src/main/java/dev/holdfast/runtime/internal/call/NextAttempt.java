package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.runtime.internal.failure.Interrupts;
import org.jspecify.annotations.Nullable;

/**
 * The way of a blocking call from an answer to the next attempt: the delay, closing the answer, the admission.
 *
 * <p>The answer is closed between the delay and the admission, while the call holds no permit and no place; since that may take long,
 * all policies are asked again after it. An exception is the caller's even when it is closed. A result is not: where no attempt
 * follows a closed result, the rejection is thrown in its place. Made for one attempt, and for one thread.
 */
final class NextAttempt<A extends @Nullable Object> {

    private final BlockingGuard guard;
    private final CallPolicy policy;
    private final Answer<A> last;

    /** Null while the fast path is enough. */
    private @Nullable Admission admission;

    private boolean closed;

    NextAttempt(BlockingGuard guard, Answer<A> last) {
        this.guard = guard;
        this.policy = guard.policy;
        this.last = last;
    }

    /** Waits for the attempt and begins it; returns null where the last answer is final. */
    @Nullable
    Permit await(long delay) {
        try {
            BlockingWaits.sleep(guard, delay);
            if (last.mayNeedClosing(policy) && !(isExpected() && closeInTime())) {
                return null;
            }
            Permit permit = admit();
            if (permit == null) {
                return rejected();
            }
            return TimedAttempt.isCallersTimeUp()
                    ? calledOff(permit)
                    : BlockingWaits.begin(guard, permit, last.attempt + 1, last.deadline);
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
                policy.rejected(asked.rejection());
                policy.gaveUp(last);
                return false;
            }
        }
        return isBeforeDeadline();
    }

    private boolean isBeforeDeadline() {
        boolean over = policy.overruns(0, last.deadline);
        if (over) {
            policy.gaveUp(last);
        }
        return !over;
    }

    /** Closes the answer; returns whether the deadline is not over after it. */
    private boolean closeInTime() throws InterruptedException {
        closed = true;
        try {
            BlockingWaits.close(guard, last.hint, last.value, last.attempt + 1, last.deadline);
        } catch (InterruptedException interrupted) {
            if (last.thrown || policy.interruptible) {
                throw interrupted;
            }
            // There is no answer any more: the next attempt, or the next wait, gets the interrupt.
            Thread.currentThread().interrupt();
        }
        boolean inTime = isBeforeDeadline();
        if (!inTime && !last.thrown) {
            throw policy.deadlineExceeded();
        }
        return inTime;
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
        return new Admission(policy, last.attempt + 1, last.deadline, null);
    }

    private @Nullable Permit rejected() {
        ResilienceException rejection = admission == null ? null : policy.rejected(admission.rejection());
        return finish(rejection);
    }

    /** The time of the attempt around this call is up, so there is no further attempt. */
    private @Nullable Permit calledOff(Permit permit) {
        permit.release();
        if (closed && !last.thrown) {
            throw TimedAttempt.callersTimeout();
        }
        return finish(null);
    }

    private @Nullable Permit interrupted() {
        if (policy.interruptible) {
            InterruptedException flagged = new FlaggedInterruptException();
            Throwable failure = last.failure();
            if (failure != null) {
                flagged.addSuppressed(failure);
            }
            closeUnlessClosed();
            throw Interrupts.sneak(flagged);
        }
        return finish(closed && !last.thrown && admission != null ? policy.rejected(admission.interruption()) : null);
    }

    /** Ends the call with the last answer; with the rejection, where that is a closed result. */
    private @Nullable Permit finish(@Nullable ResilienceException rejection) {
        policy.gaveUp(last);
        if (closed && !last.thrown && rejection != null) {
            throw rejection;
        }
        return null;
    }

    private void closeUnlessClosed() {
        if (!closed) {
            last.close(policy);
        }
    }
}
