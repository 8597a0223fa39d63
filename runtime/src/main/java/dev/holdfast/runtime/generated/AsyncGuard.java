package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.CallPolicy;
import dev.holdfast.runtime.internal.call.GuardDraft;
import dev.holdfast.runtime.internal.call.StageGuard;

/** The guard of a method that returns a stage or a library's call object. Generated code calls it; its methods say how. Thread-safe. */
public final class AsyncGuard extends StageGuard {

    AsyncGuard(CallPolicy policy, GuardDraft draft) {
        super(policy, draft);
    }
}
