package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** HALF_OPEN with one place: a probe gives it back while another call asks for it. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "given back, then taken")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "turned away, then given back")
@Outcome(expect = FORBIDDEN, desc = "the place is lost or doubled")
public class ReleaseAgainstRequest {

    private final BreakerScene scene = BreakerScene.halfOpen(1);
    private final Permit probe = scene.breaker.acquirePermit();

    @Actor
    public void one() {
        probe.release();
    }

    @Actor
    public void two(II_Result r) {
        r.r1 = scene.breaker.tryAcquirePermit() == null ? 0 : 1;
    }

    @Arbiter
    public void end(II_Result r) {
        r.r2 = scene.placesLeft();
    }
}
