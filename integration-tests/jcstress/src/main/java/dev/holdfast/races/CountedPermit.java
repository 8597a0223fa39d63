package dev.holdfast.races;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How often a permit was reported to or given back. */
final class CountedPermit implements BreakerPermit {

    final AtomicInteger reports = new AtomicInteger();

    @Override
    public void succeeded() {
        reports.incrementAndGet();
    }

    @Override
    public void failed(Throwable failure) {
        reports.incrementAndGet();
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        reports.incrementAndGet();
    }

    @Override
    public void release() {
        reports.incrementAndGet();
    }
}
