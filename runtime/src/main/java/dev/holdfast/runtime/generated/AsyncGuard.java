package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.MethodPolicies;
import dev.holdfast.runtime.internal.call.StageGuard;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The guard of a method that returns a stage or a client library's call object. For generated code. Thread-safe. */
public final class AsyncGuard extends StageGuard {

    AsyncGuard(
            MethodPolicies policies,
            @Nullable Predicate<@Nullable Object> retryResult,
            @Nullable Predicate<@Nullable Object> failureResult) {
        super(policies, retryResult, failureResult);
    }
}
