package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A limiter's hold is over, and one call notices while an operator lets calls through. */
@JCStressTest
@State
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "nothing is held, told of once")
@Outcome(expect = FORBIDDEN, desc = "held for too long, or told of twice")
public class HoldEndAgainstRelease {

    private final LimiterScene scene = LimiterScene.over();

    @Actor
    public void one(II_Result r) {
        r.r1 = scene.limiter.currentHold() == null ? 0 : 1;
    }

    @Actor
    public void two() {
        scene.limiter.release();
    }

    @Arbiter
    public void end(II_Result r) {
        r.r2 = scene.releases();
    }
}
