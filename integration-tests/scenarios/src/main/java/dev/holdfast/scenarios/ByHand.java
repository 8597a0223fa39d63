package dev.holdfast.scenarios;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Resilience;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Policies around code that has no interface. */
final class ByHand {

    private ByHand() {}

    static void run(Facts facts) {
        facts.about("by hand");
        World world = new World();
        CircuitBreaker breaker =
                CircuitBreaker.builder().name("hand").failureThreshold(3).build();
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofSeconds(1))
                .build();
        world.server.then(Step.status(503, "down"));
        facts.call(
                "second attempt",
                "200 a",
                () -> Resilience.of(() -> world.server.answer("a"))
                        .circuitBreaker(breaker)
                        .backoff(backoff)
                        .status(Answer::statusCode)
                        .holdfast(world.holdfast())
                        .call());
        world.server.then(Step.fails("1"));
        CompletableFuture<Answer> later = Resilience.ofStage(() -> world.server.stage("b"))
                .circuitBreaker(breaker)
                .backoff(backoff)
                .status(Answer::statusCode)
                .holdfast(world.holdfast())
                .call();
        world.time.drain();
        facts.stage("second attempt of a stage", "200 b", later);
    }
}
