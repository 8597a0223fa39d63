package dev.holdfast.races;

import dev.holdfast.runtime.internal.limit.Quota;
import dev.holdfast.runtime.internal.limit.Quota.Place;

/** A quota on a clock that stands still, whose first place is taken; the next ones are numbered. */
final class QuotaScene {

    private static final long INTERVAL = 10;

    final Quota quota = new Quota(1, INTERVAL, 0, new ManualClock());

    QuotaScene() {
        quota.tryTake();
    }

    /** Takes a place. */
    Place take() {
        Place place = quota.take(Long.MAX_VALUE);
        if (place == null) {
            throw new IllegalStateException("a wait without end is not too long");
        }
        return place;
    }

    /** Takes a place and returns its number, from 1. */
    int number() {
        return (int) (take().wait / INTERVAL);
    }
}
