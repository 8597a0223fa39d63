package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** OPEN, the recovery time is over, one place: two calls ask for it, and what they get is given back. */
@JCStressTest
@State
@Outcome(
        id = {"1, 0, 1, 1", "0, 1, 1, 1"},
        expect = ACCEPTABLE,
        desc = "one probe, one change to HALF_OPEN, and the place is free again")
@Outcome(expect = FORBIDDEN, desc = "two probes or none, or the place is lost or doubled")
public class HalfOpenOnePlace {

    private final BreakerScene scene = BreakerScene.recovered(1);
    private @Nullable Permit first;
    private @Nullable Permit second;

    @Actor
    public void one(IIII_Result r) {
        first = scene.breaker.tryAcquirePermit();
        r.r1 = first == null ? 0 : 1;
    }

    @Actor
    public void two(IIII_Result r) {
        second = scene.breaker.tryAcquirePermit();
        r.r2 = second == null ? 0 : 1;
    }

    @Arbiter
    public void end(IIII_Result r) {
        if (first != null) {
            first.release();
        }
        if (second != null) {
            second.release();
        }
        r.r3 = scene.changes();
        r.r4 = scene.placesLeft();
    }
}
