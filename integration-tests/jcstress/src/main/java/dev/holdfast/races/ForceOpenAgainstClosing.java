package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

/** HALF_OPEN: an operator forces the breaker open while the last probe succeeds. */
@JCStressTest
@State
@Outcome(id = "FORCED_OPEN, 1", expect = ACCEPTABLE, desc = "forced open, then a result that counts no more")
@Outcome(id = "FORCED_OPEN, 2", expect = ACCEPTABLE, desc = "closed, then forced open")
@Outcome(expect = FORBIDDEN, desc = "a probe undid what the operator did")
public class ForceOpenAgainstClosing {

    private final BreakerScene scene = BreakerScene.halfOpen(1);
    private final Permit probe = scene.breaker.acquirePermit();

    @Actor
    public void one() {
        probe.succeeded();
    }

    @Actor
    public void two(LI_Result r) {
        scene.breaker.forceOpen();
    }

    @Arbiter
    public void end(LI_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
    }
}
