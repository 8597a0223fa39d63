package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The timer cuts an attempt while that ends, and the next one begins in the same slot. */
@JCStressTest
@State
@Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "both attempts ended in time")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the first was cut, after its own limit")
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the second was cut, after its own limit")
@Outcome(expect = FORBIDDEN, desc = "an attempt was cut after the limit of another, or ended twice")
public class LimitCutAgainstEnd {

    private final LimitedSlot slot = new LimitedSlot();

    public LimitCutAgainstEnd() {
        slot.begin(1);
    }

    @Actor
    public void attempts(II_Result r) {
        if (slot.succeed() && slot.begin(2)) {
            r.r1 = slot.succeed() ? 2 : 1;
        }
    }

    @Actor
    public void timer(II_Result r) {
        r.r2 = slot.look();
    }
}
