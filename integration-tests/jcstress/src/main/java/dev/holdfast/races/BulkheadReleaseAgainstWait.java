package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The only place is given back while a call begins to wait for it. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "who waits has it")
@Outcome(expect = FORBIDDEN, desc = "a place for nobody, and one that waits for it")
public class BulkheadReleaseAgainstWait {

    private final BulkheadScene scene = new BulkheadScene();
    private @Nullable BulkheadWaiter waiter;

    @Actor
    public void one() {
        scene.bulkhead.release();
    }

    @Actor
    public void two() {
        waiter = scene.bulkhead.enqueue(null);
    }

    @Arbiter
    public void end(II_Result r) {
        r.r1 = waiter != null && waiter.isGranted() ? 1 : 0;
        r.r2 = scene.bulkhead.available();
    }
}
