package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.unit.AttemptNumber;

/**
 * The permit of a further attempt on the calling thread, which knows the number of the attempt until it ends. First attempts need
 * none: a thread without a number is in its first.
 */
class NumberedPermit extends WiderPermit {

    /** In place of the count of attempts around this one: it is not counted. */
    static final int UNCOUNTED = -1;

    /** The count of attempts with a number around this one, on the same thread. */
    private final int around;

    NumberedPermit(BreakerPermit permit, int around) {
        super(permit);
        this.around = around;
    }

    @Override
    void end(boolean succeeded) {
        if (around != UNCOUNTED) {
            AttemptNumber.leave(around);
        }
    }
}
