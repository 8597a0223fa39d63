package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** CLOSED, one failure counted: a further one and a success at once. */
@JCStressTest
@State
@Outcome(id = "0", expect = ACCEPTABLE, desc = "the failure, then the success")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the success, then the failure")
@Outcome(expect = FORBIDDEN, desc = "the success did not reset the count")
public class ClosedSuccessAgainstFailure {

    private final BreakerScene scene = BreakerScene.closed(5);

    ClosedSuccessAgainstFailure() {
        scene.breaker.acquirePermit().failed();
    }

    @Actor
    public void one(I_Result r) {
        scene.breaker.acquirePermit().succeeded();
    }

    @Actor
    public void two(I_Result r) {
        scene.breaker.acquirePermit().failed();
    }

    @Arbiter
    public void end(I_Result r) {
        r.r1 = scene.breaker.failureCount();
    }
}
