package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A limiter is told to hold for a short and for a long time at once. */
@JCStressTest
@State
@Outcome(id = "100, 1", expect = ACCEPTABLE, desc = "the long one, then one that is shorter")
@Outcome(id = "100, 2", expect = ACCEPTABLE, desc = "the short one, then extended")
@Outcome(expect = FORBIDDEN, desc = "ends before the server's longer wish")
public class HoldAgainstLongerHold {

    private final LimiterScene scene = new LimiterScene();

    @Actor
    public void one(II_Result r) {
        scene.limiter.holdFor(LimiterScene.SHORT);
    }

    @Actor
    public void two(II_Result r) {
        scene.limiter.holdFor(LimiterScene.LONG);
    }

    @Arbiter
    public void end(II_Result r) {
        r.r1 = scene.heldFor();
        r.r2 = scene.holds();
    }
}
