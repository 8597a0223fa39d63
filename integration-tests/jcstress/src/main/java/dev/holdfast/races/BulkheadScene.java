package dev.holdfast.races;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.bulkhead.Places;

/** A bulkhead with one place, which is taken. */
final class BulkheadScene {

    final Places bulkhead = (Places) Bulkhead.builder().maxConcurrent(1).build();

    BulkheadScene() {
        bulkhead.tryAcquire();
    }

    /** 1 for one that has been granted the place. */
    static int granted(BulkheadWaiter waiter) {
        return waiter.isGranted() ? 1 : 0;
    }
}
