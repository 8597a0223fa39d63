package dev.holdfast.it.soak;

import java.util.function.BooleanSupplier;

/**
 * The time of an attempt around others.
 *
 * @param end it is over by this moment
 * @param inForce whether time is limited: it is no more when a context is closed
 */
record Limit(long end, BooleanSupplier inForce) {

    /** An attempt is made now, on the calling thread, in the middle of that other one. */
    void check(Attempt attempt) {
        if (Moment.isAfter(end) && inForce.getAsBoolean()) {
            String late = ", at least " + Moment.microsAfter(end) + " microseconds after it";
            attempt.call().ledger().violations().add(Rule.NO_ATTEMPT_AFTER_LIMIT, attempt + late);
        }
    }
}
