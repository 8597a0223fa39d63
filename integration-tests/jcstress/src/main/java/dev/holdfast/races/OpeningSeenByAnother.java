package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.internal.breaker.BreakerState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LIL_Result;

/** CLOSED: one thread opens the breaker, another looks at the state it finds. */
@JCStressTest
@State
@Outcome(id = "CLOSED, 0, 0", expect = ACCEPTABLE, desc = "before")
@Outcome(id = "OPEN, 1, 100", expect = ACCEPTABLE, desc = "after, and complete")
@Outcome(expect = FORBIDDEN, desc = "a state that is not complete")
public class OpeningSeenByAnother {

    private final BreakerScene scene = BreakerScene.closed(1);

    @Actor
    public void one(LIL_Result r) {
        scene.breaker.acquirePermit().failed();
    }

    @Actor
    public void two(LIL_Result r) {
        BreakerState seen = scene.breaker.current();
        r.r1 = seen.kind();
        r.r2 = seen.failures();
        r.r3 = seen.retryAfterNanos();
    }
}
