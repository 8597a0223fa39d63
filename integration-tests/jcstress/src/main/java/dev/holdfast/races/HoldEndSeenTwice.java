package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A limiter's hold is over, and two calls notice. */
@JCStressTest
@State
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "both pass, told of once")
@Outcome(expect = FORBIDDEN, desc = "held for too long, or told of twice")
public class HoldEndSeenTwice {

    private final LimiterScene scene = LimiterScene.over();

    @Actor
    public void one(III_Result r) {
        r.r1 = scene.limiter.currentHold() == null ? 0 : 1;
    }

    @Actor
    public void two(III_Result r) {
        r.r2 = scene.limiter.currentHold() == null ? 0 : 1;
    }

    @Arbiter
    public void end(III_Result r) {
        r.r3 = scene.releases();
    }
}
