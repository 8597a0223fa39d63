package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.Bulkhead;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two calls come when a bulkhead has one place. */
@JCStressTest
@State
@Outcome(
        id = {"1, 0", "0, 1"},
        expect = ACCEPTABLE,
        desc = "one of them has it")
@Outcome(expect = FORBIDDEN, desc = "both have it, or nobody")
public class BulkheadLastPlace {

    private final Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(1).build();

    @Actor
    public void one(II_Result r) {
        r.r1 = bulkhead.tryAcquire() ? 1 : 0;
    }

    @Actor
    public void two(II_Result r) {
        r.r2 = bulkhead.tryAcquire() ? 1 : 0;
    }
}
