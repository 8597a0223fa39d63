package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;

/** CLOSED, a window with a failure in it: two successes at once, the second of which completes the minimum of calls. */
@JCStressTest
@State
@Outcome(id = "OPEN, 1, 1", expect = ACCEPTABLE, desc = "the second success has opened, once")
@Outcome(expect = FORBIDDEN, desc = "each success left the decision to the other, or both made it")
public class WindowMinimumReached {

    private final BreakerScene scene = BreakerScene.third();

    @Actor
    public void one() {
        scene.breaker.acquirePermit().succeeded();
    }

    @Actor
    public void two() {
        scene.breaker.acquirePermit().succeeded();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
        r.r3 = scene.breaker.failureCount();
    }
}
