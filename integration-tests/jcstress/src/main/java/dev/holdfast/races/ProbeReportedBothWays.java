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

/** HALF_OPEN with one place: two threads report one probe, one as a success and one as a failure. */
@JCStressTest
@State
@Outcome(id = "CLOSED, 1, 0", expect = ACCEPTABLE, desc = "the success came first")
@Outcome(id = "OPEN, 1, 2", expect = ACCEPTABLE, desc = "the failure came first")
@Outcome(expect = FORBIDDEN, desc = "both counted, or neither")
public class ProbeReportedBothWays {

    private final BreakerScene scene = BreakerScene.halfOpen(1);
    private final Permit probe = scene.breaker.acquirePermit();

    @Actor
    public void one() {
        probe.succeeded();
    }

    @Actor
    public void two() {
        probe.failed();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
        r.r3 = scene.breaker.failureCount();
    }
}
