package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.spi.CallSteps;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls that are driven by hand. */
class CallStepsTest {

    private static final long MILLI = 1_000_000;

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().name("mine").failureThreshold(3).build(holdfast);

    private AsyncResilienceBuilder<Object> builder() {
        return Resilience.<Object>ofStage(() -> CompletableFuture.completedFuture("unused"))
                .holdfast(holdfast)
                .circuitBreaker(breaker);
    }

    private ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(3)
                .baseDelay(Duration.ofMillis(100))
                .jitter(Jitter.NONE);
    }

    private CallSteps steps(AsyncResilienceBuilder<Object> builder) {
        return builder.build().steps(askedAgain::incrementAndGet);
    }

    @Test
    void aGoodResultIsTheCalls() {
        CallSteps call = steps(builder().backoff(backoff().build()));
        assertThat(call.next()).isZero();
        assertThat(call.returned("good")).isTrue();
        assertThat(call.next()).isEqualTo(CallSteps.STOP);
    }

    @Test
    void afterAFailureThereIsAWaitAndAnotherAttempt() {
        CallSteps call = steps(builder().backoff(backoff().build()));
        for (int i = 1; i <= 2; i++) {
            assertThat(call.next()).isZero();
            assertThat(call.failed(new IOException("" + i))).isFalse();
            assertThat(call.next()).isEqualTo(i * 100 * MILLI);
            time.advance(Duration.ofMillis(i * 100));
        }
        assertThat(call.next()).isZero();
        assertThat(call.failed(new IOException("3"))).isTrue();
        assertThat(call.next()).isEqualTo(CallSteps.STOP);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThatThrownBy(() -> steps(builder()).next()).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void aFailureInTheMiddleOfAnAnswerCountsAndIsTheLast() {
        CallSteps call = steps(builder().backoff(backoff().build()));
        assertThat(call.next()).isZero();
        call.brokeOff(new IOException("in the middle"));
        assertThat(breaker.failureCount()).isEqualTo(1);
        assertThat(call.next()).isEqualTo(CallSteps.STOP);
        call.cancel();
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void aRejectionBetweenAttemptsEndsTheCall() {
        CallSteps call = steps(builder().backoff(backoff().build()));
        assertThat(call.next()).isZero();
        assertThat(call.failed(new IOException("1"))).isFalse();
        assertThat(call.next()).isEqualTo(100 * MILLI);
        breaker.forceOpen();
        assertThat(call.next()).isEqualTo(CallSteps.STOP);
    }

    @Test
    void aResultThatIsNotTheCallsIsClosedBeforeTheNextAttempt() {
        AtomicInteger closed = new AtomicInteger();
        AutoCloseable bad = closed::incrementAndGet;
        CallSteps call =
                steps(builder().backoff(backoff().build()).retryResult(result -> result instanceof AutoCloseable));
        assertThat(call.next()).isZero();
        assertThat(call.returned(bad)).isFalse();
        assertThat(call.next()).isEqualTo(100 * MILLI);
        assertThat(closed).hasValue(0);
        assertThat(call.next()).isZero();
        assertThat(closed).hasValue(1);
        call.cancel();
        assertThat(closed).hasValue(1);
    }

    @Test
    void aHoldIsAWait() {
        RateLimiter limiter = RateLimiter.builder().name("limit").build(holdfast);
        AsyncResilienceBuilder<Object> builder =
                builder().rateLimiter(limiter).status(result -> 429).retryAfter(result -> "2");
        CallSteps call = steps(builder);
        assertThat(call.next()).isZero();
        assertThat(call.returned("refused")).isFalse();
        assertThat(call.next()).isBetween(2000 * MILLI, 2200 * MILLI);
        assertThat(steps(builder).next()).isBetween(2000 * MILLI, 2200 * MILLI);
    }

    @Test
    void aPlaceInTheBulkheadIsWaitedFor() {
        Bulkhead bulkhead = Bulkhead.builder()
                .name("one")
                .maxConcurrent(1)
                .maxWait(Duration.ofSeconds(5))
                .build(holdfast);
        CallSteps first = steps(builder().bulkhead(bulkhead));
        CallSteps second = steps(builder().bulkhead(bulkhead));
        CallSteps third = steps(builder().bulkhead(bulkhead));
        assertThat(first.next()).isZero();
        assertThat(second.next()).isEqualTo(5000 * MILLI);
        assertThat(third.next()).isEqualTo(5000 * MILLI);
        first.cancel();
        assertThat(askedAgain).hasValue(1);
        assertThat(second.next()).isZero();
        assertThat(second.returned("good")).isTrue();
        assertThat(askedAgain).hasValue(2);
        third.cancel();
        assertThat(bulkhead.available()).isEqualTo(1);

        assertThat(steps(builder().bulkhead(bulkhead)).next()).isZero();
        CallSteps late = steps(builder().bulkhead(bulkhead));
        assertThat(late.next()).isEqualTo(5000 * MILLI);
        time.advance(Duration.ofSeconds(5));
        assertThatThrownBy(late::next).isInstanceOf(BulkheadFullException.class);
    }

    @Test
    void afterAWaitInAClosedContextThereIsNoAttempt() {
        CallSteps call = steps(builder().backoff(backoff().build()));
        assertThat(call.next()).isZero();
        assertThat(call.failed(new IOException("1"))).isFalse();
        assertThat(call.next()).isEqualTo(100 * MILLI);
        holdfast.close();
        time.advance(Duration.ofMillis(100));
        assertThat(call.next()).isEqualTo(CallSteps.STOP);
        assertThat(call.next()).isEqualTo(CallSteps.STOP);

        CallSteps later = steps(builder().backoff(backoff().build()));
        assertThat(later.next()).isZero();
        assertThat(later.failed(new IOException("2"))).isFalse();
        assertThat(later.next()).as("nor a wait").isEqualTo(CallSteps.STOP);
    }

    @Test
    void aCallThatWaitsForAPlaceInAClosedContextIsRejected() {
        Bulkhead bulkhead = Bulkhead.builder()
                .name("one")
                .maxConcurrent(1)
                .maxWait(Duration.ofSeconds(5))
                .build(holdfast);
        CallSteps first = steps(builder().bulkhead(bulkhead));
        CallSteps second = steps(builder().bulkhead(bulkhead));
        assertThat(first.next()).isZero();
        assertThat(second.next()).isEqualTo(5000 * MILLI);
        holdfast.close();
        assertThat(first.returned("good")).isTrue();
        assertThat(askedAgain).hasValue(1);
        assertThatThrownBy(second::next).isInstanceOf(RejectedExecutionException.class);
        CallSteps third = steps(builder().bulkhead(bulkhead));
        assertThat(third.next()).as("its place was given back").isZero();
        CallSteps fourth = steps(builder().bulkhead(bulkhead));
        assertThatThrownBy(fourth::next).isInstanceOf(RejectedExecutionException.class);
        third.cancel();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void cancelCountsAsNothing() {
        CallSteps call = steps(builder().backoff(backoff().build()));
        assertThat(call.next()).isZero();
        call.cancel();
        assertThat(call.next()).isEqualTo(CallSteps.STOP);
        assertThat(breaker.failureCount()).isZero();
        assertThat(breaker.successCount()).isZero();
    }

    @Test
    void timeIsLimitedByTheTimeoutAndTheDeadline() {
        CallSteps call = steps(builder()
                .timeout(TimeLimiter.builder().limit(Duration.ofSeconds(1)).build())
                .backoff(backoff().deadline(Duration.ofMillis(1500)).build()));
        assertThat(call.next()).isZero();
        assertThat(call.timeLimitNanos()).isEqualTo(1000 * MILLI);
        time.advance(Duration.ofSeconds(1));
        assertThat(call.failed(call.timeout())).isFalse();
        assertThat(breaker.failureCount()).isEqualTo(1);
        assertThat(call.next()).isEqualTo(100 * MILLI);
        time.advance(Duration.ofMillis(100));
        assertThat(call.next()).isZero();
        assertThat(call.timeLimitNanos()).isEqualTo(400 * MILLI);
        time.advance(Duration.ofMillis(400));
        assertThat(call.failed(call.timeout())).isTrue();
    }
}
