package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads begin attempts in one slot, and then the timer cuts the one that it finds there. */
@JCStressTest
@State
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "the first thread's attempt was cut after its own limit")
@Outcome(id = "0, 1, 2", expect = ACCEPTABLE, desc = "the second thread's attempt was cut after its own limit")
@Outcome(expect = FORBIDDEN, desc = "both or none have the slot, or an attempt was cut after the limit of another")
public class LimitSlotClaimedTwice {

    private final LimitedSlot slot = new LimitedSlot();

    @Actor
    public void one(III_Result r) {
        r.r1 = slot.begin(1) ? 1 : 0;
    }

    @Actor
    public void two(III_Result r) {
        r.r2 = slot.begin(2) ? 1 : 0;
    }

    @Arbiter
    public void timer(III_Result r) {
        r.r3 = slot.look();
    }
}
