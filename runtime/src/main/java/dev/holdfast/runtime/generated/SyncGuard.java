package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.BlockingGuard;
import dev.holdfast.runtime.internal.call.CallPolicy;

/** The guard of a synchronous method. For generated code. Thread-safe. */
public final class SyncGuard extends BlockingGuard {

    SyncGuard(CallPolicy policy) {
        super(policy);
    }
}
