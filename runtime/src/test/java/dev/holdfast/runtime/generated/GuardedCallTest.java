package dev.holdfast.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Engines;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.FakeLibraryCall;
import dev.holdfast.runtime.FakeLibraryCall.Guarded;
import dev.holdfast.runtime.FakeLibraryCall.Reply;
import dev.holdfast.runtime.Guards;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.spi.CallOutcome;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a client library under policies, made in both ways. */
class GuardedCallTest {

    private static final RateLimitHint<Reply> HINT = new RateLimitHint<>() {
        @Override
        public int status(Reply reply) {
            return reply.status;
        }

        @Override
        public void discard(Reply reply) {
            reply.closed++;
        }
    };

    private final VirtualTime time = new VirtualTime();
    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private final Holdfast holdfast =
            time.holdfast().executor(handedOver::add).random(bound -> 0).build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(9).build(holdfast);
    private final RateLimiter limiter = RateLimiter.builder().build(holdfast);
    private final AsyncGuard guard = Guards.async("call")
            .discards()
            .result(HINT)
            .circuitBreaker(breaker)
            .rateLimiter(limiter)
            .backoff(ExponentialBackoff.builder()
                    .maxAttempts(3)
                    .baseDelay(Duration.ofSeconds(1))
                    .jitter(Jitter.NONE)
                    .build())
            .build(holdfast);
    private final List<Object> told = new ArrayList<>();

    /** Notes what the caller is told. */
    private final class Told implements CallOutcome<Reply> {
        @Override
        public void returned(Reply result) {
            told.add(result);
        }

        @Override
        public void failed(Throwable failure) {
            told.add(failure);
        }
    }

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    /** Makes the call in one of two ways, to its end. */
    private Object make(Guarded call, boolean blocking) {
        if (!blocking) {
            call.begin(new Told());
            settle();
            assertThat(told).hasSize(1);
            return told.remove(0);
        }
        try {
            return call.execute();
        } catch (Throwable failure) {
            return failure;
        }
    }

