package dev.holdfast.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Engines;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Guards;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.internal.breaker.SharedPermit;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One asynchronous call: cancelling, odd stages, and what is let go of. What guards decide is in {@code Guard*Test}. */
class AsyncCallTest {

    /** An answer that holds a connection. */
    private static final class Body {
        final int status;
        int closed;

        Body(int status) {
            this.status = status;
        }
    }

    private static final RateLimitHint<Body> HINT = new RateLimitHint<>() {
        @Override
        public int status(Body body) {
            return body.status;
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
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(1).successThreshold(1).build(holdfast);
    private final Deque<CheckedSupplier<@Nullable CompletionStage<Body>, Exception>> script = new ArrayDeque<>();

    private AsyncGuard guard(@Nullable CircuitBreaker breaker, Duration delay) {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(3)
                .baseDelay(delay)
                .jitter(Jitter.NONE)
                .build();
        return Guards.async("call")
                .result(HINT)
                .circuitBreaker(breaker)
                .backoff(backoff)
                .build(holdfast);
    }

    private CompletableFuture<Body> call(AsyncGuard guard) {
        Permit permit = guard.begin();
        CompletionStage<Body> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = script.remove().get();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return guard.follow(permit, first, failure, () -> script.remove().get());
    }

    private CompletableFuture<Body> call() {
        return call(guard(null, Duration.ofSeconds(1)));
    }

    private AsyncCallTest then(@Nullable CompletionStage<Body> stage) {
        script.add(() -> stage);
        return this;
    }

    private AsyncCallTest thenThrow(Exception failure) {
        script.add(() -> {
            throw failure;
        });
        return this;
    }

    private static CompletableFuture<Body> done(Body body) {
        return CompletableFuture.completedFuture(body);
    }

    private static CompletableFuture<Body> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }

    /** Lets the breaker half open, and returns whether its one place for a probe is free. */
    private boolean hasPlace() {
        Permit permit = breaker.tryAcquirePermit();
        if (permit != null) {
            permit.release();
        }
        return permit != null;
    }

    private void halfOpen() {
        breaker.acquirePermit().failed();
        time.advance(Duration.ofMinutes(1));
    }

    @Test
    void cancellingCancelsTheAttemptUnderWayAndGivesItsPermitBack() {
        halfOpen();
        CompletableFuture<Body> attempt = new CompletableFuture<>();
        CompletableFuture<Body> answer = then(attempt).call(guard(breaker, Duration.ofSeconds(1)));
        assertThat(hasPlace()).isFalse();
        assertThat(answer.cancel(true)).isTrue();
        assertThat(attempt).isCancelled();
        assertThat(hasPlace()).isTrue();
        assertThat(breaker.state()).as("neither success nor failure").isEqualTo(CircuitState.HALF_OPEN);
        assertThat(answer).isCancelled();
    }

    @Test
    void cancellingDuringAWaitEndsItAndLetsGoOfTheDroppedAnswerOnce() {
        Body bad = new Body(503);
        CompletableFuture<Body> answer = then(done(bad)).call();
        assertThat(time.waiting()).isEqualTo(1);
        assertThat(bad.closed).isZero();
        answer.cancel(true);
        answer.cancel(true);
        assertThat(time.waiting()).isZero();
        assertThat(bad.closed).isEqualTo(1);
    }

    @Test
    void whatComesAfterCancellingIsLetGoOf() {
        // Not cancelled with the rest: only its stage is handed out.
        CompletableFuture<Body> attempt = new CompletableFuture<>();
        CompletableFuture<Body> answer = then(attempt.minimalCompletionStage()).call();
        answer.cancel(true);
        Body late = new Body(200);
        attempt.complete(late);
        assertThat(late.closed).isEqualTo(1);
    }

    @Test
    void cancellingFromWithinAnAttemptCancelsThatToo() {
        CompletableFuture<Body> first = new CompletableFuture<>();
        CompletableFuture<Body> second = new CompletableFuture<>();
        CompletableFuture<Body> answer = then(first).call();
        script.add(() -> {
            answer.cancel(true);
            return second;
        });
        first.completeExceptionally(new IOException());
        time.drain();
        assertThat(answer).isCancelled();
        assertThat(second).isCancelled();
    }

    @Test
    void aFutureThatItsCallerCompletesIsNotTriedForAnyMore() {
        CompletableFuture<Body> attempt = new CompletableFuture<>();
        CompletableFuture<Body> answer = then(attempt).call(guard(breaker, Duration.ofSeconds(1)));
        Body mine = new Body(200);
        answer.complete(mine);
        assertThat(attempt).as("the delegate's own is not touched").isNotDone();
        Body late = new Body(503);
        attempt.complete(late);
        assertThat(answer.join()).isSameAs(mine);
        assertThat(late.closed).isEqualTo(1);
        assertThat(breaker.failureCount()).as("but it was an answer").isEqualTo(1);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void aCancelledAttemptIsNotTriedAgainAndCountsAsNothing() {
        CompletableFuture<Body> attempt = new CompletableFuture<>();
        CompletableFuture<Body> answer = then(attempt).call(guard(breaker, Duration.ofSeconds(1)));
        attempt.cancel(true);
        assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aSupplierThatThrowsOrReturnsNullIsAFailedAttempt() {
        IOException thrown = new IOException("thrown");
        CompletableFuture<Body> answer =
                then(null).thenThrow(thrown).thenThrow(thrown).call();
        time.drain();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isSameAs(thrown);
        then(null).then(null).then(null);
        CompletableFuture<Body> nothing = call();
        time.drain();
        assertThatThrownBy(nothing::join).cause().isInstanceOf(NullPointerException.class);
    }

    @Test
    void aStageThatRefusesItsCallbackIsAFailedAttempt() {
        class Broken extends CompletableFuture<Body> {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Body, Throwable, ? extends U> callback) {
                throw new UnsupportedOperationException("no callbacks");
            }
        }

        Body good = new Body(200);
        CompletableFuture<Body> answer = then(new Broken()).then(done(good)).call();
        time.drain();
        assertThat(answer.join()).isSameAs(good);
    }

    @Test
    void aCompletionExceptionIsUnwrappedOnce() {
        CompletionException inner = new CompletionException(new IOException());
        for (int i = 0; i < 3; i++) {
            then(failed(new CompletionException(inner)).thenApply(body -> body));
        }
        CompletableFuture<Body> answer = call();
        time.drain();
        assertThat(answer.handle((body, failure) -> failure).join()).isSameAs(inner);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThousandAttemptsThatFailAtOnceNeedNoStack(boolean minimal) {
        int[] attempts = {0};
        AsyncGuard guard = Guards.async("call")
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(1_000)
                        .baseDelay(Duration.ZERO)
                        .build())
                .build(holdfast);
        int[] depths = {0, 0};
        CompletableFuture<Body> answer = guard.follow(SharedPermit.NO_OP, failed(new IOException()), null, () -> {
            depths[attempts[0]++ == 0 ? 0 : 1] = new Throwable().getStackTrace().length;
            return minimal ? failed(new IOException()).minimalCompletionStage() : failed(new IOException());
        });
        assertThat(answer).isCompletedExceptionally();
        assertThat(attempts[0]).isEqualTo(999);
        assertThat(depths[1]).isLessThan(depths[0] + 5);
    }

    @Test
    void aClosedContextEndsItsWaitsWithTheLastAnswer() throws Exception {
        Holdfast real = Holdfast.builder().build();
        AsyncGuard guard = Guards.async("call")
                .backoff(ExponentialBackoff.builder()
                        .baseDelay(Duration.ofHours(1))
                        .maxDelay(Duration.ofHours(1))
                        .jitter(Jitter.NONE)
                        .build())
                .build(real);
        IOException failure = new IOException();
        CompletableFuture<Body> waiting = then(failed(failure)).call(guard);
        assertThat(waiting).isNotDone();
        real.close();
        assertThatThrownBy(() -> waiting.get(10, java.util.concurrent.TimeUnit.SECONDS))
                .cause()
                .isSameAs(failure);
        CompletableFuture<Body> later = then(failed(failure)).call(guard);
        assertThatThrownBy(() -> later.get(10, java.util.concurrent.TimeUnit.SECONDS))
                .cause()
                .isSameAs(failure);
        assertThat(script)
                .as("no attempt is made at once because it cannot wait")
                .isEmpty();
        real.close();
    }

    @Test
    void aRefusingTimerEndsAHeldFirstAttempt() {
        RejectedExecutionException full = new RejectedExecutionException("full");
        Holdfast refusing = time.holdfast()
                .timer((task, nanos) -> {
                    throw full;
                })
                .build();
        RateLimiter limiter = RateLimiter.builder().build(refusing);
        Engines.of(limiter).holdFor(1_000);
        AsyncGuard guard = Guards.async("call").rateLimiter(limiter).build(refusing);
        assertThatThrownBy(call(guard)::join).cause().isSameAs(full);
    }

    @Test
    void aClockThatBreaksFailsTheCallAndLeavesNoPermitBehind() {
        RuntimeException broken = new IllegalStateException("random");
        Holdfast rude = time.holdfast()
                .random(bound -> {
                    throw broken;
                })
                .build();
        AsyncGuard guard = Guards.async("call")
                .circuitBreaker(breaker)
                .backoff(ExponentialBackoff.builder().build())
                .build(rude);
        assertThatThrownBy(then(failed(new IOException())).call(guard)::join)
                .cause()
                .isSameAs(broken);
    }
}
