package dev.holdfast.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Guards;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.Fallbacks;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An asynchronous call whose fallback answers in the end. */
class FallbackCallTest {

    /** An answer that can be let go of. */
    private static final class Body {
        int closed;
    }

    private static final RateLimitHint<Body> HINT = new RateLimitHint<>() {
        @Override
        public int status(Body body) {
            return 200;
        }

        @Override
        public @Nullable String retryAfter(Body body) {
            return null;
        }

        @Override
        public void discard(Body body) {
            body.closed++;
        }
    };

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final List<Throwable> seen = new ArrayList<>();
    private final CompletableFuture<Body> answer = new CompletableFuture<>();

    private AsyncGuard guard(Holdfast context) {
        return Guards.async("Client.call")
                .result(HINT)
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(2)
                        .baseDelay(Duration.ofMillis(10))
                        .jitter(Jitter.NONE)
                        .build())
                .fallback(Fallbacks.builder().build())
                .build(context);
    }

    /** A call whose attempts all fail, and whose fallback answers with {@link #answer}. */
    private CompletableFuture<Body> call(Throwable... failures) {
        List<Throwable> left = new ArrayList<>(List.of(failures));
        AsyncGuard guard = guard(holdfast);
        return guard.follow(
                guard.begin(),
                CompletableFuture.failedFuture(left.remove(0)),
                null,
                () -> CompletableFuture.failedFuture(left.remove(0)),
                this::fallBack);
    }

    private CompletionStage<Body> fallBack(Throwable failure) {
        seen.add(failure);
        return answer;
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        try {
            future.get();
            throw new AssertionError("it has not failed");
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    @Test
    void itIsAskedOnceWithTheLastFailure() {
        IOException last = new IOException("2");
        CompletableFuture<Body> future = call(new IOException("1"), last);
        assertThat(seen).isEmpty();
        time.drain();
        assertThat(seen).containsExactly(last);
        assertThat(future).isNotDone();
        Body body = new Body();
        answer.complete(body);
        assertThat(future).isCompletedWithValue(body);
        assertThat(body.closed).isZero();
    }

    @Test
    void aRejectionIsAnsweredToo() {
        CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
        breaker.forceOpen();
        AsyncGuard guard = Guards.async("Client.call")
                .circuitBreaker(breaker)
                .fallback(Fallbacks.builder().build())
                .build(holdfast);
        guard.follow(guard.begin(), null, null, () -> null, this::fallBack);
        assertThat(seen).singleElement().isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void whatItIsNotForGoesToTheCaller() throws Exception {
        AssertionError error = new AssertionError();
        assertThat(failure(call(error))).isSameAs(error);
        CompletableFuture<Body> cancelled = call(new CancellationException());
        assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void itsOwnFailureKeepsTheFirst() throws Exception {
        IOException last = new IOException();
        CompletableFuture<Body> future = call(new IOException(), last);
        time.drain();
        IllegalStateException own = new IllegalStateException();
        answer.completeExceptionally(new CompletionException(own));
        assertThat(failure(future)).isSameAs(own).hasSuppressedException(last);
    }

    @Test
    void oneThatThrowsOrReturnsNothingHasFailed() throws Exception {
        AsyncGuard guard = guard(holdfast);
        IOException last = new IOException();
        IllegalStateException own = new IllegalStateException();
        CompletableFuture<Body> thrown = guard.follow(
                guard.begin(), null, new AssertionError(), () -> CompletableFuture.failedFuture(last), failure -> {
                    throw own;
                });
        assertThat(failure(thrown)).isInstanceOf(AssertionError.class);
        thrown = guard.follow(guard.begin(), null, last, () -> CompletableFuture.failedFuture(last), failure -> {
            throw own;
        });
        time.drain();
        assertThat(failure(thrown)).isSameAs(own).hasSuppressedException(last);
        CompletableFuture<Body> nothing =
                guard.follow(guard.begin(), null, last, () -> CompletableFuture.failedFuture(last), failure -> null);
        time.drain();
        assertThat(failure(nothing))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the fallback returned null, not a stage")
                .hasSuppressedException(last);
    }

    @Test
    void cancellingCancelsIt() {
        CompletableFuture<Body> future = call(new IOException(), new IOException());
        time.drain();
        assertThat(future.cancel(true)).isTrue();
        assertThat(answer).isCancelled();
        assertThat(seen).hasSize(1);
    }

    @Test
    void cancellingBeforehandAsksForNone() {
        CompletableFuture<Body> future = call(new IOException(), new IOException());
        future.cancel(true);
        time.drain();
        assertThat(seen).isEmpty();
    }

    @Test
    void whatComesTooLateIsLetGoOf() {
        CompletableFuture<Body> future = call(new IOException(), new IOException());
        time.drain();
        Body mine = new Body();
        future.complete(mine);
        Body late = new Body();
        answer.complete(late);
        assertThat(future).isCompletedWithValue(mine);
        assertThat(late.closed).isEqualTo(1);
        assertThat(mine.closed).isZero();
    }

    @Test
    void aFutureThatItsCallerHasCompletedAsksForNone() {
        AsyncGuard guard = Guards.async("Client.call")
                .fallback(Fallbacks.builder().build())
                .build(holdfast);
        CompletableFuture<Body> attempt = new CompletableFuture<>();
        CompletableFuture<Body> future = guard.follow(guard.begin(), attempt, null, () -> attempt, this::fallBack);
        Body mine = new Body();
        future.complete(mine);
        attempt.completeExceptionally(new IOException());
        assertThat(future).isCompletedWithValue(mine);
        assertThat(seen).isEmpty();
    }

    @Test
    void aStageThatIsCancelledWhileItIsMadeIsLetGoOf() {
        AsyncGuard guard = guard(holdfast);
        List<CompletableFuture<Body>> futures = new ArrayList<>();
        futures.add(guard.follow(
                guard.begin(),
                CompletableFuture.failedFuture(new IOException()),
                null,
                () -> CompletableFuture.failedFuture(new IOException()),
                failure -> {
                    futures.get(0).cancel(true);
                    return answer;
                }));
        time.drain();
        assertThat(futures.get(0)).isCancelled();
        assertThat(answer).isCancelled();
    }

    /** A broken clock must not keep the fallback from answering. */
    @Test
    void itAnswersForWhatBreaksACallToo() {
        Holdfast broken = time.holdfast()
                .timer((task, nanos) -> {
                    throw new IllegalStateException("broken");
                })
                .build();
        AsyncGuard guard = guard(broken);
        CompletableFuture<Body> future = guard.follow(
                guard.begin(), CompletableFuture.failedFuture(new IOException()), null, () -> answer, this::fallBack);
        assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
        answer.complete(new Body());
        assertThat(future).isCompletedWithValueMatching(body -> body.closed == 0);
    }

    @Test
    void itNeverRunsOnTheTimersThread() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (Holdfast real = Holdfast.builder().build()) {
            AsyncGuard guard = guard(real);
            List<CompletableFuture<Body>> futures = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                futures.add(guard.follow(
                        guard.begin(),
                        CompletableFuture.failedFuture(new IOException()),
                        null,
                        () -> CompletableFuture.failedFuture(new IOException()),
                        failure -> {
                            threads.add(Thread.currentThread().getName());
                            return CompletableFuture.completedFuture(new Body());
                        }));
            }
            for (CompletableFuture<Body> each : futures) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(threads).isNotEmpty().doesNotContain("holdfast-timer");
    }
}
