package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The helper for asynchronous calls without an interface. */
class AsyncResilienceTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().random(bound -> 0).build();
    private final AtomicInteger calls = new AtomicInteger();
    private final ExponentialBackoff backoff = ExponentialBackoff.builder()
            .maxAttempts(3)
            .baseDelay(Duration.ofSeconds(1))
            .jitter(Jitter.NONE)
            .build();

    private CompletionStage<String> failing() {
        return CompletableFuture.failedFuture(new IOException("call " + calls.incrementAndGet()));
    }

    private CompletionStage<Integer> statuses(int... statuses) {
        return CompletableFuture.completedFuture(statuses[calls.getAndIncrement()]);
    }

    @Test
    void withoutPoliciesTheCallIsMadeOnceAndItsFutureReturned() {
        CompletableFuture<String> done = CompletableFuture.completedFuture("good");
        assertThat(Resilience.<String>ofStage(() -> done).call()).isSameAs(done);
        assertThatThrownBy(Resilience.<String>ofStage(this::failing).call()::join)
                .hasMessageContaining("call 1");
    }

    @Test
    void retriesWithoutBlockingAndThrowsNothing() {
        CompletableFuture<String> answer = Resilience.<String>ofStage(this::failing)
                .holdfast(holdfast)
                .backoff(backoff)
                .retryOn(IOException.class)
                .call();
        assertThat(answer).isNotDone();
        assertThat(calls).hasValue(1);
        assertThat(time.drain()).hasSeconds(3);
        assertThatThrownBy(answer::join).cause().isInstanceOf(IOException.class).hasMessage("call 3");
        CompletableFuture<String> thrown = Resilience.<String>ofStage(() -> {
                    throw new IOException("thrown");
                })
                .call();
        assertThatThrownBy(thrown::join).cause().hasMessage("thrown");
    }

    @Test
    void readsStatusHintAndPredicates() {
        RateLimiter limiter = RateLimiter.builder().build(holdfast);
        CompletableFuture<Integer> answer = Resilience.<Integer>ofStage(() -> statuses(429, 503, 299, 200))
                .holdfast(holdfast)
                .name("statuses")
                .backoff(ExponentialBackoff.builder().jitter(Jitter.NONE).build())
                .rateLimiter(limiter)
                .status(Integer::intValue)
                .retryAfter(status -> status == 429 ? "10" : null)
                .retryResult(status -> status == 299)
                .call();
        time.drain();
        assertThat(answer.join()).isEqualTo(200);
        assertThat(time.sleeps())
                .isEqualTo(List.of(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    @Test
    void readsTheStatusOfExceptionsAndTellsTheBreaker() {
        CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
        AsyncResilience<String> call = Resilience.<String>ofStage(this::failing)
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .backoff(backoff)
                .failureStatus(failure -> 404)
                .build();
        assertThat(call.call()).isCompletedExceptionally();
        assertThat(calls).as("a 404 is not retried").hasValue(1);
        assertThat(breaker.failureCount()).isZero();
        CircuitBreaker strict = CircuitBreaker.builder().failureThreshold(1).build(holdfast);
        AsyncResilience<Integer> judged = Resilience.<Integer>ofStage(() -> CompletableFuture.completedFuture(-1))
                .circuitBreaker(strict)
                .failureResult(value -> value < 0)
                .build();
        assertThat(judged.call().join()).isEqualTo(-1);
        assertThatThrownBy(judged.call()::join).cause().isInstanceOf(CircuitOpenException.class);
    }
}
