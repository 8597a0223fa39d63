package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A guard's first call, which it remembers the permit of, while an operator forces the breaker open. */
@JCStressTest
@State
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "the call came first")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the operator came first")
@Outcome(expect = FORBIDDEN, desc = "a breaker that is forced open admits a call")
public class GuardAgainstForceOpen {

    private final GuardScene scene = new GuardScene();

    @Actor
    public void one(II_Result r) {
        r.r1 = scene.begin();
    }

    @Actor
    public void two(II_Result r) {
        scene.breaker.breaker.forceOpen();
    }

    @Arbiter
    public void end(II_Result r) {
        r.r2 = scene.begin();
    }
}
