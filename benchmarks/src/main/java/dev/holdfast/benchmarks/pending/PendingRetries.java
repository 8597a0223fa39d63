package dev.holdfast.benchmarks.pending;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.ServiceDownException;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

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
            return hold(calls, call::call);
        }
    }

    /** The same for calls of a client that waits an hour before its second attempt. */
    static Held hold(int calls, Subject subject) {
        FailingDelegate delegate = new FailingDelegate();
        AsyncClient client = subject.protectAsync(Policies.LATE_RETRY, delegate);
        return hold(calls, () -> {
            CompletionStage<Answer> stage = client.get(1);
            delegate.awaitCall();
            return stage.toCompletableFuture();
        });
    }

    private static Held hold(int calls, Supplier<CompletableFuture<?>> call) {
        // The first one makes what they all share.
        CompletableFuture<?> first = call.get();
        List<CompletableFuture<?>> pending = new ArrayList<>(calls);
        int threads = Thread.getAllStackTraces().size();
        long before = usedHeap();
        for (int i = 0; i < calls; i++) {
            pending.add(call.get());
        }
        long after = usedHeap();
        int more = Thread.getAllStackTraces().size() - threads;
        if (first.isDone() || pending.stream().anyMatch(CompletableFuture::isDone)) {
            throw new IllegalStateException("a call does not wait");
        }
        return new Held((double) (after - before) / calls, 1 + more);
    }

    /** Fails at once, and lets a caller wait for libraries that call it on a thread of their own. */
    private static final class FailingDelegate implements AsyncDelegate {

        private final CompletionStage<Answer> failed = CompletableFuture.failedFuture(ServiceDownException.INSTANCE);
        private final Semaphore called = new Semaphore(0);

        @Override
        public CompletionStage<Answer> get(int key) {
            called.release();
            return failed;
        }

        @Override
        public void finish() {}

        void awaitCall() {
            called.acquireUninterruptibly();
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
