package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A call comes when the only place is given back, for which another has waited. */
@JCStressTest
@State
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "who came first has it")
@Outcome(expect = FORBIDDEN, desc = "the newcomer has overtaken it, or the place is lost")
public class BulkheadNewcomerAgainstWaiter {

    private final BulkheadScene scene = new BulkheadScene();
    private final BulkheadWaiter waiter = scene.bulkhead.enqueue(null);

    @Actor
    public void one() {
        scene.bulkhead.release();
    }

    @Actor
    public void two(II_Result r) {
        r.r1 = scene.bulkhead.tryAcquire() ? 1 : 0;
    }

    @Arbiter
    public void end(II_Result r) {
        r.r2 = BulkheadScene.granted(waiter);
    }
}
