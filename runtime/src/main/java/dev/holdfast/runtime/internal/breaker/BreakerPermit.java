package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import org.jspecify.annotations.Nullable;

/** A {@link Permit} that also takes failures that were classified before. For guards. */
public interface BreakerPermit extends Permit {

    /**
     * Reports a failure whatever its class.
     *
     * @param cause the exception for the listener, null for a failed result
     */
    void failedBecause(@Nullable Throwable cause);

    /** Extends the lease of a probe by the wait for another place, before the attempt begins. */
    default void extendLease(long nanos) {}

    @Override
    default void failed() {
        failedBecause(null);
    }
}
