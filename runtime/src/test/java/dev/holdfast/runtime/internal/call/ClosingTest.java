package dev.holdfast.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.AsyncResilienceBuilder;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Engines;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.ExponentialBackoffBuilder;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.ResilienceBuilder;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands between two attempts where closing the answer of the first takes long: nothing is in hand meanwhile, and all is asked again. */
class ClosingTest {

    /** An answer whose body takes its time to close. */
    private final class Body implements AutoCloseable {
        private final int status;
        private int closed;

        Body(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        @Override
        public void close() {
            closed++;
            whileClosing.run();
        }
    }

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final RateLimiter limiter = RateLimiter.builder().build(holdfast);
    private final Bulkhead bulkhead =
            Bulkhead.builder().maxConcurrent(1).maxWait(Duration.ofSeconds(1)).build(holdfast);
    private final CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
    private final List<Body> answers = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private Runnable whileClosing = () -> {};
    private int next;

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private Body answer() {
        if (next == answers.size()) {
            answers.add(new Body(200));
        }
        return answers.get(next++);
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(3)
                .baseDelay(Duration.ofSeconds(1))
                .jitter(Jitter.NONE);
    }

    private ResilienceBuilder<Body, RuntimeException> sync() {
        return Resilience.<Body, RuntimeException>of(this::answer)
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .rateLimiter(limiter)
                .bulkhead(bulkhead)
                .status(Body::status);
    }

    private AsyncResilienceBuilder<Body> async() {
        return Resilience.<Body>ofStage(() -> CompletableFuture.completedFuture(answer()))
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .rateLimiter(limiter)
                .bulkhead(bulkhead)
                .status(Body::status);
    }

    private void refuse(int status) {
        answers.add(new Body(status));
    }

    @Test
    void noPlaceIsTakenMeanwhile() {
        refuse(503);
        whileClosing = () -> free.add(bulkhead.available());
        assertThat(sync().backoff(backoff().build()).call().status()).isEqualTo(200);
        assertThat(free).containsExactly(1);
    }

    @Test
    void noPlaceIsTakenMeanwhileByAStage() {
        refuse(503);
        whileClosing = () -> free.add(bulkhead.available());
        CompletableFuture<Body> call = async().backoff(backoff().build()).call();
        time.drain();
        assertThat(call).isCompletedWithValueMatching(body -> body.status() == 200);
        assertThat(free).containsExactly(1);
    }

    @Test
    void aHoldThatBeginsMeanwhileIsObeyed() {
        refuse(503);
        whileClosing = () -> Engines.of(limiter).holdFor(Duration.ofSeconds(7).toNanos());
        long start = time.nanoTime();
        assertThat(sync().backoff(backoff().build()).call().status()).isEqualTo(200);
        assertThat(time.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(8).toNanos());
    }

    @Test
    void aHoldThatBeginsMeanwhileIsObeyedByAStage() {
        refuse(503);
        whileClosing = () -> Engines.of(limiter).holdFor(Duration.ofSeconds(7).toNanos());
        long start = time.nanoTime();
        CompletableFuture<Body> call = async().backoff(backoff().build()).call();
        time.drain();
        assertThat(call).isCompletedWithValueMatching(body -> body.status() == 200);
        assertThat(time.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(8).toNanos());
    }

    @Test
    void aResultThatIsClosedIsNotTheCallersAnswer() {
        refuse(503);
        whileClosing = breaker::forceOpen;
        assertThatThrownBy(() -> sync().backoff(backoff().build()).call()).isInstanceOf(CircuitOpenException.class);
        assertThat(answers.get(0).closed).isEqualTo(1);
    }

    @Test
    void aResultThatIsClosedIsNotTheCallersAnswerFromAStage() {
        refuse(503);
        whileClosing = breaker::forceOpen;
        CompletableFuture<Body> call = async().backoff(backoff().build()).call();
        time.drain();
        assertThatThrownBy(call::join).hasCauseInstanceOf(CircuitOpenException.class);
        assertThat(answers.get(0).closed).isEqualTo(1);
    }

