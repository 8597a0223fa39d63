package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;

/** CLOSED, one failure short of opening: two calls fail at once. */
@JCStressTest
@State
@Outcome(id = "OPEN, 1, 2", expect = ACCEPTABLE, desc = "opened once")
@Outcome(expect = FORBIDDEN, desc = "not open, or told of more than once")
public class ClosedThresholdReachedTwice {

    private final BreakerScene scene = BreakerScene.closed(2);
    private final Permit one = scene.breaker.acquirePermit();
    private final Permit two = scene.breaker.acquirePermit();

    ClosedThresholdReachedTwice() {
        scene.breaker.acquirePermit().failed();
    }

    @Actor
    public void one() {
        one.failed();
    }

    @Actor
    public void two() {
        two.failed();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
        r.r3 = scene.breaker.failureCount();
    }
}
