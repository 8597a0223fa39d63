package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import org.jspecify.annotations.Nullable;

/** What guards need beyond {@link Permit}: a failure that has been classified already. */
public interface BreakerPermit extends Permit {

    /**
     * Reports a failure whatever its class.
     *
     * @param cause the exception for the listener, null where a result was the failure
     */
    void failedBecause(@Nullable Throwable cause);

    @Override
    default void failed() {
        failedBecause(null);
    }
}
