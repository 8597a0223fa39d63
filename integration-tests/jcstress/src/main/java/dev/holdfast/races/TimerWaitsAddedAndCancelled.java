package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two waits are added to a timer whose thread runs them, while one of them is cancelled. */
@JCStressTest
@State
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "both were run")
@Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "one was cancelled")
@Outcome(expect = FORBIDDEN, desc = "a wait was lost, was run twice, or was run after it was cancelled")
public class TimerWaitsAddedAndCancelled {

    private final TimedWait first = new TimedWait();
    private final TimedWait second = new TimedWait();

    @Actor
    public void one() {
        first.begin();
    }

    @Actor
    public void two(III_Result r) {
        second.begin();
        r.r2 = first.cancel() ? 1 : 0;
    }

    @Arbiter
    public void end(III_Result r) {
        r.r1 = first.runs();
        r.r3 = second.runs();
    }
}
