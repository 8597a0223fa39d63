package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.holdfast.runtime.internal.limit.Quota;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The last place of a quota is given back while another call takes one. */
@JCStressTest
@State
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "given back, then taken by the other")
@Outcome(
        id = "2, 1",
        expect = ACCEPTABLE,
        desc = "the other took the next one; the one given back is there for a third")
@Outcome(expect = FORBIDDEN, desc = "a place is lost, or given out twice")
public class QuotaGiveBackAgainstTake {

    private final QuotaScene scene = new QuotaScene();
    private final Quota.Place place = scene.take();

    @Actor
    public void one() {
        scene.quota.giveBack(place);
    }

    @Actor
    public void two(II_Result r) {
        r.r1 = scene.number();
    }

    @Arbiter
    public void end(II_Result r) {
        r.r2 = scene.number();
    }
}
