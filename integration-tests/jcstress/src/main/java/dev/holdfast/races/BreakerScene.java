package dev.holdfast.races;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitBreakerBuilder;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.breaker.Breaker;
import java.time.Duration;

/** A breaker in a given state, on a clock that stands still, and the number of its changes of state from there. */
final class BreakerScene {

    /** The recovery time, also the lease of a probe, in nanoseconds. */
    static final long RECOVERY = 100;

    final ManualClock clock = new ManualClock();
    final EventCount events = new EventCount();
    final Breaker breaker;

    private BreakerScene(CircuitBreakerBuilder settings) {
        Holdfast holdfast = Holdfast.builder().clock(clock).listener(events).build();
        this.breaker =
                (Breaker) settings.recoveryTimeout(Duration.ofNanos(RECOVERY)).build(holdfast);
    }

    /** Opens with so many failures. */
    static BreakerScene closed(int failureThreshold) {
        return new BreakerScene(
                CircuitBreaker.builder().failureThreshold(failureThreshold).successThreshold(1));
    }

    /** Opens when each of the last so many calls has failed. */
    static BreakerScene window(int calls) {
        return new BreakerScene(
                CircuitBreaker.builder().failureRate(100).windowCalls(calls).minimumCalls(calls));
    }

    /** Has one failure in its window, and opens when that is a third of at least three calls. */
    static BreakerScene third() {
        BreakerScene scene = new BreakerScene(
                CircuitBreaker.builder().failureRate(33).windowCalls(5).minimumCalls(3));
        scene.breaker.acquirePermit().failed();
        return scene;
    }

    /** Has opened by one failure, and its recovery time is over: the next call is a probe. */
    static BreakerScene recovered(int places) {
        return new BreakerScene(CircuitBreaker.builder().failureThreshold(1).successThreshold(places)).recover();
    }

    /** Has let a probe through already, which has given its place back. */
    static BreakerScene halfOpen(int places) {
        BreakerScene scene = recovered(places);
        scene.breaker.acquirePermit().release();
        scene.events.changes.set(0);
        return scene;
    }

    /** Opens, and waits until the recovery time is over. */
    BreakerScene recover() {
        breaker.acquirePermit().failed();
        clock.now += RECOVERY;
        events.changes.set(0);
        return this;
    }

    CircuitState state() {
        return breaker.state();
    }

    int changes() {
        return events.changes.get();
    }

    /** How many calls are admitted now, up to a number that no half-open breaker here has places for. */
    int placesLeft() {
        int places = 0;
        while (places < 9 && breaker.tryAcquirePermit() != null) {
            places++;
        }
        return places;
    }
}
