package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A limiter's hold is extended while another thread looks twice. */
@JCStressTest
@State
@Outcome(
        id = {"10, 10", "10, 100", "100, 100"},
        expect = ACCEPTABLE,
        desc = "only ever longer")
@Outcome(expect = FORBIDDEN, desc = "shorter than before, or none")
public class HoldSeenByAnother {

    private final LimiterScene scene = LimiterScene.held();

    @Actor
    public void one(II_Result r) {
        scene.limiter.holdFor(LimiterScene.LONG);
        scene.limiter.holdFor(LimiterScene.SHORT);
    }

    @Actor
    public void two(II_Result r) {
        r.r1 = scene.heldFor();
        r.r2 = scene.heldFor();
    }
}
