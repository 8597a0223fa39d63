package dev.holdfast.benchmarks.pending;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.AsyncResilience;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Resilience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asynchronous calls that have failed once and wait for their second attempt. */
final class PendingRetries {

    /** One failure for all calls: what the delegate's own futures need is not measured. */
    private static final CompletableFuture<String> FAILED = CompletableFuture.failedFuture(new IOException());

    private PendingRetries() {}

    /**
     * What so many calls hold on to.
     *
     * @param bytes heap for each
     * @param threads threads that have come
     */
    record Held(double bytes, long threads) {}

    static Held hold(int calls) {
        try (Holdfast holdfast = Holdfast.builder().build()) {
            AsyncResilience<String> call = Resilience.<String>ofStage(() -> FAILED)
                    .holdfast(holdfast)
                    .backoff(backoff(Duration.ofHours(1)))
                    .build();
            // The first one makes what they all share.
            CompletableFuture<String> first = call.call();
            List<CompletableFuture<String>> pending = new ArrayList<>(calls);
            int threads = Thread.getAllStackTraces().size();
            long before = usedHeap();
            for (int i = 0; i < calls; i++) {
                pending.add(call.call());
            }
            long after = usedHeap();
            int more = Thread.getAllStackTraces().size() - threads;
            if (first.isDone() || pending.stream().anyMatch(CompletableFuture::isDone)) {
                throw new IllegalStateException("a call does not wait");
            }
            return new Held((double) (after - before) / calls, 1 + more);
        }
    }

    /** How much later than asked for attempts begin on an idle machine, in nanoseconds, sorted. */
    static long[] lateness(int calls, Duration wait) throws InterruptedException {
        long[] late = new long[calls];
        try (Holdfast holdfast = Holdfast.builder().build()) {
            for (int i = 0; i < calls; i++) {
                int number = i;
                long begin = System.nanoTime();
                boolean[] again = {false};
                CompletableFuture<String> done = Resilience.<String>ofStage(() -> {
                            if (again[0]) {
                                late[number] = System.nanoTime() - begin - wait.toNanos();
                                return CompletableFuture.completedFuture("");
                            }
                            again[0] = true;
                            return FAILED;
                        })
                        .holdfast(holdfast)
                        .backoff(backoff(wait))
                        .call();
                done.join();
            }
        }
        Arrays.sort(late);
        return late;
    }

    private static ExponentialBackoff backoff(Duration delay) {
        return ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(delay)
                .maxDelay(delay)
                .jitter(Jitter.NONE)
                .build();
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