    @Test
    void whatIsKnownToBeRejectedReachesTheCallerOpen() throws InterruptedException {
        refuse(503);
        Bulkhead full = Bulkhead.builder().maxConcurrent(1).build(holdfast);
        Body body = Resilience.<Body, RuntimeException>of(() -> {
                    time.schedule(full::tryAcquire, 1);
                    return answer();
                })
                .holdfast(holdfast)
                .backoff(backoff().build())
                .bulkhead(full)
                .status(Body::status)
                .call();
        assertThat(body.closed).isZero();
        assertThat(body.status()).isEqualTo(503);
    }

    @Test
    void noAttemptBeginsAfterADeadlineThatClosingUsedUp() {
        refuse(503);
        whileClosing = () -> time.advance(Duration.ofSeconds(30));
        ExponentialBackoff short30 = backoff().deadline(Duration.ofSeconds(30)).build();
        assertThatThrownBy(() -> sync().backoff(short30).call())
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("call took longer than 30s");
        assertThat(next).isEqualTo(1);
    }

    @Test
    void noAttemptBeginsAfterADeadlineThatClosingUsedUpInAStage() {
        refuse(503);
        whileClosing = () -> time.advance(Duration.ofSeconds(30));
        ExponentialBackoff short30 = backoff().deadline(Duration.ofSeconds(30)).build();
        CompletableFuture<Body> call = async().backoff(short30).call();
        time.drain();
        assertThatThrownBy(call::join).hasCauseInstanceOf(CallTimeoutException.class);
        assertThat(next).isEqualTo(1);
    }

    /** Longer than any wait that is accepted: by the time of the next attempt a call may look. */
    private ExponentialBackoff thatWaitsUntilItMayLook() {
        refuse(503);
        time.schedule(() -> Engines.of(limiter).holdFor(Duration.ofHours(1).toNanos()), 1);
        Duration delay = Duration.ofSeconds(400);
        return backoff().baseDelay(delay).maxDelay(delay).build();
    }

    @Test
    void anAnswerThatIsToBeClosedKeepsNoAttemptFromLooking() {
        ExponentialBackoff backoff = thatWaitsUntilItMayLook();
        assertThat(sync().backoff(backoff).call().status()).isEqualTo(200);
        assertThat(next).isEqualTo(2);
        assertThat(answers.get(0).closed).isEqualTo(1);
        assertThat(limiter.heldFor()).isZero();
    }

    @Test
    void anAnswerThatIsToBeClosedKeepsNoAttemptOfAStageFromLooking() {
        ExponentialBackoff backoff = thatWaitsUntilItMayLook();
        CompletableFuture<Body> call = async().backoff(backoff).call();
        time.drain();
        assertThat(call).isCompletedWithValueMatching(body -> body.status() == 200);
        assertThat(next).isEqualTo(2);
        assertThat(answers.get(0).closed).isEqualTo(1);
        assertThat(limiter.heldFor()).isZero();
    }

    /** With real time: a body that a server never ends keeps nobody. */
    @Test
    @org.junit.jupiter.api.Timeout(60)
    void aBodyThatNeverEndsHoldsUpNoCallWhoseTimeIsLimited() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(2);
        whileClosing = () -> {
            closing.countDown();
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
        ExponentialBackoff quick = backoff().baseDelay(Duration.ofMillis(1)).build();
        TimeLimiter limit = TimeLimiter.builder().limit(Duration.ofMillis(500)).build();
        try (Holdfast real = Holdfast.builder().build()) {
            refuse(503);
            Body sync = Resilience.<Body, IOException>of(this::answer)
                    .holdfast(real)
                    .backoff(quick)
                    .timeout(limit)
                    .status(Body::status)
                    .call();
            assertThat(sync.status()).isEqualTo(200);
            refuse(503);
            Body async = Resilience.<Body>ofStage(() -> CompletableFuture.completedFuture(answer()))
                    .holdfast(real)
                    .backoff(quick)
                    .timeout(limit)
                    .status(Body::status)
                    .call()
                    .get(30, TimeUnit.SECONDS);
            assertThat(async.status()).isEqualTo(200);
            assertThat(closing.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            never.countDown();
        }
    }
}
