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

/** CLOSED, a window full of successes, where a further one writes nothing: that and a failure at once. */
@JCStressTest
@State
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "the failure is one of the last two calls, whichever came first")
@Outcome(expect = FORBIDDEN, desc = "the failure was lost, or a call too many")
public class WindowFullOfSuccesses {

    private final BreakerScene scene = BreakerScene.window(2);

    public WindowFullOfSuccesses() {
        scene.breaker.acquirePermit().succeeded();
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
