package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a breaker counts as a failure, and what it refuses to be built with. */
class CircuitBreakerOutcomeTest {

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private static int failuresAfter(CircuitBreakerBuilder settings, Throwable failure) {
        CircuitBreaker breaker = settings.build();
        breaker.acquirePermit().failed(failure);
        return breaker.failureCount();
    }

    @Test
    void countsWhatIsMonitored() {
        assertThat(failuresAfter(CircuitBreaker.builder(), new IOException())).isEqualTo(1);
        assertThat(failuresAfter(CircuitBreaker.builder(), new AssertionError()))
                .isZero();
        assertThat(failuresAfter(CircuitBreaker.builder().monitored(Throwable.class), new AssertionError()))
                .isEqualTo(1);
        assertThat(failuresAfter(CircuitBreaker.builder().monitored(IOException.class), new FileNotFoundException()))
                .as("subclasses count")
                .isEqualTo(1);
        assertThat(failuresAfter(CircuitBreaker.builder().monitored(IOException.class), new RuntimeException()))
                .isZero();
    }

    @Test
    void ignoredWins() {
        CircuitBreakerBuilder settings =
                CircuitBreaker.builder().monitored(IOException.class).ignored(FileNotFoundException.class);
        assertThat(failuresAfter(settings, new FileNotFoundException())).isZero();
        assertThat(failuresAfter(settings, new IOException())).isEqualTo(1);
    }

    @Test
    void whatIsNeitherSuccessNorFailureLeavesTheCountAlone() {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        breaker.acquirePermit().failed(new IOException());
        breaker.acquirePermit().failed(new AssertionError());
        breaker.acquirePermit().release();
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void cancelAndInterruptNeverCount() {
        CircuitBreakerBuilder settings = CircuitBreaker.builder().monitored(Throwable.class);
        assertThat(failuresAfter(settings, new InterruptedException())).isZero();
        assertThat(failuresAfter(settings, new CancellationException())).isZero();
        assertThat(failuresAfter(settings, new ClosedByInterruptException())).isZero();
        assertThat(failuresAfter(settings, new CircuitOpenException("inner", 1)))
                .isZero();
    }

    @Test
    void aTimeOutCountsAlthoughItsClassSaysInterrupted() {
        assertThat(failuresAfter(CircuitBreaker.builder(), new SocketTimeoutException()))
                .isEqualTo(1);
        assertThat(failuresAfter(CircuitBreaker.builder(), new InterruptedIOException("timeout")))
                .isEqualTo(1);
        Thread.currentThread().interrupt();
        assertThat(failuresAfter(CircuitBreaker.builder(), new InterruptedIOException("interrupted")))
                .isZero();
        assertThat(failuresAfter(CircuitBreaker.builder(), new SocketTimeoutException()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesThresholdsBelowOne(int threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CircuitBreaker.builder().failureThreshold(threshold))
                .withMessageContaining("failureThreshold is " + threshold + ", must be from 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CircuitBreaker.builder().successThreshold(threshold))
                .withMessageContaining("successThreshold is " + threshold + ", must be from 1 to 1000");
    }

    @Test
    void refusesOtherValuesOutOfRange() {
        CircuitBreakerBuilder builder = CircuitBreaker.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.recoveryTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.recoveryTimeout(Duration.ofDays(366)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.recoveryFactor(0.99));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.recoveryFactor(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.name(""));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.failureStatuses("6xx"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CircuitBreaker.builder()
                        .recoveryTimeout(Duration.ofSeconds(90))
                        .maxRecoveryTimeout(Duration.ofMillis(1500))
                        .build())
                .withMessage("maxRecoveryTimeout is 1.5s, must be at least recoveryTimeout, which is 1m30s");
    }
}
