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

/** An asynchronous call's wait ends at once, while the timer is still giving out its task. */
@JCStressTest
@State
@Outcome(id = "ran, 1, good, 1", expect = ACCEPTABLE, desc = "one further attempt, whose answer arrives")
@Outcome(expect = FORBIDDEN, desc = "no further attempt or two, or the call does not hear of its answer")
public class TimerAgainstScheduling {

    private final AsyncScene scene = new AsyncScene(100);
    private final CompletableFuture<String> call = scene.call();

    @Actor
    public void one() {
        scene.first.completeExceptionally(new IOException());
    }

    @Actor
    public void two() {
        while (!scene.isWaiting()) {
            Thread.onSpinWait();
        }
        scene.runTimer();
    }

    @Arbiter
    public void end(LLLL_Result r) {
        r.r1 = scene.waited();
        r.r2 = scene.attempts();
        scene.answerSecond("good");
        r.r3 = AsyncScene.end(call);
        r.r4 = scene.permit.reports.get();
    }
}
