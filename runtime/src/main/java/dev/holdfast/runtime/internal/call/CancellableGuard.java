package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.spi.Sleeper;
import java.util.function.Supplier;

/** The guard of one call whose waits another thread can end, and whose attempts can be cancelled. */
public final class CancellableGuard extends BlockingGuard {

    private final Sleeper sleeper;
    private final Supplier<Runnable> canceller;

    /**
     * Begins with nothing under way.
     *
     * @param sleeper waits in place of the context's
     * @param canceller gives what cancels the attempt under way
     */
    CancellableGuard(CallPolicy policy, Sleeper sleeper, Supplier<Runnable> canceller) {
        super(policy);
        this.sleeper = sleeper;
        this.canceller = canceller;
    }

    @Override
    public Sleeper sleeper() {
        return sleeper;
    }

    @Override
    Supplier<Runnable> canceller() {
        return canceller;
    }
}
