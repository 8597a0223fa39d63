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
import org.openjdk.jcstress.infra.results.LLI_Result;

/** An asynchronous call is cancelled while its wait for another attempt ends. */
@JCStressTest
@State
@Outcome(id = "cancelled, none, 1", expect = ACCEPTABLE, desc = "cancelled, no further attempt")
@Outcome(
        id = "cancelled, cancelled, 1",
        expect = ACCEPTABLE,
        desc = "a further attempt, cancelled, and its probe's place is free again")
@Outcome(expect = FORBIDDEN, desc = "an attempt goes on for nothing, or its place is lost or doubled")
public class CancelAgainstTimer {

    private final AsyncScene scene = new AsyncScene();
    private final CompletableFuture<String> call = scene.call();

    public CancelAgainstTimer() {
        scene.first.completeExceptionally(new IOException());
    }

    @Actor
    public void one() {
        call.cancel(true);
    }

    @Actor
    public void two() {
        scene.runTimer();
    }

    @Arbiter
    public void end(LLI_Result r) {
        r.r1 = AsyncScene.end(call);
        r.r2 = scene.second();
        r.r3 = scene.breaker.placesLeft();
    }
}
