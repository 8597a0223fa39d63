package dev.holdfast.it.soak;

import dev.holdfast.runtime.RateLimiter;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;

/** Until when each limiter holds calls back, as its listener is told, and who comes nevertheless. Thread-safe. */
final class Holds {

    private final ConcurrentMap<String, Deque<Hold>> byLimiter = new ConcurrentHashMap<>();
    private volatile Map<String, RateLimiter> limiters = Map.of();

    /** To be called when they are there, before any load. */
    void limiters(Map<String, RateLimiter> byName) {
        limiters = byName;
    }

    /** A limiter has begun to hold calls back, or for longer. */
    void told(String name) {
        RateLimiter limiter = limiters.get(name);
        if (limiter != null) {
            long now = System.nanoTime();
            Hold hold = new Hold(now + limiter.heldFor().toNanos(), System.nanoTime());
            byLimiter
                    .computeIfAbsent(name, any -> new ConcurrentLinkedDeque<>())
                    .add(hold);
        }
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
            } else if (Moment.isAfter(hold.seen)) {
                String left = (hold.until - now) / 1_000_000 + " ms before the end of a hold of " + limiter;
                attempt.call().ledger().violations().add(Rule.NO_ATTEMPT_IN_HOLD, attempt + ", " + left);
            }
        }
    }

    /**
     * One that was looked at.
     *
     * @param until it does not end before
     * @param seen it had begun before
     */
    private record Hold(long until, long seen) {}
}
