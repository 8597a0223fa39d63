package dev.holdfast.runtime;

/** A bulkhead with one place, which is taken. */
final class BulkheadScene {

    final Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(1).build();

    BulkheadScene() {
        bulkhead.tryAcquire();
    }

    /** 1 for one that has been granted the place. */
    static int granted(BulkheadWaiter waiter) {
        return waiter.isGranted() ? 1 : 0;
    }
}
