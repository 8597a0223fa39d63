package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;

/** CLOSED, a window without failures: two calls fail at once, which is all that is needed to open. */
@JCStressTest
@State
@Outcome(id = "OPEN, 1, 2", expect = ACCEPTABLE, desc = "both are counted, and opened once")
@Outcome(expect = FORBIDDEN, desc = "a failure was lost, or told of more than once")
public class WindowFirstFailureTwice {

    private final BreakerScene scene = BreakerScene.window(2);

    @Actor
    public void one() {
        scene.breaker.acquirePermit().failed();
    }

    @Actor
    public void two() {
        scene.breaker.acquirePermit().failed();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
        r.r3 = scene.breaker.failureCount();
    }
}
