package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one bulkhead: never too many inside, and at the end every place is free and nobody waits. */
@Timeout(60)
class BulkheadStressTest {

    private static final int PLACES = 2;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger let = new AtomicInteger();

    private void enter() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        let.incrementAndGet();
        Thread.yield();
        inside.decrementAndGet();
    }

    @Test
    void ofThreadsThatWaitAreInterruptedAndFail() throws Exception {
        long seed = Stress.seed();
        Bulkhead bulkhead = Bulkhead.builder()
                .maxConcurrent(PLACES)
                .maxWait(Duration.ofNanos(50_000))
                .build();
        SyncGuard guard = SyncGuard.builder("call")
                .circuitBreaker(
                        CircuitBreaker.builder().failureThreshold(100_000_000).build())
                .bulkhead(bulkhead)
                .build(Holdfast.defaults());
        Stress.run(seed, (thread, random) -> {
            if (random.nextInt(8) == 0) {
                Thread.currentThread().interrupt();
            }
            try {
                Permit permit = guard.begin();
                enter();
                if (random.nextBoolean()) {
                    guard.succeeded(permit);
                } else {
                    guard.failed(permit, 1, new IOException());
                }
            } catch (BulkheadFullException full) {
                assertThat(full.name()).isEqualTo("bulkhead");
            } finally {
                Thread.interrupted();
            }
        });
        assertThat(most).as("seed " + seed).hasValueLessThanOrEqualTo(PLACES);
        assertThat(let.get()).as("seed " + seed).isGreaterThan(100);
        assertThat(bulkhead.available()).as("seed " + seed).isEqualTo(PLACES);
        assertThat(bulkhead.waiting()).as("seed " + seed).isZero();
    }

    @Test
    void ofAsynchronousCallsThatWaitAndAreCancelled() throws Exception {
        long seed = Stress.seed();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Queue<CompletableFuture<?>> futures = new ConcurrentLinkedQueue<>();
        try (Holdfast holdfast = Holdfast.builder().executor(threads).build()) {
            Bulkhead bulkhead = Bulkhead.builder()
                    .maxConcurrent(PLACES)
                    .maxWait(Duration.ofMillis(2))
                    .build(holdfast);
            AsyncGuard guard = AsyncGuard.builder("call").bulkhead(bulkhead).build(holdfast);
            Stress.run(seed, 2_000, (thread, random) -> {
                CompletableFuture<String> future = guard.follow(
                        null,
                        null,
                        null,
                        () -> CompletableFuture.supplyAsync(
                                () -> {
                                    enter();
                                    return "good";
                                },
                                threads));
                futures.add(future);
                if (random.nextInt(3) == 0) {
                    future.cancel(true);
                }
            });
            for (CompletableFuture<?> each : futures) {
                each.handle((value, failure) -> failure).get(30, TimeUnit.SECONDS);
            }
            assertThat(let.get()).as("seed " + seed).isGreaterThan(100);
            assertThat(bulkhead.waiting()).as("seed " + seed).isZero();
            while (bulkhead.available() < PLACES) {
                // The future is done before its place is given back only where it was cancelled.
                Thread.onSpinWait();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
}
