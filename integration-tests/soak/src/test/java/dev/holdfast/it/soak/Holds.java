package dev.holdfast.it.soak;

import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;

/** Until when each limiter holds calls back, as far as its listener was told, and who comes nevertheless. Thread-safe. */
final class Holds {

    private final ConcurrentMap<String, Deque<Hold>> byLimiter = new ConcurrentHashMap<>();

    /** A hold in force. It began when or after the answer was there that asked for it. */
    void told(String limiter, long nanos) {
        long told = System.nanoTime();
        Hold hold = new Hold(told, Moment.latestOr(told - nanos) + nanos);
        byLimiter.computeIfAbsent(limiter, any -> new ConcurrentLinkedDeque<>()).add(hold);
    }

    /** An attempt is made now, on the calling thread. */
    void check(String limiter, Attempt attempt) {
        Deque<Hold> holds = byLimiter.get(limiter);
        if (holds == null) {
            return;
        }
        long now = System.nanoTime();
        for (Hold hold : holds) {
            if (hold.until - now <= 0) {
                holds.remove(hold);
            } else if (Moment.isAfter(hold.told)) {
                String left = (hold.until - now) / 1_000_000 + " ms before the end of a hold of " + limiter;
                attempt.call().ledger().violations().add(Rule.NO_ATTEMPT_IN_HOLD, attempt + ", " + left);
            }
        }
    }

    /**
     * One that is told of.
     *
     * @param told when; it was in force then
     * @param until it does not end before
     */
    private record Hold(long told, long until) {}
}
