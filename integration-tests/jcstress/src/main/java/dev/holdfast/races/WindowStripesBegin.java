package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.internal.breaker.CountWindow;
import dev.holdfast.runtime.internal.breaker.RateWindow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A window with a failure in it: a thread begins the stripes and succeeds, while another succeeds and fails. */
@JCStressTest
@State
@Outcome(id = "5, 2", expect = ACCEPTABLE, desc = "all are counted")
@Outcome(expect = FORBIDDEN, desc = "a call was lost or counted twice")
public class WindowStripesBegin {

    private final CountWindow window = new CountWindow(9, 1, 1);

    public WindowStripesBegin() {
        window.record(true);
    }

    @Actor
    public void one() {
        window.spread();
        window.record(false);
    }

    @Actor
    public void two() {
        window.record(false);
        window.record(true);
    }

    @Arbiter
    public void end(II_Result r) {
        long totals = window.totals();
        r.r1 = RateWindow.calls(totals);
        r.r2 = RateWindow.marked(totals);
    }
}
