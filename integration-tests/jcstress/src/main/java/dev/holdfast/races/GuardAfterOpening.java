package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

/** A guard that knows its breaker closed, and a thread that has just seen it open. */
@JCStressTest
@State
@Outcome(id = "CLOSED, 1", expect = ACCEPTABLE, desc = "before")
@Outcome(id = "CLOSED, 0", expect = ACCEPTABLE, desc = "opened between the look and the call")
@Outcome(id = "OPEN, 0", expect = ACCEPTABLE, desc = "after")
@Outcome(expect = FORBIDDEN, desc = "a call is admitted by a breaker that was seen open")
public class GuardAfterOpening {

    private final GuardScene scene = new GuardScene();

    public GuardAfterOpening() {
        scene.begin();
    }

    @Actor
    public void one(LI_Result r) {
        scene.breaker.breaker.acquirePermit().failed();
    }

    @Actor
    public void two(LI_Result r) {
        r.r1 = scene.breaker.state();
        r.r2 = scene.begin();
    }
}
