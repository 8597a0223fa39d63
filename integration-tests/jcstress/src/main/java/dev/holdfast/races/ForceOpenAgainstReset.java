package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

/** An operator forces a closed breaker open, another resets it. */
@JCStressTest
@State
@Outcome(id = "FORCED_OPEN, 1", expect = ACCEPTABLE, desc = "reset, then forced open")
@Outcome(id = "CLOSED, 2", expect = ACCEPTABLE, desc = "forced open, then reset")
@Outcome(expect = FORBIDDEN, desc = "the events do not lead to the state")
public class ForceOpenAgainstReset {

    private final BreakerScene scene = BreakerScene.closed(1);

    @Actor
    public void one(LI_Result r) {
        scene.breaker.forceOpen();
    }

    @Actor
    public void two(LI_Result r) {
        scene.breaker.reset();
    }

    @Arbiter
    public void end(LI_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
    }
}
