package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import org.jspecify.annotations.Nullable;

/**
 * A permit of a call that has a budget. It carries the deadline from the beginning of the call through its attempts, and
 * an {@link Admission} through the waits between them, so that only calls with a budget pay for one.
 */
public class TimedPermit implements BreakerPermit {

    /** Instead of a time: the call has no budget. */
    static final long NO_DEADLINE = Long.MAX_VALUE;

    private final BreakerPermit permit;
    private final long deadline;

    TimedPermit(BreakerPermit permit, long deadline) {
        this.permit = permit;
        this.deadline = deadline;
    }

    public static Permit of(Permit permit, long deadline) {
        return deadline == NO_DEADLINE ? permit : new TimedPermit((BreakerPermit) permit, deadline);
    }

    /** When the budget is used up, by the monotonic clock, or {@link #NO_DEADLINE}. */
    public static long deadline(@Nullable Permit permit) {
        return permit instanceof TimedPermit ? ((TimedPermit) permit).deadline : NO_DEADLINE;
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
