package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.runtime.spi.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Waits, and the next attempts, of a client within a client whose time is limited. */
class NestedTimeoutWaitTest extends NestedTimeouts {

    @Test
    void anInnerLimitThatComesFirstIsRetriedWhileThereIsTime() throws Exception {
        Resilience<String, Exception> inner = inner(() -> {
                    if (attempts.incrementAndGet() == 1) {
                        time.sleep(Duration.ofHours(1).toNanos());
                    }
                    return "good";
                })
                .timeout(limit(200))
                .backoff(backoff().build())
                .build();
        assertThat(outer(inner::call).call()).isEqualTo("good");
        assertThat(elapsed()).isEqualTo(250);
    }

    @Test
    void waitsOfInnerCallsAreCutToo() {
        assertCut(
                inner(() -> {
                            throw new IOException();
                        })
                        .backoff(backoff().baseDelay(Duration.ofMinutes(1)).build())
                        .build()::call,
                400);
    }

    @Test
    void aHoldOfAnInnerCallIsCutToo() {
        RateLimiter held = RateLimiter.builder().build(holdfast);
        Engines.of(held).holdFor(Duration.ofMinutes(1).toNanos());
        assertCut(inner(() -> "good").rateLimiter(held).build()::call, 400);
    }

    @Test
    void theWaitOfAnInnerCallForTheQuotaIsCutToo() {
        RateLimiter quota = RateLimiter.builder()
                .permits(1)
                .per(Duration.ofMinutes(1))
                .maxWait(Duration.ofMinutes(2))
                .build(holdfast);
        Engines.of(quota).quota().tryTake();
        assertCut(inner(() -> "good").rateLimiter(quota).build()::call, 400);
        assertThat(Engines.of(quota).quota().waitAfter(0))
                .as("its place was given back")
                .isEqualTo(Duration.ofMinutes(1).minusMillis(400).toNanos());
    }

    @Test
    void theQueueOfAnInnerBulkheadIsCutToo() {
        Bulkhead bulkhead = Bulkhead.builder()
                .maxConcurrent(1)
                .maxWait(Duration.ofMinutes(1))
                .build(holdfast);
        bulkhead.tryAcquire();
        assertCut(inner(() -> "good").bulkhead(bulkhead).build()::call, 400);
        assertThat(bulkhead.waiting()).isZero();
    }

    @Test
    void noInnerAttemptBeginsAfterTheOuterLimit() {
        Resilience<String, Exception> limited =
                inner(() -> "begun").timeout(limit(200)).build();
        Resilience<String, Exception> deadline = inner(() -> "begun")
                .backoff(backoff().deadline(Duration.ofHours(1)).build())
                .build();
        List<Throwable> thrown = new ArrayList<>();
        Throwable failure = assertCut(
                () -> {
                    busy(400);
                    Thread.interrupted();
                    thrown.add(catchThrowable(deadline::call));
                    thrown.add(catchThrowable(limited::call));
                    return limited.call();
                },
                400);
        assertThat(thrown).hasSize(2).containsOnly(failure);
        assertThat(failure).hasNoCause();
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void whatIsRefusedGivesItsPlaceBackOnce() {
        Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(3).build(holdfast);
        Resilience<String, Exception> inner =
                inner(() -> "begun").bulkhead(bulkhead).timeout(limit(200)).build();
        bulkhead.tryAcquire();
        assertCut(
                () -> {
                    busy(400);
                    return inner.call();
                },
                400);
        assertThat(bulkhead.available()).isEqualTo(2);
    }

    @Test
    void noInnerWaitBeginsAfterTheOuterLimit() {
        RateLimiter held = RateLimiter.builder().build(holdfast);
        Engines.of(held).holdFor(Duration.ofMinutes(1).toNanos());
        Resilience<String, Exception> inner =
                inner(() -> "begun").rateLimiter(held).build();
        assertCut(
                () -> {
                    busy(450);
                    Thread.interrupted();
                    return inner.call();
                },
                450);
    }

    @Test
    void anInnerAttemptDoesNotBeginWhereItsWaitEndsWithTheOuterLimit() {
        Resilience<String, Exception> inner = inner(() -> {
                    attempts.incrementAndGet();
                    throw new IOException();
                })
                .backoff(backoff().baseDelay(Duration.ofMillis(400)).build())
                .build();
        assertCut(inner::call, 400);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void noInnerAttemptBeginsAfterALimitOfWhichTheTimerHasNotToldYet() {
        Timer silent = new Timer() {
            @Override
            public Future<?> schedule(Runnable task, long nanos) {
                return time.schedule(task, nanos);
            }

            @Override
            public Future<?> scheduleTimeout(Runnable task, long nanos) {
                return new CompletableFuture<Void>();
            }
        };
        Holdfast late = time.holdfast().timer(silent).build();
        assertThatThrownBy(() -> Resilience.of(() -> Resilience.of(() -> {
                                    attempts.incrementAndGet();
                                    time.advance(Duration.ofMillis(500));
                                    throw new IOException("slow");
                                })
                                .holdfast(late)
                                .backoff(backoff().build(late))
                                .call())
                        .holdfast(late)
                        .name("outer")
                        .timeout(limit(400))
                        .call())
                .isInstanceOf(IOException.class);
        assertThat(attempts).hasValue(1);
    }
}
