package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.spi.Sleeper;
import java.util.function.Supplier;

/** Guards one call whose waits another thread can end, and whose attempts can be cancelled. */
final class CancellableGuard extends BlockingGuard {

    private final Sleeper sleeper;
    private final Supplier<Runnable> canceller;

    CancellableGuard(MethodPolicies policies, Sleeper sleeper, Supplier<Runnable> canceller) {
        super(policies);
        this.sleeper = sleeper;
        this.canceller = canceller;
    }

    @Override
    Sleeper sleeper() {
        return sleeper;
    }

    @Override
    Supplier<Runnable> canceller() {
        return canceller;
    }
}
