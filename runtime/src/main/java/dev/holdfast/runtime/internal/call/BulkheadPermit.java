package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.Places;

/** A breaker's permit with a place in a bulkhead. */
final class BulkheadPermit extends WiderPermit {

    private final Places bulkhead;

    BulkheadPermit(BreakerPermit permit, Places bulkhead) {
        super(permit);
        this.bulkhead = bulkhead;
    }

    @Override
    void end(boolean succeeded) {
        bulkhead.release();
    }
}
