package dev.holdfast.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** An asynchronous call is cancelled while its attempt fails, so that it would wait for another. */
@JCStressTest
@State
@Outcome(id = "cancelled, 1, cancelled, none", expect = ACCEPTABLE, desc = "cancelled, and the attempt too")
@Outcome(
        id = "cancelled, 1, failed, none",
        expect = ACCEPTABLE,
        desc = "failed, but there was no need to wait any more")
@Outcome(id = "cancelled, 1, failed, cancelled", expect = ACCEPTABLE, desc = "failed, and the wait is called off")
@Outcome(expect = FORBIDDEN, desc = "a permit not given back or twice, or a wait that goes on for nothing")
public class CancelAgainstFailure {

    private final AsyncScene scene = new AsyncScene();
    private final CompletableFuture<String> call = scene.call();

    @Actor
    public void one() {
        call.cancel(true);
    }

    @Actor
    public void two() {
        scene.first.completeExceptionally(new IOException());
    }

    @Arbiter
    public void end(LLLL_Result r) {
        r.r1 = AsyncScene.end(call);
        r.r2 = scene.permit.reports.get();
        r.r3 = scene.first();
        r.r4 = scene.waited();
    }
}
