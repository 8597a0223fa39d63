package dev.holdfast.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.ExponentialBackoffBuilder;
import dev.holdfast.runtime.Guards;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.AsyncGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executors of all kinds, with the real timer. */
@Timeout(120)
class HandOverTest {

    private static final String TIMER = "holdfast-timer";
    private static final Duration LIMIT = Duration.ofMillis(20);

    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();

    private static ExponentialBackoffBuilder backoff(int attempts, Duration delay) {
        return ExponentialBackoff.builder()
                .maxAttempts(attempts)
                .baseDelay(delay)
                .maxDelay(Duration.ofMinutes(1))
                .jitter(Jitter.NONE);
    }

    private CompletionStage<String> failing() {
        threads.add(Thread.currentThread().getName());
        return CompletableFuture.failedFuture(new IOException("attempt " + attempts.incrementAndGet()));
    }

    private CompletionStage<String> endless() {
        threads.add(Thread.currentThread().getName());
        attempts.incrementAndGet();
        return new CompletableFuture<>();
    }

    private static CompletableFuture<String> call(
            AsyncGuard guard, CheckedSupplier<CompletionStage<String>, RuntimeException> delegate) {
        return guard.follow(null, null, null, delegate);
    }

    /** What a future ends with; notes the thread that says so. */
    private Throwable failure(CompletableFuture<String> future) throws Exception {
        return future.handle((value, failure) -> {
                    threads.add(Thread.currentThread().getName());
                    return failure;
                })
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void anExecutorThatRunsInTheCallingThreadDoesNotRunInTheTimers() throws Exception {
        try (Holdfast holdfast = Holdfast.builder().executor(Runnable::run).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(3, Duration.ofMillis(1)).build())
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(LIMIT)
                            .build())
                    .build(holdfast);
            assertThat(failure(call(guard, this::failing))).hasMessage("attempt 3");
            assertThat(failure(call(guard, this::endless))).isInstanceOf(CallTimeoutException.class);
        }
        assertThat(attempts).hasValue(6);
        assertThat(threads).isNotEmpty().doesNotContain(TIMER);
    }

    @Test
    void whatBlocksInTheCallingThreadDelaysNobodyElse() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Holdfast holdfast = Holdfast.builder().executor(Runnable::run).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(2, Duration.ofMillis(1)).build())
                    .build(holdfast);
            List<CompletableFuture<String>> blocked = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                AtomicInteger calls = new AtomicInteger();
                blocked.add(call(guard, () -> {
                    if (calls.incrementAndGet() == 2) {
                        awaitQuietly(end);
                    }
                    return failing();
                }));
            }
            assertThat(failure(call(guard, this::failing))).isInstanceOf(IOException.class);
            assertThat(blocked).noneMatch(CompletableFuture::isDone);
            end.countDown();
            for (CompletableFuture<String> each : blocked) {
                assertThat(failure(each)).isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 5_000, 50_000})
    void aCrowdThatWaitsForOnePlaceNeedsNoDeepStack(int crowd) throws Exception {
        try (Holdfast holdfast = Holdfast.builder().executor(Runnable::run).build()) {
            passThrough(holdfast, crowd);
        }
    }

    @Test
    void theSameWhereThePoolIsFull() throws Exception {
        ThreadPoolExecutor full = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        CountDownLatch end = new CountDownLatch(1);
        full.execute(() -> awaitQuietly(end));
        try (Holdfast holdfast = Holdfast.builder().executor(full).build()) {
            passThrough(holdfast, 5_000);
        } finally {
            end.countDown();
            full.shutdown();
        }
    }

    private void passThrough(Holdfast holdfast, int crowd) throws Exception {
        Bulkhead bulkhead =
                Bulkhead.builder().maxConcurrent(1).maxWait(Duration.ofHours(1)).build(holdfast);
        AsyncGuard guard = Guards.async("call").bulkhead(bulkhead).build(holdfast);
        CompletableFuture<String> first = new CompletableFuture<>();
        List<CompletableFuture<String>> all = new ArrayList<>();
        all.add(call(guard, () -> first));
        for (int i = 0; i < crowd; i++) {
            all.add(call(guard, () -> CompletableFuture.completedFuture("ok")));
        }
        assertThat(bulkhead.waiting()).isEqualTo(crowd);
        first.complete("ok");
        for (CompletableFuture<String> each : all) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo("ok");
        }
        while (bulkhead.available() < 1) {
            // The last one has told its caller first.
            Thread.onSpinWait();
        }
        assertThat(bulkhead.waiting()).isZero();
    }

    /** What is begun within something else must not wait for the end of that. */
    @Test
    void aCallThatWaitsForAnotherInTheCallingThreadGetsIt() throws Exception {
        try (Holdfast holdfast = Holdfast.builder().executor(Runnable::run).build()) {
            Bulkhead bulkhead = Bulkhead.builder()
                    .maxConcurrent(1)
                    .maxWait(Duration.ofHours(1))
                    .build(holdfast);
            AsyncGuard guard = Guards.async("call").bulkhead(bulkhead).build(holdfast);
            bulkhead.acquire();
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(call(guard, () -> CompletableFuture.completedFuture("ok")));
            }
            CompletableFuture<String> chained =
                    all.get(0).thenApply(ok -> all.get(99).join());
            bulkhead.release();
            assertThat(chained.get(60, TimeUnit.SECONDS)).isEqualTo("ok");
        }
    }

    @Test
    void aTimeLimitDoesNotWaitForABusyExecutorButTheNextAttemptDoes() throws Exception {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        try (Holdfast holdfast = Holdfast.builder().executor(waiting::add).build()) {
            AsyncGuard once = Guards.async("call")
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(LIMIT)
                            .build())
                    .build(holdfast);
            CompletableFuture<String> stage = new CompletableFuture<>();
            assertThat(failure(call(once, () -> stage))).isInstanceOf(CallTimeoutException.class);
            assertThat(stage).isCancelled();

            AsyncGuard twice = Guards.async("call")
                    .backoff(backoff(2, Duration.ZERO).build())
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(LIMIT)
                            .build())
                    .build(holdfast);
            CompletableFuture<String> later = new CompletableFuture<>();
            CompletableFuture<String> future = call(twice, () -> {
                threads.add(Thread.currentThread().getName());
                return attempts.incrementAndGet() == 1 ? later : CompletableFuture.completedFuture("ok");
            });
            threads.clear();
            while (!later.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(future).isNotDone();
            while (!future.isDone()) {
                Runnable next = waiting.poll();
                if (next != null) {
                    next.run();
                }
            }
            assertThat(future).isCompletedWithValue("ok");
            assertThat(attempts).hasValue(2);
            assertThat(threads).containsExactly(Thread.currentThread().getName());
        }
    }

    @Test
    void aDeadlineDoesNotWaitForABusyExecutor() throws Exception {
        try (Holdfast holdfast = Holdfast.builder().executor(task -> {}).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(3, Duration.ofMillis(1))
                            .deadline(Duration.ofMillis(100))
                            .build())
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(Duration.ofMinutes(1))
                            .build())
                    .build(holdfast);
            assertThat(failure(call(guard, this::failing))).hasMessage("attempt 1");
        }
    }

    @Test
    void anExecutorThatBlocksInExecuteDelaysNoTimeLimit() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Executor blocking = task -> awaitQuietly(end);
        try (Holdfast holdfast = Holdfast.builder().executor(blocking).build()) {
            AsyncGuard guard = Guards.async("call")
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(LIMIT)
                            .build())
                    .build(holdfast);
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                all.add(call(guard, this::endless));
            }
            for (CompletableFuture<String> each : all) {
                assertThat(failure(each)).isInstanceOf(CallTimeoutException.class);
            }
        } finally {
            end.countDown();
        }
        assertThat(threads).doesNotContain(TIMER);
    }

    /** The last answer stands where there is no place for another attempt. */
    @Test
    void anExecutorThatRefusesEndsWhatWouldFollow() throws Exception {
        Executor refusing = task -> {
            throw new RejectedExecutionException("full");
        };
        try (Holdfast holdfast = Holdfast.builder().executor(refusing).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(3, Duration.ZERO).build())
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(LIMIT)
                            .build())
                    .build(holdfast);
            CompletableFuture<String> stage = new CompletableFuture<>();
            CompletableFuture<String> future = call(guard, () -> {
                attempts.incrementAndGet();
                return stage;
            });
            assertThat(failure(future)).isInstanceOf(CallTimeoutException.class);
            assertThat(stage).isCancelled();
            assertThat(attempts).hasValue(1);
        }
        assertThat(threads).doesNotContain(TIMER);
    }

    /** Closing meets calls at every point of a short wait. */
    @Test
    void everyFutureEndsWhenTheContextIsClosed() throws Exception {
        for (int round = 0; round < 3_000; round++) {
            Holdfast holdfast = Holdfast.builder().build();
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(3, Duration.ofNanos(20_000)).build())
                    .build(holdfast);
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(call(guard, this::failing));
            }
            holdfast.close();
            for (CompletableFuture<String> each : all) {
                assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS))
                        .describedAs("round %d", round)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aCallThatIsCancelledWhileTheExecutorIsBusyIsNotMade() throws Exception {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        try (Holdfast holdfast = Holdfast.builder().executor(waiting::add).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(2, Duration.ofMillis(1)).build())
                    .build(holdfast);
            CompletableFuture<String> future = call(guard, this::failing);
            while (waiting.isEmpty()) {
                Thread.onSpinWait();
            }
            future.cancel(true);
            waiting.remove().run();

            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
            assertThat(attempts).hasValue(1);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
