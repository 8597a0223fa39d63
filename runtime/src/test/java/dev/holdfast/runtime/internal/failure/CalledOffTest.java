package dev.holdfast.runtime.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.FormGuards;
import dev.holdfast.runtime.GuardedClient;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.Fallbacks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as called off: an interrupt or a cancel, however it is wrapped, and no more than that. */
class CalledOffTest {

    /** What is thrown, and whether the thread's flag is set then. */
    record Case(Throwable thrown, boolean flag) {}

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private static <X extends Throwable> X with(X thrown, Throwable cause) {
        thrown.initCause(cause);
        return thrown;
    }

    private static InterruptedIOException timeout() {
        return new InterruptedIOException("timeout");
    }

    private static Throwable deep(Throwable root, int depth) {
        Throwable top = root;
        for (int i = 0; i < depth; i++) {
            top = new IOException(null, top);
        }
        return top;
    }

    public static Stream<Case> calledOff() {
        InterruptedException interrupt = new InterruptedException();
        return Stream.of(
                new Case(interrupt, false),
                new Case(new CancellationException(), false),
                new Case(new ClosedByInterruptException(), false),
                new Case(new RuntimeException(interrupt), true),
                new Case(new RuntimeException(interrupt), false),
                new Case(new IOException(interrupt), true),
                new Case(timeout(), true),
                new Case(with(timeout(), interrupt), false),
                new Case(new UncheckedIOException(with(timeout(), interrupt)), true),
                new Case(new IllegalStateException("I/O error", timeout()), true),
                new Case(new IllegalStateException("I/O error", new ClosedByInterruptException()), false),
                new Case(new CompletionException(new CancellationException()), false),
                new Case(new ExecutionException(new ExecutionException(interrupt)), false),
                new Case(new SocketException("Closed by interrupt"), true),
                new Case(new UncheckedIOException(new SocketException("Closed by interrupt")), true),
                new Case(deep(interrupt, 15), false));
    }

    public static Stream<Case> failed() {
        InterruptedException interrupt = new InterruptedException();
        RuntimeException suppressing = new RuntimeException("down");
        suppressing.addSuppressed(interrupt);
        RuntimeException circle = new RuntimeException();
        circle.initCause(new RuntimeException(circle));
        return Stream.of(
                new Case(suppressing, false),
                new Case(suppressing, true),
                new Case(new IOException("reset"), true),
                new Case(new SocketException("Connection reset"), true),
                new Case(timeout(), false),
                new Case(with(timeout(), new IOException("Canceled")), false),
                new Case(new RuntimeException(timeout()), false),
                new Case(new SocketTimeoutException(), true),
                new Case(new RuntimeException(new SocketTimeoutException()), true),
                new Case(new RuntimeException(with(new SocketTimeoutException(), interrupt)), false),
                new Case(with(new TimeoutException(), interrupt), false),
                new Case(new RuntimeException(new CallTimeoutException("call", 1, interrupt)), false),
                new Case(circle, false),
                new Case(deep(interrupt, 1_000), false),
                new Case(new NoCause(), false));
    }

    /** What it is caused by nobody gets to know. */
    private static final class NoCause extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            throw new StackOverflowError("users' code");
        }
    }

    private static void raise(boolean flag) {
        if (flag) {
            Thread.currentThread().interrupt();
        }
    }

    private static CircuitBreaker breaker() {
        return CircuitBreaker.builder().failureThreshold(1).build();
    }

    private static ExponentialBackoff backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ZERO)
                .jitter(Jitter.NONE)
                .build();
    }

    @ParameterizedTest
    @MethodSource
    public void calledOff(Case each) {
        raise(each.flag);
        CircuitBreaker breaker = breaker();
        breaker.recordFailure(each.thrown);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(backoff().isRetryable(each.thrown)).isFalse();
        assertThat(Fallbacks.covers(Fallbacks.builder().build(), each.thrown)).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    public void failed(Case each) {
        raise(each.flag);
        CircuitBreaker breaker = breaker();
        breaker.recordFailure(each.thrown);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(backoff().isRetryable(each.thrown)).isTrue();
        assertThat(Fallbacks.covers(Fallbacks.builder().build(), each.thrown)).isTrue();
    }

    @Test
    void whatIsNamedIsMeantAndWhatIsAroundItIsNot() {
        InterruptedException interrupt = new InterruptedException();
        ExponentialBackoff naming = ExponentialBackoff.builder()
                .retryOn(InterruptedException.class, RuntimeException.class)
                .build();
        assertThat(naming.isRetryable(interrupt)).isTrue();
        assertThat(naming.isRetryable(new RuntimeException(interrupt))).isFalse();
        FallbackRule answering = Fallbacks.builder()
                .on(CancellationException.class, RuntimeException.class)
                .build();
        assertThat(Fallbacks.covers(answering, new CancellationException())).isTrue();
        assertThat(Fallbacks.covers(answering, new RuntimeException(interrupt))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsCalledOffEndsWithoutARetryAndWithoutAFallback(Form form) {
        GuardedClient client = new GuardedClient(form);
        RuntimeException thrown = new RuntimeException(new InterruptedException());
        client.answers(thrown, 200);
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(1).build(client.holdfast);
        FormGuards.Guard guard = client.guard()
                .circuitBreaker(breaker)
                .backoff(backoff())
                .fallback(Fallbacks.builder().build())
                .build(client.holdfast);
        assertThat(catchThrowable(() -> client.call(guard))).isSameAs(thrown);
        assertThat(client.calls).isEqualTo(1);
        assertThat(client.fellBack).isEmpty();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aStatusReadFromWhatWrapsAnInterruptIsNone() {
        GuardedClient.StatusException thrown = new GuardedClient.StatusException(503, null);
        thrown.initCause(new InterruptedException());
        GuardedClient client = new GuardedClient();
        client.answers(thrown, 200);
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(1).build(client.holdfast);
        FormGuards.Guard guard =
                client.guard().circuitBreaker(breaker).backoff(backoff()).build(client.holdfast);
        assertThat(catchThrowable(() -> client.call(guard))).isSameAs(thrown);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void anAttemptThatIsCutFailsHoweverItsInterruptIsWrapped() {
        GuardedClient client = new GuardedClient();
        client.answers(200);
        client.duringCall = () -> {
            try {
                client.time.sleep(Duration.ofSeconds(10).toNanos());
            } catch (InterruptedException cut) {
                throw new IllegalStateException(cut);
            }
        };
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(1).build(client.holdfast);
        FormGuards.Guard guard = client.guard()
                .circuitBreaker(breaker)
                .timeout(TimeLimiter.builder().limit(Duration.ofSeconds(1)).build())
                .build(client.holdfast);
        assertThat(catchThrowable(() -> client.call(guard))).isInstanceOf(CallTimeoutException.class);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }
}
