package dev.holdfast.races;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;

/** The guard of a call behind a breaker that is closed, and opens with the first failure. */
final class GuardScene {

    static final int ADMITTED = 1;
    static final int REJECTED = 0;

    final BreakerScene breaker = BreakerScene.closed(1);
    final SyncGuard guard =
            GuardSetup.of("call").circuitBreaker(breaker.breaker).sync(ClientSetup.of(Holdfast.defaults(), "Client"));

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
