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

/** HALF_OPEN with two places: two threads report the success of one probe. */
@JCStressTest
@State
@Outcome(id = "HALF_OPEN, 1, 2", expect = ACCEPTABLE, desc = "counted once")
@Outcome(expect = FORBIDDEN, desc = "one probe counted as two")
public class ProbeReportedTwice {

    private final BreakerScene scene = BreakerScene.halfOpen(2);
    private final Permit probe = scene.breaker.acquirePermit();

    @Actor
    public void one() {
        probe.succeeded();
    }

    @Actor
    public void two() {
        probe.succeeded();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.breaker.successCount();
        r.r3 = scene.placesLeft();
    }
}
