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

/** CLOSED, one failure short of opening: that failure against a reset. */
@JCStressTest
@State
@Outcome(id = "CLOSED, 0, 0", expect = ACCEPTABLE, desc = "the reset, then the failure of a call admitted before it")
@Outcome(id = "CLOSED, 2, 0", expect = ACCEPTABLE, desc = "opened, then reset")
@Outcome(expect = FORBIDDEN, desc = "the failure outlived the reset")
public class ResetAgainstOpening {

    private final BreakerScene scene = BreakerScene.closed(1);
    private final Permit permit = scene.breaker.acquirePermit();

    @Actor
    public void one() {
        permit.failed();
    }

    @Actor
    public void two(LII_Result r) {
        scene.breaker.reset();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
        r.r3 = scene.breaker.failureCount();
    }
}
