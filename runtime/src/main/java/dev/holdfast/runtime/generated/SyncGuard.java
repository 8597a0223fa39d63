package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.internal.call.BlockingGuard;
import dev.holdfast.runtime.internal.call.CallPolicy;

/** The guard of a method that returns when its call is done. Generated code calls it; its methods say how. Thread-safe. */
public final class SyncGuard extends BlockingGuard {

    SyncGuard(CallPolicy policy) {
        super(policy);
    }
}
