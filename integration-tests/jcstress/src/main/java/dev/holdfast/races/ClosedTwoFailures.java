package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** CLOSED: two calls fail at once. */
@JCStressTest
@State
@Outcome(id = "2", expect = ACCEPTABLE, desc = "both are counted")
@Outcome(expect = FORBIDDEN, desc = "a failure was lost or counted twice")
public class ClosedTwoFailures {

    private final BreakerScene scene = BreakerScene.closed(5);

    @Actor
    public void one(I_Result r) {
        scene.breaker.acquirePermit().failed();
    }

    @Actor
    public void two(I_Result r) {
        scene.breaker.acquirePermit().failed();
    }

    @Arbiter
    public void end(I_Result r) {
        r.r1 = scene.breaker.failureCount();
    }
}