    private void settle() {
        while (time.waiting() > 0 || !handedOver.isEmpty()) {
            time.drain();
            for (Runnable task = handedOver.poll(); task != null; task = handedOver.poll()) {
                task.run();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstAttemptIsTheCallItselfAndEachFurtherOneACopy(boolean blocking) {
        Reply good = new Reply(200);
        FakeLibraryCall delegate = new FakeLibraryCall(new IOException(), new Reply(503), good);
        Guarded call = new Guarded(guard, delegate);
        assertThat(call.isExecuted()).isFalse();
        assertThat(make(call, blocking)).isSameAs(good);
        assertThat(delegate.all).hasSize(3).allMatch(each -> each.made);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(breaker.failureCount()).isZero();
        assertThat(call.isExecuted()).isTrue();
        assertThat(call.isCanceled()).isFalse();
        assertThat(good.closed).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastAnswerComesAsItIsAndTheOnesBeforeAreLetGoOf(boolean blocking) {
        Reply first = new Reply(503);
        Reply second = new Reply(503);
        Reply last = new Reply(503);
        assertThat(make(new Guarded(guard, new FakeLibraryCall(first, second, last)), blocking))
                .isSameAs(last);
        assertThat(List.of(first.closed, second.closed, last.closed)).containsExactly(1, 1, 0);
        assertThat(breaker.failureCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastFailureComesAsItIs(boolean blocking) {
        IOException last = new IOException("3");
        assertThat(make(new Guarded(guard, new FakeLibraryCall(new IOException(), new IOException(), last)), blocking))
                .isSameAs(last);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallIsMadeOnce(boolean blocking) {
        Guarded call = new Guarded(guard, new FakeLibraryCall(new Reply(200)));
        make(call, blocking);
        assertThatThrownBy(call::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Already executed.");
        assertThatThrownBy(() -> call.begin(new Told())).isInstanceOf(IllegalStateException.class);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRejectionIsAFailureOfTheCall(boolean blocking) {
        breaker.forceOpen();
        FakeLibraryCall delegate = new FakeLibraryCall();
        assertThat(make(new Guarded(guard, delegate), blocking)).isInstanceOf(CircuitOpenException.class);
        assertThat(delegate.made).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPredicateThatThrowsIsAFailedAttempt(boolean blocking) {
        IllegalStateException broken = new IllegalStateException();
        AsyncGuard picky = Guards.async("call")
                .discards()
                .result(HINT)
                .retryResult(reply -> {
                    throw broken;
                })
                .build(holdfast);
        Reply reply = new Reply(200);
        assertThat(make(new Guarded(picky, new FakeLibraryCall(reply)), blocking))
                .isSameAs(broken);
        assertThat(reply.closed).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAttemptThatIsCancelledIsTheLastAndSaysNothingOfTheService(boolean blocking) {
        FakeLibraryCall delegate = new FakeLibraryCall();
        Guarded call = new Guarded(guard, delegate);
        delegate.duringAttempt = call::cancel;
        assertThat((Throwable) make(call, blocking))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("Canceled");
        assertThat(delegate.all).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
        assertThat(time.sleeps()).isEmpty();
        assertThat(call.isCanceled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soIsOneThatTheLibraryCancels(boolean blocking) {
        FakeLibraryCall delegate = new FakeLibraryCall();
        delegate.duringAttempt = () -> delegate.canceled = true;
        Guarded call = new Guarded(guard, delegate);
        assertThat((Throwable) make(call, blocking)).hasMessage("Canceled");
        assertThat(delegate.all).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
        assertThat(call.isCanceled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTimeOutIsAFailureThoughTheLibraryCancels(boolean blocking) {
        FakeLibraryCall delegate = new FakeLibraryCall(
                new InterruptedIOException("timeout"), new InterruptedIOException("timeout"), new Reply(200));
        Guarded call = new Guarded(guard, delegate) {
            @Override
            protected boolean isCanceled(FakeLibraryCall attempt) {
                return true;
            }
        };
        assertThat(make(call, blocking)).isInstanceOf(Reply.class);
        assertThat(delegate.all).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasCancelledBeforeItIsMadeSaysSoItself(boolean blocking) {
        FakeLibraryCall delegate = new FakeLibraryCall();
        Guarded call = new Guarded(guard, delegate);
        call.cancel();
        assertThat(delegate.canceled).isTrue();
        assertThat(call.isExecuted()).isFalse();
        breaker.forceOpen();
        assertThat((Throwable) make(call, blocking)).hasMessage("Canceled");
        assertThat(delegate.made).isTrue();
    }

    @Test
    void cancelEndsTheWaitAndCallsBackOnAnotherThread() {
        Reply bad = new Reply(503);
        FakeLibraryCall delegate = new FakeLibraryCall(bad);
        Guarded call = new Guarded(guard, delegate);
        call.begin(new Told());
        assertThat(time.waiting()).isEqualTo(1);
        call.cancel();
        call.cancel();
        assertThat(time.waiting()).isZero();
        assertThat(told).as("not on the thread that cancels").isEmpty();
        settle();
        assertThat(told).singleElement().isExactlyInstanceOf(IOException.class);
        assertThat((Throwable) told.get(0)).hasMessage("Canceled");
        assertThat(bad.closed).isEqualTo(1);
        assertThat(delegate.all).hasSize(1);
    }

    @Test
    void cancellingEndsTheHoldOfAnEnqueuedCall() {
        Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
        FakeLibraryCall delegate = new FakeLibraryCall();
        Guarded call = new Guarded(guard, delegate);
        call.begin(new Told());
        assertThat(time.waiting()).isEqualTo(1);
        call.cancel();
        assertThat(time.waiting()).isZero();
        settle();
        assertThat((Throwable) told.get(0)).hasMessage("Canceled");
        assertThat(delegate.made).isFalse();
    }

    @Test
    void aBadAnswerThatComesAfterCancellingIsNotFollowedByAnother() {
        FakeLibraryCall delegate = new FakeLibraryCall();
        Guarded call = new Guarded(guard, delegate);
        call.begin(new Told());
        CallOutcome<Reply> attempt = delegate.listening.getAndSet(null);
        call.cancel();
        assertThat(told).as("the library has not said anything yet").isEmpty();
        Reply bad = new Reply(503);
        assertThat(attempt).isNotNull();
        attempt.returned(bad);
        attempt.failed(new IOException("twice"));
        settle();
        assertThat(told).hasSize(1);
        assertThat((Throwable) told.get(0)).hasMessage("Canceled");
        assertThat(bad.closed).isEqualTo(1);
        assertThat(delegate.all).hasSize(1);
    }

    @Test
    void aCallbackThatThrowsIsNoFailureOfTheCall() {
        FakeLibraryCall delegate = new FakeLibraryCall(new Reply(200));
        Guarded call = new Guarded(guard, delegate);
        IllegalStateException thrown = new IllegalStateException();
        List<Throwable> uncaught = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            call.begin(new CallOutcome<>() {
                @Override
                public void returned(Reply result) {
                    throw thrown;
                }

                @Override
                public void failed(Throwable failure) {
                    told.add(failure);
                }
            });
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
        settle();
        assertThat(uncaught).containsExactly(thrown);
        assertThat(told).isEmpty();
        assertThat(delegate.all).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void anInterruptEndsTheWaitOfAnExecutedCallWithTheLastFailure() {
        IOException failure = new IOException();
        FakeLibraryCall delegate = new FakeLibraryCall(failure);
        delegate.duringAttempt = () -> Thread.currentThread().interrupt();
        assertThatThrownBy(new Guarded(guard, delegate)::execute).isSameAs(failure);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAttemptThatIsAdmittedTooLateGivesItsPermitBack(boolean blocking) {
        Deque<Runnable> whenAsked = new ArrayDeque<>();
        Clock clock = new Clock() {
            @Override
            public long nanoTime() {
                Runnable next = whenAsked.poll();
                if (next != null) {
                    next.run();
                }
                return time.nanoTime();
            }

            @Override
            public long currentTimeMillis() {
                return time.currentTimeMillis();
            }
        };
        Holdfast watched =
                Holdfast.builder().clock(clock).executor(handedOver::add).build();
        CircuitBreaker oneProbe =
                CircuitBreaker.builder().failureThreshold(1).successThreshold(1).build(watched);
        oneProbe.acquirePermit().failed();
        time.advance(Duration.ofMinutes(1));
        FakeLibraryCall delegate = new FakeLibraryCall();
        Guarded call = new Guarded(Guards.async("call").circuitBreaker(oneProbe).build(watched), delegate);
        whenAsked.add(call::cancel);
        assertThat((Throwable) make(call, blocking)).hasMessage("Canceled");
        assertThat(delegate.made).isFalse();
        assertThat(oneProbe.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(oneProbe.tryAcquirePermit()).as("the place is free").isNotNull();
    }

    @Test
    void aDelegateThatReturnsNullIsToldSo() {
        assertThatThrownBy(() -> new Guarded(guard, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("delegate");
    }
}
