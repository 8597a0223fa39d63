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

/** HALF_OPEN with two places, one success short of closing: a probe succeeds, the other fails. */
@JCStressTest
@State
@Outcome(id = "CLOSED, 1", expect = ACCEPTABLE, desc = "the success, then a result that counts no more")
@Outcome(id = "OPEN, 1", expect = ACCEPTABLE, desc = "the failure, then a result that counts no more")
@Outcome(expect = FORBIDDEN, desc = "half-open for ever, or both results counted")
public class ProbeSuccessAgainstFailure {

    private final BreakerScene scene = BreakerScene.halfOpen(2);
    private final Permit good;
    private final Permit bad;

    ProbeSuccessAgainstFailure() {
        scene.breaker.acquirePermit().succeeded();
        good = scene.breaker.acquirePermit();
        bad = scene.breaker.acquirePermit();
    }

    @Actor
    public void one() {
        good.succeeded();
    }

    @Actor
    public void two() {
        bad.failed();
    }

    @Arbiter
    public void end(LI_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
    }
}
