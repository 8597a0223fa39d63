package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Two threads cancel an asynchronous call whose attempt is under way. */
@JCStressTest
@State
@Outcome(id = "true, true, 1, cancelled", expect = ACCEPTABLE, desc = "cancelled once, and both know")
@Outcome(expect = FORBIDDEN, desc = "a permit not given back or twice, or an attempt goes on for nothing")
public class CancelledTwice {

    private final AsyncScene scene = new AsyncScene();
    private final CompletableFuture<String> call = scene.call();

    @Actor
    public void one(LLLL_Result r) {
        r.r1 = call.cancel(true);
    }

    @Actor
    public void two(LLLL_Result r) {
        r.r2 = call.cancel(true);
    }

    @Arbiter
    public void end(LLLL_Result r) {
        r.r3 = scene.permit.reports.get();
        r.r4 = scene.first();
    }
}
