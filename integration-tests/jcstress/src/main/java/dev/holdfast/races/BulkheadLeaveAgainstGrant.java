package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The only place is given back while the first that waits for it goes away; another waits behind it. */
@JCStressTest
@State
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "the second has it")
@Outcome(expect = FORBIDDEN, desc = "a place is lost, or given out twice")
public class BulkheadLeaveAgainstGrant {

    private final BulkheadScene scene = new BulkheadScene();
    private final BulkheadWaiter first = scene.bulkhead.enqueue(null);
    private final BulkheadWaiter second = scene.bulkhead.enqueue(null);

    @Actor
    public void one() {
        scene.bulkhead.release();
    }

    @Actor
    public void two() {
        scene.bulkhead.abandon(first);
    }

    @Arbiter
    public void end(III_Result r) {
        r.r1 = BulkheadScene.granted(second);
        r.r2 = scene.bulkhead.available();
        r.r3 = scene.bulkhead.waiting();
    }
}
