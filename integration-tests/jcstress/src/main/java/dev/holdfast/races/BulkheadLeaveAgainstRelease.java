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

/** The only place is given back while the only one that waits for it goes away. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "nobody has it, and nobody waits")
@Outcome(expect = FORBIDDEN, desc = "a place is lost")
public class BulkheadLeaveAgainstRelease {

    private final BulkheadScene scene = new BulkheadScene();
    private final BulkheadWaiter waiter = scene.bulkhead.enqueue(null);

    @Actor
    public void one() {
        scene.bulkhead.release();
    }

    @Actor
    public void two() {
        scene.bulkhead.abandon(waiter);
    }

    @Arbiter
    public void end(II_Result r) {
        r.r1 = scene.bulkhead.available();
        r.r2 = scene.bulkhead.waiting();
    }
}
