package dev.holdfast.runtime;

/** A limiter on a clock that stands still, and what it told of. */
final class LimiterScene {

    static final long SHORT = 10;
    static final long LONG = 100;

    final ManualClock clock = new ManualClock();
    final EventCount events = new EventCount();
    final RateLimiter limiter = RateLimiter.builder()
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
