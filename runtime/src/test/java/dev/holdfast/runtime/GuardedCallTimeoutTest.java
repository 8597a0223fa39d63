package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.FakeLibraryCall.Guarded;
import dev.holdfast.runtime.FakeLibraryCall.Reply;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.spi.CallOutcome;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of a client library that take too long: they are cancelled, as the library does that, and no thread is interrupted. */
class GuardedCallTimeoutTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

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
    private final LimitTimers timers = new LimitTimers(time, () -> {});
    private final Holdfast holdfast = time.holdfast().timer(timers).build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(9).build(holdfast);
    private final List<Object> told = new ArrayList<>();

    private final CallOutcome<Reply> outcome = new CallOutcome<>() {
        @Override
        public void returned(Reply result) {
            told.add(result);
        }

        @Override
        public void failed(Throwable failure) {
            told.add(failure);
        }
    };

    private AsyncGuard guard(int attempts) {
        return Guards.async("call")
                .discards()
                .result(HINT)
                .circuitBreaker(breaker)
                .timeout(TimeLimiter.builder().limit(LIMIT).build())
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(attempts)
                        .baseDelay(Duration.ofSeconds(1))
                        .jitter(Jitter.NONE)
                        .build())
                .build(holdfast);
    }

    @AfterEach
    void leavesNoInterruptAndNoTimerBehind() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(timers.left()).isZero();
    }

    @Test
    void anExecutedOneIsCancelledAndMadeAgain() throws IOException {
        Reply good = new Reply(200);
        FakeLibraryCall delegate = new FakeLibraryCall(good);
        delegate.duringAttempt = () -> {
            if (delegate.all.size() == 1) {
                time.advance(LIMIT);
            }
        };
        Guarded call = new Guarded(guard(2), delegate);
        assertThat(call.execute()).isSameAs(good);
        assertThat(delegate.all).extracting(each -> each.canceled).containsExactly(true, false);
        assertThat(breaker.failureCount()).as("a success came after it").isZero();
        assertThat(call.isCanceled()).as("nobody has cancelled the call").isFalse();
    }

    @Test
    void anExecutedOneIsNotMadeWhereItsTimeIsUpBeforeItIsKnown() {
        FakeLibraryCall delegate = new FakeLibraryCall(new IOException(), new Reply(200));
        Guarded call = new Guarded(guard(2), delegate) {
            @Override
            protected FakeLibraryCall copy(FakeLibraryCall first) {
                time.advance(LIMIT);
                return super.copy(first);
            }
        };
        assertThatThrownBy(call::execute).isInstanceOf(CallTimeoutException.class);
        assertThat(delegate.all).extracting(each -> each.made).containsExactly(true, false);
    }

    @Test
    void theLastOfAnExecutedOneIsWhatTheCallerGets() {
        FakeLibraryCall delegate = new FakeLibraryCall(new Reply(200));
        delegate.duringAttempt = () -> time.advance(LIMIT);
        assertThatThrownBy(new Guarded(guard(1), delegate)::execute)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("call took longer than 10s")
                .hasRootCauseMessage("Canceled");
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void aReplyThatComesAllTheSameIsClosedOnce() {
        Reply late = new Reply(200);
        Reply lateToo = new Reply(503);
        FakeLibraryCall delegate = new FakeLibraryCall(late, lateToo);
        Guarded call = new Guarded(guard(2), delegate) {
            @Override
            protected Reply execute(FakeLibraryCall attempt) throws IOException {
                Reply reply = super.execute(attempt);
                time.advance(LIMIT);
                return reply;
            }
        };
        assertThatThrownBy(call::execute).isInstanceOf(CallTimeoutException.class);
        assertThat(late.closed).isEqualTo(1);
        assertThat(lateToo.closed).isEqualTo(1);
        assertThat(breaker.failureCount()).isEqualTo(2);
    }

    @Test
    void aCallThatItsOwnerCancelsIsNoFailureThoughItsTimeIsUp() {
        FakeLibraryCall delegate = new FakeLibraryCall(new Reply(200));
        Guarded call = new Guarded(guard(2), delegate);
        delegate.duringAttempt = () -> {
            call.cancel();
            time.advance(LIMIT);
        };
        assertThatThrownBy(call::execute).isExactlyInstanceOf(IOException.class).hasMessage("Canceled");
        assertThat(breaker.failureCount()).isZero();
        assertThat(delegate.all).hasSize(1);
    }

    @Test
    void anEnqueuedOneIsCancelledAndMadeAgain() {
        Reply good = new Reply(200);
        FakeLibraryCall delegate = new FakeLibraryCall();
        new Guarded(guard(2), delegate).begin(outcome);
        time.advance(LIMIT);
        assertThat(delegate.canceled).isTrue();
        assertThat(told).isEmpty();
        delegate.script.add(good);
        time.advance(Duration.ofSeconds(1));
        assertThat(told).containsExactly(good);
        assertThat(delegate.all).hasSize(2);
    }

    @Test
    void theLastOfAnEnqueuedOneIsWhatTheCallerIsTold() {
        FakeLibraryCall delegate = new FakeLibraryCall();
        new Guarded(guard(1), delegate).begin(outcome);
        time.advance(LIMIT);
        assertThat(told).singleElement().isInstanceOf(CallTimeoutException.class);
        assertThat(delegate.canceled).isTrue();
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void theWaitAfterATimeOutCanBeCancelled() {
        // One that takes no notice of being cancelled.
        FakeLibraryCall delegate = new FakeLibraryCall();
        Guarded call = new Guarded(guard(2), delegate) {
            @Override
            protected void cancel(FakeLibraryCall attempt) {
                attempt.canceled = true;
            }
        };
        call.begin(outcome);
        time.advance(LIMIT);
        assertThat(told).isEmpty();
        call.cancel();
        assertThat(told).singleElement().isExactlyInstanceOf(IOException.class);
        Reply late = new Reply(200);
        delegate.tell(late);
        assertThat(late.closed).isEqualTo(1);
        assertThat(told).hasSize(1);
        assertThat(delegate.all).hasSize(1);
    }
}
