package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.internal.failure.Interrupts;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that hold a connection: one that is dropped for a retry is closed, one that the caller gets is open. */
class SyncGuardDiscardTest {

    /** An answer that counts how often it is closed, and then throws if it is told to. */
    private static final class Body implements AutoCloseable {
        private final @Nullable Throwable thrown;
        private int closed;

        Body() {
            this(null);
        }

        Body(@Nullable Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public void close() {
            closed++;
            if (thrown != null) {
                throw Interrupts.sneak(thrown);
            }
        }
    }

    /** The same, thrown. */
    private static final class ClosingException extends IOException implements AutoCloseable {
        private static final long serialVersionUID = 1L;
        private int closed;

        @Override
        public void close() {
            closed++;
        }
    }

    private static final class BodyHint implements RateLimitHint<Object> {
        @Override
        public int status(Object answer) {
            return 503;
        }

        @Override
        public @Nullable String retryAfter(Object answer) {
            return null;
        }
    }

    private final GuardedClient client = new GuardedClient();
    private final CircuitBreaker breaker = CircuitBreaker.builder().build(client.holdfast);
    private final SyncGuard guard = builder().build(client.holdfast);
    private final SyncGuard interruptible = builder().interruptible().build(client.holdfast);
    private final Body body = new Body();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private Guards<SyncGuard> builder() {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofSeconds(1))
                .jitter(Jitter.NONE)
                .build();
        return Guards.sync("Client.call").circuitBreaker(breaker).backoff(backoff);
    }

    private static @Nullable Permit drop(SyncGuard guard, Body body) {
        return guard.refused(guard.begin(), 1, 503, body, new BodyHint(), false, false);
    }

    @Test
    void aDroppedAnswerIsClosedOnceAndOnlyAfterTheWait() {
        client.duringWait = () -> assertThat(body.closed).isZero();
        assertThat(drop(guard, body)).isNotNull();
        assertThat(client.waits()).containsExactly(1_000L);
        assertThat(body.closed).isEqualTo(1);
    }

    @Test
    void anAnswerThatNoHintReadsIsClosedToo() {
        assertThat(guard.refused(guard.begin(), 1, RateLimitHint.NO_STATUS, body, null, true, false))
                .isNotNull();
        assertThat(body.closed).isEqualTo(1);
        assertThat(guard.<@Nullable Object>refused(
                        guard.begin(), 1, RateLimitHint.NO_STATUS, null, new BodyHint(), true, false))
                .as("nothing to close")
                .isNotNull();
    }

    @Test
    void aHintCanCloseInAnotherWay() {
        Body inner = new Body();
        RateLimitHint<Object> hint = new RateLimitHint<>() {
            @Override
            public int status(Object answer) {
                return 503;
            }

            @Override
            public @Nullable String retryAfter(Object answer) {
                return null;
            }

            @Override
            public void discard(Object answer) {
                inner.close();
            }
        };
        assertThat(guard.refused(guard.begin(), 1, 503, body, hint, false, false))
                .isNotNull();
        assertThat(inner.closed).isEqualTo(1);
        assertThat(body.closed).isZero();
    }

    @Test
    void anExceptionThatHoldsSomethingIsClosedToo() {
        ClosingException failure = new ClosingException();
        assertThat(guard.failed(guard.begin(), 1, failure)).isNotNull();
        assertThat(failure.closed).isEqualTo(1);
    }

    @Test
    void theLastAnswerStaysOpen() {
        assertThat(guard.refused(guard.begin(), 2, 503, body, new BodyHint(), false, false))
                .isNull();
        assertThat(body.closed).isZero();
    }

    @Test
    void anAnswerThatIsFinalAfterTheWaitStaysOpen() {
        client.duringWait = breaker::forceOpen;
        assertThat(drop(guard, body)).isNull();
        assertThat(client.waits()).hasSize(1);
        assertThat(body.closed).isZero();
    }

    @Test
    void anAnswerThatAnInterruptMakesFinalStaysOpen() {
        Thread.currentThread().interrupt();
        assertThat(drop(guard, body)).isNull();
        assertThat(body.closed).isZero();
    }

    @Test
    void anAnswerThatAnInterruptTakesFromTheCallerIsClosed() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> drop(interruptible, body)).isInstanceOf(InterruptedException.class);
        assertThat(body.closed).isEqualTo(1);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aSuppressedExceptionIsClosed() {
        ClosingException failure = new ClosingException();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> interruptible.failed(interruptible.begin(), 1, failure))
                .isInstanceOf(InterruptedException.class)
                .hasSuppressedException(failure);
        assertThat(failure.closed).isEqualTo(1);
    }

    @Test
    void whatClosingThrowsIsDropped() {
        for (Throwable thrown :
                new Throwable[] {new IOException(), new IllegalStateException(), new AssertionError("close")}) {
            Body rude = new Body(thrown);
            assertThat(drop(guard, rude)).as("after %s", thrown).isNotNull();
            assertThat(rude.closed).isEqualTo(1);
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptThatClosingReportsIsNotLost() {
        assertThat(drop(guard, new Body(new InterruptedException()))).isNotNull();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
