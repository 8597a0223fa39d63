package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.GuardDraft;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import dev.holdfast.runtime.internal.call.StageGuard;

/** The guard of a method that returns a stage or a client library's call object. For generated code. Thread-safe. */
public final class AsyncGuard extends StageGuard {

    AsyncGuard(MethodPolicies policies, GuardDraft draft) {
        super(policies, draft);
    }
}
