package dev.holdfast.races;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.internal.limit.Limiter;

/** A limiter on a clock that stands still, and what it told of. */
final class LimiterScene {

    static final long SHORT = 10;
    static final long LONG = 100;

    final ManualClock clock = new ManualClock();
    final EventCount events = new EventCount();
    final Limiter limiter = (Limiter) RateLimiter.builder()
            .build(Holdfast.builder().clock(clock).listener(events).build());

    /** Holds back for a short while already. */
    static LimiterScene held() {
        LimiterScene scene = new LimiterScene();
        scene.limiter.holdFor(SHORT);
        return scene;
    }

    /** Has held back until now; nobody has noticed that this is over. */
    static LimiterScene over() {
        LimiterScene scene = held();
        scene.clock.now += SHORT;
        return scene;
    }

    int heldFor() {
        return (int) limiter.heldForNanos();
    }

    int holds() {
        return events.holds.get();
    }

    int releases() {
        return events.releases.get();
    }
}
