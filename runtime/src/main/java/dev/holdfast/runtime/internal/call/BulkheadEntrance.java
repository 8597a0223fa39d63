package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.Places;
import org.jspecify.annotations.Nullable;

/** The way into a bulkhead for the calls of one guard. Thread-safe. */
public final class BulkheadEntrance {

    public final Places bulkhead;

    /**
     * The last permit that was made. A closed breaker gives all calls the same, and so does this, without taking memory for each.
     * Not volatile: it is immutable, and a thread that does not see it makes another.
     */
    private @Nullable BulkheadPermit last;

    private BulkheadEntrance(Places bulkhead) {
        this.bulkhead = bulkhead;
    }

    public static @Nullable BulkheadEntrance of(@Nullable Places bulkhead) {
        return bulkhead == null ? null : new BulkheadEntrance(bulkhead);
    }

    /** For a call that has the breaker's permit; null, and it still has that, if there is no place now. */
    @Nullable
    BreakerPermit tryEnter(BreakerPermit permit) {
        // Made before, so that nothing can go wrong once a place is taken.
        BreakerPermit entered = enter(permit);
        return bulkhead.tryAcquire() ? entered : null;
    }

    /** For a call that has the breaker's permit and takes a place. */
    public BreakerPermit enter(BreakerPermit permit) {
        BulkheadPermit known = last;
        if (known == null || !known.permit.equals(permit)) {
            known = new BulkheadPermit(permit, bulkhead);
            last = known;
        }
        return known;
    }
}
