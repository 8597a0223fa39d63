package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import org.jspecify.annotations.Nullable;

/**
 * A permit of a call with a deadline. It carries the deadline through the attempts, and an {@link Admission} carries it
 * through the waits, so that only calls with a deadline pay for it.
 */
final class TimedPermit implements BreakerPermit {

    /** In place of a time: the call has no deadline. */
    static final long NO_DEADLINE = Long.MAX_VALUE;

    /** In place of a time: the call has no deadline, but attempts with a time limit. */
    static final long NO_END = Long.MAX_VALUE - 1;

    final BreakerPermit permit;
    private final long deadline;

    TimedPermit(BreakerPermit permit, long deadline) {
        this.permit = permit;
        this.deadline = deadline;
    }

    static Permit of(Permit permit, long deadline) {
        return deadline == NO_DEADLINE ? permit : new TimedPermit((BreakerPermit) permit, deadline);
    }

    /** Returns a time as a deadline: a clock may read what stands for none, and a nanosecond or two less do no harm. */
    static long deadlineAt(long time) {
        return Math.min(time, NO_END - 1);
    }

    /** Returns the deadline by the monotonic clock, or {@link #NO_DEADLINE}. */
    static long deadline(@Nullable Permit permit) {
        if (permit instanceof TimedPermit) {
            return ((TimedPermit) permit).deadline;
        }
        return permit instanceof TimedAttempt ? ((TimedAttempt) permit).deadline() : NO_DEADLINE;
    }

    @Override
    public void succeeded() {
        permit.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
        permit.failed(failure);
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        permit.failedBecause(cause);
    }

    @Override
    public void release() {
        permit.release();
    }
}
