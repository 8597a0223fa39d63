package dev.holdfast.it;

import dev.holdfast.runtime.spi.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, but a test can skip time: nobody has to wait for a breaker to recover. */
final class SkippingClock implements Clock {

    private final AtomicLong skipped = new AtomicLong();

    void skip(Duration time) {
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
