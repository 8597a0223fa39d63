package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.Places;
import org.jspecify.annotations.Nullable;

/** Makes the permits of one guard's calls that hold a place in a bulkhead. Thread-safe. */
final class BulkheadPermits {

    final Places places;

    /**
     * The latest permit. A closed breaker gives all calls the same one, and so does this, without memory for each call. Not
     * volatile: a permit is immutable, and a thread that does not see it makes another.
     */
    private @Nullable BulkheadPermit latest;

    BulkheadPermits(Places places) {
        this.places = places;
    }

    /** Takes a place for a breaker's permit; null if none is free, and the permit stays as it is. */
    @Nullable
    BreakerPermit tryAcquire(BreakerPermit permit) {
        // Made first, so that nothing can go wrong once a place is taken.
        BreakerPermit withPlace = of(permit);
        return places.tryAcquire() ? withPlace : null;
    }

    /** Returns the permit of a call that has the breaker's permit, and a place that it takes next or has taken. */
    BreakerPermit of(BreakerPermit permit) {
        BulkheadPermit known = latest;
        if (known == null || !known.permit.equals(permit)) {
            known = new BulkheadPermit(permit, places);
            latest = known;
        }
        return known;
    }
}
