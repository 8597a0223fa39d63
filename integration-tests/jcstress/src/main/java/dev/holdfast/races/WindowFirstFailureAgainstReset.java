package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.BreakerSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** CLOSED, a window without failures: its first one against a reset. */
@JCStressTest
@State
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the reset, or a failure that it made forget")
@Outcome(expect = FORBIDDEN, desc = "the failure outlived the reset")
public class WindowFirstFailureAgainstReset {

    private final BreakerScene scene = BreakerScene.window(2);
    private final Permit permit = scene.breaker.acquirePermit();

    @Actor
    public void one() {
        permit.failed();
    }

    @Actor
    public void two() {
        scene.breaker.reset();
    }

    @Arbiter
    public void end(II_Result r) {
        BreakerSnapshot snapshot = scene.breaker.snapshot();
        r.r1 = snapshot.windowCalls();
        r.r2 = snapshot.windowFailures();
    }
}
