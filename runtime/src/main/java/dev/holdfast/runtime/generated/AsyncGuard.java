package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import dev.holdfast.runtime.internal.call.StageGuard;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The guard of a method that returns a stage, a stream or a client library's call object. For generated code. Thread-safe. */
public final class AsyncGuard extends StageGuard {

    AsyncGuard(
            MethodPolicies policies,
            @Nullable Predicate<@Nullable Object> retryResult,
            @Nullable Predicate<@Nullable Object> failureResult) {
        super(policies, retryResult, failureResult);
    }

    /**
     * Returns the time limit between two items of a stream.
     *
     * @return nanoseconds; 0 for no limit
     */
    public long betweenItemsNanos() {
        TimeLimit limit = policies.timeout;
        return limit == null ? 0 : limit.betweenItemsNanos();
    }

    /**
     * Makes the failure of a stream whose next item takes longer.
     *
     * @return the exception
     */
    public CallTimeoutException betweenItemsTimeout() {
        return new CallTimeoutException(policies.call, betweenItemsNanos(), null);
    }
}
