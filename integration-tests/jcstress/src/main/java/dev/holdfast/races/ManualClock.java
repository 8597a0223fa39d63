package dev.holdfast.races;

import dev.holdfast.runtime.spi.Clock;

/** A clock that stands where it was put. A plain field: it must not order what two threads do. */
final class ManualClock implements Clock {

    /** From here every sum overflows: code that compares instants with < instead of by difference fails. */
    long now = Long.MAX_VALUE;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long currentTimeMillis() {
        return 0;
    }
}
