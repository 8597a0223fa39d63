package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.breaker.Probe;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ILZ_Result;

/** HALF_OPEN: a permit that another thread finds in a plain field is complete. */
@JCStressTest
@State
@Outcome(id = "-1, 0, false", expect = ACCEPTABLE, desc = "not there yet")
@Outcome(id = "0, 100, true", expect = ACCEPTABLE, desc = "there, and it works")
@Outcome(expect = FORBIDDEN, desc = "a permit that is not complete")
public class ProbePassedOn {

    private final BreakerScene scene = BreakerScene.halfOpen(1);
    private @Nullable Permit found;

    @Actor
    public void one(ILZ_Result r) {
        found = scene.breaker.tryAcquirePermit();
    }

    @Actor
    public void two(ILZ_Result r) {
        Probe probe = (Probe) found;
        if (probe == null) {
            r.r1 = -1;
            r.r2 = 0L;
            return;
        }
        r.r1 = probe.place;
        r.r2 = probe.leaseLeft(scene.clock.now);
        probe.succeeded();
        r.r3 = scene.state() == CircuitState.CLOSED;
    }
}
