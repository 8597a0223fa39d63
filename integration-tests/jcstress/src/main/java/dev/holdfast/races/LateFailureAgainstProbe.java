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

/** HALF_OPEN: a call that was admitted in CLOSED fails while the probe succeeds. */
@JCStressTest
@State
@Outcome(id = "CLOSED, 1, 0", expect = ACCEPTABLE, desc = "only the probe counts")
@Outcome(expect = FORBIDDEN, desc = "the late failure counted")
public class LateFailureAgainstProbe {

    private final BreakerScene scene = BreakerScene.closed(1);
    private final Permit late = scene.breaker.acquirePermit();
    private final Permit probe;

    LateFailureAgainstProbe() {
        scene.recover();
        probe = scene.breaker.acquirePermit();
        scene.events.changes.set(0);
    }

    @Actor
    public void one() {
        late.failed();
    }

    @Actor
    public void two() {
        probe.succeeded();
    }

    @Arbiter
    public void end(LII_Result r) {
        r.r1 = scene.state();
        r.r2 = scene.changes();
        r.r3 = scene.breaker.failureCount();
    }
}
