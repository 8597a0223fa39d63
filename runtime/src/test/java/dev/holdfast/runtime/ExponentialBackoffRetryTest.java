package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holdfast.annotations.Jitter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures and statuses are retried. */
class ExponentialBackoffRetryTest {

    private static final Throwable OVERFLOW = new StackOverflowError();
    private static final Throwable INTERRUPT = new InterruptedException();
    private static final Throwable CANCEL = new CancellationException();
    private static final Throwable OPEN = new CircuitOpenException("users", 1);
    private static final Throwable LIMITED = RateLimitedException.heldBack("users", 1);

    static Stream<Arguments> retryable() {
        return Stream.of(
                // By default every exception, and none of those that mean something else.
                row(true, new IOException(), Exception.class),
                row(true, new Exception(), Exception.class),
                row(true, new IllegalStateException(), Exception.class),
                row(false, new ClosedByInterruptException(), Exception.class),
                row(false, new Throwable(), Exception.class),
                row(false, OVERFLOW, Exception.class),
                row(false, INTERRUPT, Exception.class),
                row(false, CANCEL, Exception.class),
                row(false, OPEN, Exception.class),
                row(false, LIMITED, Exception.class),
                // What is more general does not name them.
                row(true, new Throwable(), Throwable.class),
                row(true, new IOException(), Throwable.class),
                row(false, OVERFLOW, Throwable.class),
                row(false, INTERRUPT, Throwable.class),
                row(false, CANCEL, Throwable.class),
                row(false, OPEN, Throwable.class),
                row(true, new IllegalStateException(), IllegalStateException.class),
                row(false, CANCEL, IllegalStateException.class),
                row(false, CANCEL, RuntimeException.class),
                row(false, OPEN, RuntimeException.class),
                // Their own type and its subclasses do.
                row(true, OVERFLOW, Error.class),
                row(true, OVERFLOW, VirtualMachineError.class),
                row(true, OVERFLOW, StackOverflowError.class),
                row(false, OVERFLOW, OutOfMemoryError.class),
                row(false, new AssertionError(), VirtualMachineError.class),
                row(true, INTERRUPT, InterruptedException.class),
                row(true, CANCEL, CancellationException.class),
                row(true, new CancellationException() {}, CancellationException.class),
                row(true, OPEN, ResilienceException.class),
                row(true, OPEN, CircuitOpenException.class),
                row(false, OPEN, RateLimitedException.class),
                row(true, LIMITED, RateLimitedException.class),
                // A general class beside a special one takes nothing away.
                row(true, OVERFLOW, Exception.class, Error.class),
                row(true, new IOException(), Error.class, Exception.class),
                row(false, INTERRUPT, Exception.class, Error.class),
                // Plain classes.
                row(true, new ConnectException(), IOException.class),
                row(true, new ConnectException(), ConnectException.class, FileNotFoundException.class),
                row(false, new SocketException(), ConnectException.class, FileNotFoundException.class),
                row(false, new RuntimeException(new IOException()), IOException.class),
                row(false, new IOException()));
    }

    @ParameterizedTest
    @MethodSource
    @SuppressWarnings("unchecked")
    void retryable(boolean expected, Throwable failure, Class<?>[] retryOn) {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .retryOn((Class<? extends Throwable>[]) retryOn)
                .build();
        assertThat(backoff.isRetryable(failure)).isEqualTo(expected);
        assertThat(Engines.of(backoff).isAborted(failure)).isFalse();
    }

    @Test
    void abortOnWins() {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .retryOn(Exception.class, ConnectException.class, Error.class)
                .abortOn(SocketException.class, StackOverflowError.class)
                .build();
        assertThat(backoff.isRetryable(new IOException())).isTrue();
        assertThat(backoff.isRetryable(new AssertionError())).isTrue();
        assertThat(Engines.of(backoff).isAborted(new IOException())).isFalse();
        for (Throwable aborting : List.of(new SocketException(), new ConnectException(), OVERFLOW)) {
            assertThat(backoff.isRetryable(aborting)).isFalse();
            assertThat(Engines.of(backoff).isAborted(aborting)).isTrue();
        }
    }

    @Test
    void abortOnMatchesMoreGeneralClassesToo() {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .retryOn(InterruptedException.class)
                .abortOn(Throwable.class)
                .build();
        assertThat(Engines.of(backoff).isAborted(INTERRUPT)).isTrue();
        assertThat(backoff.isRetryable(INTERRUPT)).isFalse();
    }

    @Test
    void otherExceptionsLeaveAllElseAsItIs() {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(7)
                .jitter(Jitter.NONE)
                .abortOn(ConnectException.class)
                .deadline(Duration.ofNanos(9))
                .build();
        ExponentialBackoff other = Engines.of(backoff).retryingOn(new Class<?>[] {IOException.class});
        assertThat(other.isRetryable(new IOException())).isTrue();
        assertThat(other.isRetryable(new ConnectException())).isFalse();
        assertThat(other.isRetryable(new IllegalStateException())).isFalse();
        assertThat(backoff.isRetryable(new IllegalStateException())).isTrue();
        assertThat(other).hasToString(backoff.toString());
        assertThat(Engines.of(other).deadlineNanos()).isEqualTo(9);
        assertThat(other.calculateDelay(3)).isEqualTo(backoff.calculateDelay(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 503, 599})
    void timeoutsAndServerErrorsAreRetriedByDefault(int status) {
        assertThat(ExponentialBackoff.builder().build().isRetryable(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100, 200, 304, 400, 401, 404, 409, 429, 499, 600, Integer.MAX_VALUE})
    void noOtherStatusIs(int status) {
        assertThat(ExponentialBackoff.builder().build().isRetryable(status)).isFalse();
    }

    @Test
    void statusesReplaceTheDefault() {
        ExponentialBackoff backoff =
                ExponentialBackoff.builder().retryStatuses("502-504", "425").build();
        assertThat(backoff.isRetryable(425)).isTrue();
        assertThat(backoff.isRetryable(503)).isTrue();
        assertThat(backoff.isRetryable(500)).isFalse();
        assertThat(Engines.of(backoff).lowestStatus()).isEqualTo(425);
        assertThat(Engines.of(ExponentialBackoff.builder().build()).lowestStatus())
                .isEqualTo(408);
        assertThat(Engines.of(ExponentialBackoff.builder().retryStatuses().build())
                        .lowestStatus())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void noFailureIsNoQuestion() {
        ExponentialBackoff backoff = ExponentialBackoff.builder().build();
        assertThatNullPointerException()
                .isThrownBy(() -> backoff.isRetryable(null))
                .withMessage("failure");
    }

    private static Arguments row(boolean expected, Throwable failure, Class<?>... retryOn) {
        return Arguments.of(expected, failure, retryOn);
    }
}
