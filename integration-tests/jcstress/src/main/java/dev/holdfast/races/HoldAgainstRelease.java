package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A limiter's hold is extended while an operator lets calls through. */
@JCStressTest
@State
@Outcome(id = "0, 2, 1", expect = ACCEPTABLE, desc = "extended, then released")
@Outcome(id = "100, 2, 1", expect = ACCEPTABLE, desc = "released, then held anew")
@Outcome(expect = FORBIDDEN, desc = "the events do not lead to the hold")
public class HoldAgainstRelease {

    private final LimiterScene scene = LimiterScene.held();

    @Actor
    public void one(III_Result r) {
        scene.limiter.holdFor(LimiterScene.LONG);
    }

    @Actor
    public void two(III_Result r) {
        scene.limiter.release();
    }

    @Arbiter
    public void end(III_Result r) {
        r.r1 = scene.heldFor();
        r.r2 = scene.holds();
        r.r3 = scene.releases();
    }
}
