package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        SyncGuard guard = Guards.sync("call")
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
        assertThat(let.get()).as("seed " + seed).isPositive();
        assertThat(bulkhead.available()).as("seed " + seed).isEqualTo(PLACES);
        assertThat(bulkhead.waiting()).as("seed " + seed).isZero();
    }

    /** Once with waits that end while places are given out, and once with waits that never do, where all calls but those cancelled succeed. */
    @ParameterizedTest
    @ValueSource(longs = {20_000, 60_000_000_000L})
    void ofAsynchronousCallsThatWaitAndAreCancelled(long maxWait) throws Exception {
        long seed = Stress.seed();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Queue<CompletableFuture<String>> futures = new ConcurrentLinkedQueue<>();
        try (Holdfast holdfast = Holdfast.builder().executor(threads).build()) {
            Bulkhead bulkhead = Bulkhead.builder()
                    .maxConcurrent(PLACES)
                    .maxWait(Duration.ofNanos(maxWait))
                    .build(holdfast);
            AsyncGuard guard = Guards.async("call").bulkhead(bulkhead).build(holdfast);
            Stress.run(seed, 2_000, (thread, random) -> {
                CompletableFuture<String> future =
                        guard.follow(null, null, null, () -> CompletableFuture.supplyAsync(() -> "good", threads));
                futures.add(future);
                if (random.nextInt(3) == 0) {
                    future.cancel(true);
                }
            });
            for (CompletableFuture<String> each : futures) {
                Throwable failure = each.handle((value, thrown) -> thrown).get(30, TimeUnit.SECONDS);
                if (!each.isCancelled() && failure != null) {
                    assertThat(failure).as("seed " + seed).isInstanceOf(BulkheadFullException.class);
                    assertThat(maxWait).as("seed " + seed).isEqualTo(20_000);
                }
            }
            while (bulkhead.available() < PLACES) {
                // A future that is cancelled is done before its place is given back.
                Thread.onSpinWait();
            }
            assertThat(bulkhead.waiting()).as("seed " + seed).isZero();
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
}
