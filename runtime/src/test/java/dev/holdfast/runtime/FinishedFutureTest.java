package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever keeps a future that is done, as a cache does, keeps its answer and nothing of what it was asked with. */
class FinishedFutureTest {

    /** Big, and known to whatever makes attempts or answers for them. */
    private static final class Request {

        private final byte[] body = new byte[1 << 20];

        <T> T with(T answer) {
            assertThat(body).isNotEmpty();
            return answer;
        }
    }

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final Deque<CompletableFuture<String>> stages = new ArrayDeque<>();

    private CompletableFuture<String> call(Request request, boolean fallback) {
        AsyncResilienceBuilder<String> call = Resilience.<String>ofStage(() -> request.with(stages.remove()))
                .holdfast(holdfast)
                .timeout(TimeLimiter.builder().limit(Duration.ofMinutes(1)).build())
                .bulkhead(Bulkhead.builder().maxConcurrent(1).build(holdfast))
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(2)
                        .baseDelay(Duration.ofSeconds(1))
                        .jitter(Jitter.NONE)
                        .build());
        if (fallback) {
            call.fallback(failure -> request.with(CompletableFuture.completedFuture("instead of " + failure)));
        }
        return call.call();
    }

    /** Makes a call, ends it in some way, and looks what is left of its request. */
    private void assertForgotten(
            boolean fallback, List<CompletableFuture<String>> answers, Consumer<CompletableFuture<String>> end) {
        stages.addAll(answers);
        Request request = new Request();
        WeakReference<Request> left = new WeakReference<>(request);
        CompletableFuture<String> future = call(request, fallback);
        end.accept(future);
        assertThat(future).isDone();
        request = null;
        for (int i = 0; i < 100 && left.get() != null; i++) {
            System.gc();
        }
        assertThat(left.get()).isNull();
        Reference.reachabilityFence(future);
    }

    private static CompletableFuture<String> failed() {
        return CompletableFuture.failedFuture(new IOException());
    }

    @Test
    void afterASuccess() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        assertForgotten(false, List.of(stage), future -> stage.complete("good"));
    }

    @Test
    void afterARetry() {
        assertForgotten(false, List.of(failed(), CompletableFuture.completedFuture("good")), future -> time.drain());
    }

    @Test
    void afterTheLastFailure() {
        assertForgotten(false, List.of(failed(), failed()), future -> time.drain());
    }

    @Test
    void afterAFallback() {
        assertForgotten(true, List.of(failed(), failed()), future -> time.drain());
    }

    @Test
    void whereNoFallbackWasNeeded() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        assertForgotten(true, List.of(stage), future -> stage.complete("good"));
    }

    @Test
    void whenItIsCancelled() {
        assertForgotten(true, List.of(new CompletableFuture<>()), future -> future.cancel(true));
        assertForgotten(true, List.of(failed()), future -> future.cancel(true));
    }

    @Test
    void whenItsAttemptsTakeTooLong() {
        assertForgotten(
                false,
                List.of(new CompletableFuture<>(), new CompletableFuture<>()),
                future -> time.advance(Duration.ofMinutes(3)));
    }

    @Test
    void whenItsCallerCompletesIt() {
        assertForgotten(true, List.of(new CompletableFuture<>()), future -> future.complete("mine"));
        assertForgotten(true, List.of(failed()), future -> future.completeExceptionally(new IOException()));
    }
}
