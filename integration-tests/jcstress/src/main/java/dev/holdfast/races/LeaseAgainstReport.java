package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** HALF_OPEN with two places, both taken, one beyond its lease: its probe succeeds while a further call asks. */
@JCStressTest
@State
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "the success counts, and the next call has the place")
@Outcome(expect = FORBIDDEN, desc = "a place or the success is lost, or two probes had one place")
public class LeaseAgainstReport {

    private final BreakerScene scene = BreakerScene.halfOpen(2);
    private final Permit overdue = scene.breaker.acquirePermit();

    LeaseAgainstReport() {
        scene.clock.now += BreakerScene.RECOVERY / 2;
        scene.breaker.acquirePermit();
        scene.clock.now += BreakerScene.RECOVERY / 2;
    }

    @Actor
    public void one() {
        overdue.succeeded();
    }

    @Actor
    public void two(III_Result r) {
        r.r2 = scene.breaker.tryAcquirePermit() == null ? 0 : 1;
    }

    @Arbiter
    public void end(III_Result r) {
        r.r1 = scene.breaker.successCount();
        r.r3 = scene.placesLeft();
    }
}
