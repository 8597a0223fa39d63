package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LIL_Result;

/** An asynchronous call is cancelled while its attempt succeeds. */
@JCStressTest
@State
@Outcome(id = "good, 1, good", expect = ACCEPTABLE, desc = "succeeded, then cancelled in vain")
@Outcome(id = "cancelled, 1, good", expect = ACCEPTABLE, desc = "cancelled, but the attempt had its answer")
@Outcome(id = "cancelled, 1, cancelled", expect = ACCEPTABLE, desc = "cancelled, and the attempt too")
@Outcome(expect = FORBIDDEN, desc = "a permit not given back or twice, or an answer lost")
public class CancelAgainstCompletion {

    private final AsyncScene scene = new AsyncScene();
    private final CompletableFuture<String> call = scene.call();

    @Actor
    public void one() {
        call.cancel(true);
    }

    @Actor
    public void two() {
        scene.first.complete("good");
    }

    @Arbiter
    public void end(LIL_Result r) {
        r.r1 = AsyncScene.end(call);
        r.r2 = scene.permit.reports.get();
        r.r3 = scene.first();
    }
}
