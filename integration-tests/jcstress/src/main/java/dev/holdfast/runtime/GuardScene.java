package dev.holdfast.runtime;

/** The guard of a call behind a breaker that is closed, and opens with the first failure. */
final class GuardScene {

    static final int ADMITTED = 1;
    static final int REJECTED = 0;

    final BreakerScene breaker = BreakerScene.closed(1);
    final SyncGuard guard =
            SyncGuard.builder("call").circuitBreaker(breaker.breaker).build(Holdfast.defaults());

    /** Begins a call. */
    int begin() {
        try {
            guard.begin();
            return ADMITTED;
        } catch (CircuitOpenException rejected) {
            return REJECTED;
        }
    }
}
