package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.event.BreakerSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** CLOSED, a window with a success in it: its first failure and a success at once. */
@JCStressTest
@State
@Outcome(id = "3, 1", expect = ACCEPTABLE, desc = "both are counted")
@Outcome(expect = FORBIDDEN, desc = "a call was lost or counted twice")
public class WindowFirstFailure {

    private final BreakerScene scene = BreakerScene.window(5);

    public WindowFirstFailure() {
        scene.breaker.acquirePermit().succeeded();
    }

    @Actor
    public void one() {
        scene.breaker.acquirePermit().failed();
    }

    @Actor
    public void two() {
        scene.breaker.acquirePermit().succeeded();
    }

    @Arbiter
    public void end(II_Result r) {
        BreakerSnapshot snapshot = scene.breaker.snapshot();
        r.r1 = snapshot.windowCalls();
        r.r2 = snapshot.windowFailures();
    }
}
