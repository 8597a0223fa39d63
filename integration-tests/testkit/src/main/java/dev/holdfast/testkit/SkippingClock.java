package dev.holdfast.testkit;

import dev.holdfast.runtime.spi.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, but a test can skip time: nobody has to wait for a breaker to recover. */
public final class SkippingClock implements Clock {

    private final AtomicLong skipped = new AtomicLong();

    /** Moves both clocks forward. */
    public void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + skipped.get();
    }

    @Override
    public long currentTimeMillis() {
        return System.currentTimeMillis() + skipped.get() / 1_000_000;
    }
}
