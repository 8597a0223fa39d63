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

/** The last two places of a quota are given back at once. */
@JCStressTest
@State
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "as if nobody had ever had them")
@Outcome(expect = FORBIDDEN, desc = "a place is lost, or kept aside though it is the next one")
public class QuotaGivenBackTwice {

    private final QuotaScene scene = new QuotaScene();
    private final Quota.Place first = scene.take();
    private final Quota.Place second = scene.take();

    @Actor
    public void one() {
        scene.quota.giveBack(first);
    }

    @Actor
    public void two() {
        scene.quota.giveBack(second);
    }

    @Arbiter
    public void end(II_Result r) {
        r.r1 = scene.quota.freed();
        r.r2 = scene.number();
    }
}
