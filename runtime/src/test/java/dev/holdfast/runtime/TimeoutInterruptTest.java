package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.internal.failure.FlaggedInterruptException;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose interrupt is whose, when the time of an attempt is up. */
class TimeoutInterruptTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final VirtualTime time = new VirtualTime();
    private final LimitTimers timers = new LimitTimers(time, () -> {});
    private final Holdfast holdfast = time.holdfast().timer(timers).build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(100).build(holdfast);

    @AfterEach
    void leaveNothingBehind() {
        Thread.interrupted();
        assertThat(timers.left()).isZero();
    }

    private Resilience<String, Exception> timed(Callable<String> call) {
        return Resilience.<String, Exception>of(call::call)
                .name("call")
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .timeout(TimeLimiter.builder().limit(LIMIT).build())
                .build();
    }

    /** Fires the limit, with the thread's flag set afterwards. */
    private void passLimit() {
        time.advance(LIMIT);
    }

    private void assertTimedOut(Callable<String> call, Class<? extends Throwable> cause, boolean flag) {
        assertThatThrownBy(timed(call)::call)
                .isInstanceOf(CallTimeoutException.class)
                .satisfies(failure -> assertThat(failure.getCause())
                        .satisfies(thrown -> assertThat(thrown == null ? null : thrown.getClass())
                                .isEqualTo(cause)));
        assertThat(Thread.interrupted()).as("flag").isEqualTo(flag);
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void aSleepIsCutAndLeavesNoFlag() {
        long start = time.nanoTime();
        assertTimedOut(
                () -> {
                    time.sleep(Duration.ofHours(1).toNanos());
                    return "late";
                },
                InterruptedException.class,
                false);
        assertThat(time.nanoTime() - start).isEqualTo(LIMIT.toNanos());
    }

    @Test
    void aFlagThatIsStillSetIsTakenBack() {
        assertTimedOut(
                () -> {
                    passLimit();
                    throw new ClosedByInterruptException();
                },
                ClosedByInterruptException.class,
                false);
    }

    @Test
    void aFlagThatWasSetAgainBesideAnotherExceptionIsTakenBack() {
        assertTimedOut(
                () -> {
                    try {
                        time.sleep(Duration.ofHours(1).toNanos());
                        return "late";
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                        throw new IOException(interrupted);
                    }
                },
                IOException.class,
                false);
    }

    @Test
    void aResultThatComesAllTheSameIsTooLate() {
        assertTimedOut(
                () -> {
                    passLimit();
                    return "late";
                },
                null,
                false);
    }

    @Test
    void anInterruptThatIsSwallowedIsNoneLeft() {
        assertTimedOut(
                () -> {
                    passLimit();
                    assertThat(Thread.interrupted()).isTrue();
                    return "late";
                },
                null,
                false);
    }

    @Test
    void anotherInterruptAfterOursWasUsedUpStays() {
        assertTimedOut(
                () -> {
                    try {
                        time.sleep(Duration.ofHours(1).toNanos());
                        return "late";
                    } finally {
                        Thread.currentThread().interrupt();
                    }
                },
                InterruptedException.class,
                true);
    }

    @Test
    void anInterruptBeforeOursStays() {
        assertTimedOut(
                () -> {
                    Thread.currentThread().interrupt();
                    passLimit();
                    return "late";
                },
                null,
                true);
        assertTimedOutBefore(() -> {
            Thread.currentThread().interrupt();
            passLimit();
            throw new IllegalStateException();
        });
    }

    private void assertTimedOutBefore(Callable<String> call) {
        assertThatThrownBy(timed(call)::call).isInstanceOf(CallTimeoutException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptOfTheCallersOwnStaysWhatItIs() {
        InterruptedException own = new InterruptedException();
        assertThatThrownBy(timed(() -> {
                    throw own;
                })::call)
                .isSameAs(own);
        assertThatThrownBy(timed(() -> {
                    Thread.currentThread().interrupt();
                    passLimit();
                    Thread.interrupted();
                    throw own;
                })::call)
                .isSameAs(own);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void anErrorStaysWhatItIsAndLeavesNoFlag() {
        Error error = new AssertionError();
        assertThatThrownBy(timed(() -> {
                    passLimit();
                    throw error;
                })::call)
                .isSameAs(error);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aClientWithinAClientIsCutInItsWaitAndLeavesNoFlag() {
        ExponentialBackoff slow = ExponentialBackoff.builder()
                .baseDelay(Duration.ofMinutes(1))
                .jitter(Jitter.NONE)
                .build();
        Resilience<String, IOException> inner = Resilience.<String, IOException>of(() -> {
                    throw new IOException();
                })
                .holdfast(holdfast)
                .backoff(slow)
                .build();
        assertTimedOut(inner::callInterruptibly, FlaggedInterruptException.class, false);
        assertThatThrownBy(timed(inner::call)::call)
                .isInstanceOf(CallTimeoutException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theNextAttemptAndItsWaitAreNotInterrupted() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Resilience<String, Exception> call = Resilience.<String, Exception>of(() -> {
                    if (calls.incrementAndGet() == 1) {
                        passLimit();
                        return "late";
                    }
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    time.sleep(1);
                    return "good";
                })
                .holdfast(holdfast)
                .timeout(TimeLimiter.builder().limit(LIMIT).build())
                .backoff(ExponentialBackoff.builder()
                        .baseDelay(Duration.ofMinutes(5))
                        .maxDelay(Duration.ofMinutes(5))
                        .jitter(Jitter.NONE)
                        .build())
                .build();
        assertThat(call.call()).isEqualTo("good");
        assertThat(calls).hasValue(2);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Resilience<String, Exception> retried(Callable<String> call, Duration delay) {
        return Resilience.<String, Exception>of(call::call)
                .holdfast(holdfast)
                .timeout(TimeLimiter.builder().limit(LIMIT).build())
                .backoff(ExponentialBackoff.builder()
                        .baseDelay(delay)
                        .jitter(Jitter.NONE)
                        .build())
                .build();
    }

    /** Two interrupts in one attempt, ours and another's: the call ends where they were seen to be two. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void anotherInterruptBesideOursEndsTheCall(long delayMillis) {
        List<Callable<String>> attempts = List.of(
                () -> {
                    // Another's after ours was used up.
                    try {
                        time.sleep(Duration.ofHours(1).toNanos());
                        return "late";
                    } finally {
                        Thread.currentThread().interrupt();
                    }
                },
                () -> {
                    // Another's before ours, used up, and ours not seen.
                    Thread.currentThread().interrupt();
                    try {
                        time.sleep(1);
                        return "late";
                    } finally {
                        passLimit();
                    }
                },
                () -> {
                    // Another's before ours, not seen.
                    Thread.currentThread().interrupt();
                    passLimit();
                    return "late";
                });
        for (Callable<String> attempt : attempts) {
            AtomicInteger calls = new AtomicInteger();
            assertThatThrownBy(retried(
                            () -> {
                                calls.incrementAndGet();
                                return attempt.call();
                            },
                            Duration.ofMillis(delayMillis))::call)
                    .isInstanceOf(CallTimeoutException.class);
            assertThat(calls).hasValue(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** A thread has one flag: what came before anybody looked is one interrupt, and ours is taken back. */
    @Test
    void twoInterruptsBeforeAnybodyLooksAreOne() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Resilience<String, Exception> call = retried(
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        passLimit();
                        Thread.currentThread().interrupt();
                    }
                    return "good";
                },
                Duration.ZERO);
        assertThat(call.call()).isEqualTo("good");
        assertThat(calls).hasValue(2);
        assertThat(Thread.interrupted()).isFalse();
    }
}
