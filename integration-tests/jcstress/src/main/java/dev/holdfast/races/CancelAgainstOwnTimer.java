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

/** An asynchronous call is cancelled while its wait begins and ends, with the timer that a context has of its own. */
@JCStressTest
@State
@Outcome(id = "cancelled, none, 1, 1", expect = ACCEPTABLE, desc = "cancelled, no further attempt")
@Outcome(
        id = "cancelled, cancelled, 1, 1",
        expect = ACCEPTABLE,
        desc = "a further attempt, cancelled, and its probe's place is free again")
@Outcome(expect = FORBIDDEN, desc = "an attempt goes on for nothing, or its place is lost or doubled")
public class CancelAgainstOwnTimer {

    private final AsyncScene scene = AsyncScene.withOwnTimer();
    private final CompletableFuture<String> call = scene.call();

    @Actor
    public void one() {
        scene.first.completeExceptionally(new IOException());
    }

    @Actor
    public void two() {
        call.cancel(true);
    }

    @Arbiter
    public void end(LLLL_Result r) {
        scene.awaitCancelled();
        r.r1 = AsyncScene.end(call);
        r.r2 = scene.second();
        r.r3 = scene.permit.reports.get();
        r.r4 = scene.breaker.placesLeft();
        scene.close();
    }
}
