package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.FakeLibraryCall.Guarded;
import dev.holdfast.runtime.FakeLibraryCall.Reply;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.internal.call.TimedAttempt;
import dev.holdfast.runtime.spi.Timer;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients within a client whose time is limited. */
class NestedTimeoutTest {

    private static final Duration LIMIT = Duration.ofMillis(400);

    private static final RateLimitHint<String> STATUS = new RateLimitHint<>() {
        @Override
        public int status(String answer) {
            return Integer.parseInt(answer);
        }
    };

    private static final RateLimitHint<Reply> REPLY = new RateLimitHint<>() {
        @Override
        public int status(Reply reply) {
            return reply.status;
        }
    };

    private final VirtualTime time = new VirtualTime();
    private final LimitTimers timers = new LimitTimers(time, () -> {});
    private final List<String> events = new ArrayList<>();
    private final Holdfast holdfast = time.holdfast()
            .timer(timers)
            .listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    events.add(event.call() + " retry " + event.attempt());
                }

                @Override
                public void onGiveUp(AttemptEvent event) {
                    events.add(event.call() + " gave up after " + event.attempt());
                }
            })
            .build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(100).build(holdfast);
    private final CircuitBreaker outerBreaker =
            CircuitBreaker.builder().failureThreshold(100).build(holdfast);
    private final AtomicInteger attempts = new AtomicInteger();
    private final long start = time.nanoTime();

    @AfterEach
    void leavesNothingBehind() {
        assertThat(Thread.interrupted()).as("flag").isFalse();
        assertThat(timers.left()).isZero();
        assertThat(TimedAttempt.isCallersTimeUp()).isFalse();
    }

    private static TimeLimiter limit(long millis) {
        return TimeLimiter.builder().limit(Duration.ofMillis(millis)).build();
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(5)
                .baseDelay(Duration.ofMillis(50))
                .jitter(Jitter.NONE);
    }

    private ResilienceBuilder<String, Exception> client(CheckedSupplier<String, Exception> call) {
        return Resilience.<String, Exception>of(call).name("inner").holdfast(holdfast);
    }

    private ResilienceBuilder<String, Exception> inner(CheckedSupplier<String, Exception> call) {
        return client(call).circuitBreaker(breaker);
    }

    private Resilience<String, Exception> outer(CheckedSupplier<String, Exception> call) {
        return client(call)
                .name("outer")
                .circuitBreaker(outerBreaker)
                .timeout(TimeLimiter.builder().limit(LIMIT).build())
                .build();
    }

    /** What no interrupt ends. */
    private void busy(long millis) {
        time.advance(Duration.ofMillis(millis));
    }

    private long elapsed() {
        return Duration.ofNanos(time.nanoTime() - start).toMillis();
    }

    /** The outer call ends by its own limit, at a time since the beginning. */
    private Throwable assertCut(CheckedSupplier<String, Exception> call, long millis) {
        Throwable failure = catchThrowable(outer(call)::call);
        assertThat(failure)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("outer took longer than 400ms")
                .hasNoSuppressedExceptions();
        assertThat(elapsed()).isEqualTo(millis);
        assertThat(outerBreaker.failureCount()).isEqualTo(1);
        return failure;
    }

    @ParameterizedTest(name = "{0} ms: {2} attempts, {1} ms in all")
    @CsvSource({"150, 400, 2, 2", "300, 650, 2, 1", "450, 450, 1, 1", "600, 600, 1, 1"})
    void anOuterLimitIsNotLostWhileAnInnerInterruptIsUnread(long each, long ended, int calls, int failures) {
        Resilience<String, Exception> inner = inner(() -> {
                    attempts.incrementAndGet();
                    busy(each);
                    if (each < 200) {
                        throw new IllegalStateException();
                    }
                    return "late";
                })
                .timeout(limit(200))
                .backoff(backoff().build())
                .build();
        assertCut(inner::call, ended);
        assertThat(attempts).hasValue(calls);
        assertThat(breaker.failureCount())
                .as("what failed before the outer limit")
                .isEqualTo(failures);
    }

    @Test
    void theFlagTellsOfTheOuterLimitAfterAnInnerInterrupt() {
        List<Boolean> flags = new ArrayList<>();
        Resilience<String, Exception> inner = inner(() -> {
                    busy(200);
                    assertThat(Thread.interrupted()).isTrue();
                    // The outer limit finds a flag that is clear, and then one that is set.
                    busy(200);
                    return "late";
                })
                .timeout(limit(200))
                .build();
        assertCut(
                () -> {
                    try {
                        return inner.call();
                    } finally {
                        flags.add(Thread.currentThread().isInterrupted());
                    }
                },
                400);
        assertThat(flags).containsExactly(true);
    }

    @Test
    void anInnerInterruptThatBecameAnExceptionIsNoneOfTheOuterLimits() {
        List<Boolean> flags = new ArrayList<>();
        Resilience<String, Exception> inner = inner(() -> {
                    busy(300);
                    busy(150);
                    assertThat(Thread.interrupted()).isTrue();
                    throw new InterruptedException();
                })
                .timeout(limit(200))
                .build();
        assertCut(
                () -> {
                    try {
                        return inner.call();
                    } finally {
                        flags.add(Thread.currentThread().isInterrupted());
                    }
                },
                450);
        assertThat(flags).containsExactly(true);
        assertThat(breaker.failureCount()).as("its own limit came first").isEqualTo(1);
    }

    @Test
    void threeLimitsOneFlag() {
        Resilience<String, Exception> inner = inner(() -> {
                    attempts.incrementAndGet();
                    busy(1_000);
                    return "late";
                })
                .timeout(limit(200))
                .backoff(backoff().build())
                .build();
        Resilience<String, Exception> middle = client(inner::call)
                .timeout(limit(300))
                .backoff(backoff().build())
                .build();
        assertCut(middle::call, 1_000);
        assertThat(attempts).hasValue(1);
        assertThat(events).containsExactly("inner gave up after 1", "inner gave up after 1", "outer gave up after 1");
    }

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
    void whatTheOuterLimitCutsIsNoFailureOfTheInnerService() {
        for (Exception thrown :
                List.of(new InterruptedException(), new ClosedByInterruptException(), new IOException("reset"))) {
            Resilience<String, Exception> inner = inner(() -> {
                        attempts.incrementAndGet();
                        busy(400);
                        if (thrown instanceof InterruptedException) {
                            Thread.interrupted();
                        }
                        throw thrown;
                    })
                    .timeout(limit(2_000))
                    .backoff(backoff().build())
                    .build();
            assertThatThrownBy(outer(inner::call)::call)
                    .isInstanceOf(CallTimeoutException.class)
                    .hasCause(thrown);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        assertThat(attempts).as("no further attempts").hasValue(3);
        assertThat(breaker.failureCount()).isZero();
        assertThat(outerBreaker.failureCount()).isEqualTo(3);
    }

    @Test
    void aCutProbeGivesItsPlaceUp() {
        CircuitBreaker probed = CircuitBreaker.builder()
                .failureThreshold(1)
                .successThreshold(1)
                .recoveryTimeout(Duration.ofMillis(1))
                .build(holdfast);
        probed.recordFailure(new IOException());
        busy(1);
        Resilience<String, Exception> inner = client(() -> {
                    busy(400);
                    throw new IOException();
                })
                .circuitBreaker(probed)
                .build();
        assertThatThrownBy(outer(inner::call)::call).isInstanceOf(CallTimeoutException.class);
        assertThat(probed.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(probed.canExecute()).isTrue();
    }

    @Test
    void anAnswerThatComesInItsOwnTimeIsASuccessOfTheInnerService() {
        breaker.recordFailure(new IOException());
        Resilience<String, Exception> inner = inner(() -> {
                    busy(450);
                    return "good";
                })
                .timeout(limit(500))
                .build();
        assertCut(inner::call, 450);
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptThatIsSwallowedEndsTheInnerAttemptsAllTheSame(boolean delayed) {
        Resilience<String, Exception> inner = inner(() -> {
                    attempts.incrementAndGet();
                    busy(150);
                    Thread.interrupted();
                    throw new IOException();
                })
                .backoff(backoff()
                        .baseDelay(delayed ? Duration.ofMillis(1) : Duration.ZERO)
                        .build())
                .build();
        assertCut(inner::call, delayed ? 453 : 450);
        assertThat(attempts).hasValue(3);
        assertThat(breaker.failureCount()).as("before the limit").isEqualTo(2);
    }

    @Test
    void aBadResultAfterTheOuterLimitIsNotTriedAgain() {
        SyncGuard inner = Guards.sync("inner")
                .circuitBreaker(breaker)
                .backoff(backoff().build())
                .build(holdfast);
        assertCut(
                () -> {
                    Permit permit = inner.begin();
                    busy(400);
                    Thread.interrupted();
                    assertThat(inner.accepts(permit, 503)).isFalse();
                    assertThat(inner.refused(permit, 1, 503, "503", STATUS, false, false))
                            .isNull();
                    return "503";
                },
                400);
        assertThat(breaker.failureCount()).as("an answer is an answer").isEqualTo(1);
        assertThat(events).containsExactly("inner gave up after 1", "outer gave up after 1");
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
    void aFlagOfSomebodyElseStaysThroughBothLimits() {
        Resilience<String, Exception> inner = inner(() -> {
                    Thread.currentThread().interrupt();
                    busy(1_000);
                    return "late";
                })
                .timeout(limit(200))
                .build();
        assertCut(inner::call, 1_000);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFlagThatSomebodyElseSetAfterAnInnerInterruptWasUsedUpStays() {
        Resilience<String, Exception> inner = inner(() -> {
                    try {
                        time.sleep(Duration.ofHours(1).toNanos());
                        return "late";
                    } finally {
                        Thread.currentThread().interrupt();
                    }
                })
                .timeout(limit(200))
                .backoff(backoff().build())
                .build();
        assertThatThrownBy(outer(inner::call)::call)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("inner took longer than 200ms");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(elapsed()).isEqualTo(200);
    }

    @Test
    void anErrorLeavesNoFlagThroughBothLimits() {
        Error error = new AssertionError();
        Resilience<String, Exception> inner = inner(() -> {
                    busy(1_000);
                    throw error;
                })
                .timeout(limit(200))
                .build();
        assertThatThrownBy(outer(inner::call)::call).isSameAs(error);
    }

    @Test
    void aCallOfALibraryIsCancelledByAnOuterLimit() {
        FakeLibraryCall delegate = new FakeLibraryCall(new Reply(200));
        delegate.duringAttempt = () -> time.advance(Duration.ofMillis(400));
        AsyncGuard guard = Guards.async("inner")
                .circuitBreaker(breaker)
                .backoff(backoff().build())
                .timeout(limit(2_000))
                .build(holdfast);
        assertThatThrownBy(outer(() -> {
                    new Guarded(guard, delegate).execute();
                    return "never";
                })::call)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("outer took longer than 400ms")
                .hasRootCauseMessage("Canceled");
        assertThat(delegate.all).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void aWaitOfALibrarysCallThatIsCancelledLeavesTheOuterInterrupt() {
        FakeLibraryCall delegate = new FakeLibraryCall(new Reply(503));
        AsyncGuard guard = Guards.async("inner")
                .result(REPLY)
                .backoff(backoff().baseDelay(Duration.ofMinutes(1)).build())
                .build(holdfast);
        Guarded call = new Guarded(guard, delegate);
        List<Boolean> flags = new ArrayList<>();
        Runnable both = () -> {
            call.cancel();
            time.advance(Duration.ofMillis(100));
        };
        time.schedule(both, Duration.ofMillis(300).toNanos());
        assertThatThrownBy(outer(() -> {
                    try {
                        call.execute();
                        return "never";
                    } finally {
                        flags.add(Thread.currentThread().isInterrupted());
                    }
                })::call)
                .isInstanceOf(CallTimeoutException.class);
        assertThat(flags).containsExactly(true);
    }

    @Test
    void anotherContextWhoseTimerIsClosedLimitsNothing() throws Exception {
        Holdfast closed = Holdfast.builder().clock(time).build();
        closed.close();
        Resilience<String, Exception> inner = inner(() -> {
                    time.sleep(Duration.ofHours(1).toNanos());
                    return "late";
                })
                .timeout(limit(500))
                .build();
        Resilience<String, Exception> outer = Resilience.<String, Exception>of(inner::call)
                .holdfast(closed)
                .timeout(limit(400))
                .build();
        assertThatThrownBy(outer::call).hasMessage("inner took longer than 500ms");
    }

    @Test
    void attemptsThatEndOutOfOrderLeaveNothingBehind() {
        SyncGuard guard = Guards.sync("call").timeout(limit(400)).build(holdfast);
        Permit first = guard.begin();
        Permit second = guard.begin();
        guard.succeeded(first);
        busy(100);
        Permit third = guard.begin();
        guard.succeeded(second);
        guard.succeeded(third);
        busy(1_000);
    }

    /** Its thread may be late, or have been stopped. */
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
