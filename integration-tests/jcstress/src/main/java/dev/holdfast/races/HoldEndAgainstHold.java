package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A limiter's hold is over, and one call notices while another brings a new one. */
@JCStressTest
@State
@Outcome(
        id = {"0, 100, 1", "1, 100, 1"},
        expect = ACCEPTABLE,
        desc = "the new hold is in force, the old one ended once")
@Outcome(expect = FORBIDDEN, desc = "the new hold went with the old one")
public class HoldEndAgainstHold {

    private final LimiterScene scene = LimiterScene.over();

    @Actor
    public void one(III_Result r) {
        r.r1 = scene.limiter.currentHold() == null ? 0 : 1;
    }

    @Actor
    public void two(III_Result r) {
        scene.limiter.holdFor(LimiterScene.LONG);
    }

    @Arbiter
    public void end(III_Result r) {
        r.r2 = scene.heldFor();
        r.r3 = scene.releases();
    }
}
