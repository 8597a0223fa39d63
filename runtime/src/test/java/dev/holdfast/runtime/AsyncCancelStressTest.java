package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Attempts that end, waits that end and callers that cancel, all at the same time: every call ends, every permit comes back. */
class AsyncCancelStressTest {

    private static final int CALLS = 20_000;

    @Test
    void everyCallEndsAndEveryPermitComesBackOnce() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger admitted = new AtomicInteger();
        AtomicInteger returned = new AtomicInteger();
        try (Holdfast holdfast = Holdfast.builder().executor(threads).build()) {
            ExponentialBackoff backoff = ExponentialBackoff.builder()
                    .maxAttempts(3)
                    .baseDelay(Duration.ofNanos(20_000))
                    .jitter(Jitter.FULL)
                    .build();
            CircuitBreaker breaker =
                    CircuitBreaker.builder().failureThreshold(Integer.MAX_VALUE).build(holdfast);
            AsyncGuard guard = Guards.async("call")
                    .circuitBreaker(breaker)
                    .backoff(backoff)
                    .build(holdfast);
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                SplittableRandom own = random.split();
                CountedPermit first = new CountedPermit(returned);
                admitted.incrementAndGet();
                CompletableFuture<String> answer =
                        guard.follow(first, attempt(own, threads), null, () -> attempt(own, threads));
                answers.add(answer);
                if (own.nextInt(3) == 0) {
                    threads.execute(() -> answer.cancel(true));
                }
            }
            for (CompletableFuture<String> answer : answers) {
                String outcome = answer.handle((value, failure) -> failure == null ? value : kind(failure))
                        .get(30, TimeUnit.SECONDS);
                assertThat(outcome).as("seed " + seed).isIn("good", "IOException", "CancellationException");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(returned).as("seed " + seed).hasValue(admitted.get());
    }

    private static String kind(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause.getClass().getSimpleName();
    }

    private static CompletableFuture<String> attempt(SplittableRandom random, ExecutorService threads) {
        CompletableFuture<String> attempt = new CompletableFuture<>();
        boolean good = random.nextInt(3) == 0;
        Runnable end = () -> {
            if (good) {
                attempt.complete("good");
            } else {
                attempt.completeExceptionally(new IOException());
            }
        };
        if (random.nextBoolean()) {
            end.run();
        } else {
            threads.execute(end);
        }
        return attempt;
    }

    /** Fails where it is returned twice. */
    private static final class CountedPermit implements BreakerPermit {

        private final AtomicInteger returned;

        CountedPermit(AtomicInteger returned) {
            this.returned = returned;
        }

        @Override
        public void succeeded() {
            returned.incrementAndGet();
        }

        @Override
        public void failed(Throwable failure) {
            returned.incrementAndGet();
        }

        @Override
        public void failedBecause(Throwable cause) {
            returned.incrementAndGet();
        }

        @Override
        public void release() {
            returned.incrementAndGet();
        }
    }
}
