package dev.holdfast.runtime.internal.bulkhead;

import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.PolicySettings;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.spi.Sleeper;

/** The settings of {@link Places}. A bulkhead keeps a copy, which nobody changes. */
public abstract class BulkheadSettings extends PolicySettings<Places> {

    protected int maxConcurrent = 10;
    protected long maxWaitNanos;

    Sleeper sleeper = Sleeper.system();

    protected BulkheadSettings() {}

    @Override
    protected final String kind() {
        return "bulkhead";
    }

    @Override
    protected final boolean isChangeable(String attribute, PolicySettings<?> wanted) {
        return true;
    }

    @Override
    protected final void applyTo(Places places) {
        places.settings(this);
    }

    /** Lets those in who wait for places that are new. */
    @Override
    protected final void applied(Places places, boolean switched) {
        places.serve();
    }

    @Override
    protected final Places build(Context context) {
        sleeper = context.sleeper();
        return new Places(this);
    }

    /** Returns the number of places, which is without limit while overrides have switched the bulkhead off. */
    final int places() {
        return isOff() ? Integer.MAX_VALUE : maxConcurrent;
    }

    /** The settings that two bulkheads of one name must share. */
    @Override
    public final String toString() {
        return "maxConcurrent=" + maxConcurrent + ", maxWait=" + DurationText.of(maxWaitNanos);
    }
}
