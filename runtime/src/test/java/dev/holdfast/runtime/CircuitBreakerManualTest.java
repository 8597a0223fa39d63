package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.DISABLED;
import static dev.holdfast.runtime.event.CircuitState.FORCED_OPEN;
import static dev.holdfast.runtime.event.CircuitState.HALF_OPEN;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A breaker by hand: the protocol without permits, and the switches of an operator. */
class CircuitBreakerManualTest {

    private static final IOException FAILURE = new IOException("down");

    private final VirtualTime time = new VirtualTime();
    private final CircuitBreaker breaker = CircuitBreaker.builder()
            .failureThreshold(3)
            .recoveryTimeout(Duration.ofSeconds(60))
            .successThreshold(2)
            .build(Holdfast.builder().clock(time).build());

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.acquirePermit().failed(FAILURE);
        }
    }

    private void openAndRecover() {
        fail(3);
        time.advance(Duration.ofSeconds(60));
    }

    @Test
    void theManualProtocolGoesThroughAllStates() {
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.canExecute()).isTrue();
            breaker.recordFailure(FAILURE);
        }
        assertThat(breaker.canExecute()).isFalse();
        time.advance(Duration.ofSeconds(60));
        assertThat(breaker.canExecute()).isTrue();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.canExecute()).isTrue();
        assertThat(breaker.canExecute()).as("two probes in flight").isFalse();
        breaker.recordSuccess();
        assertThat(breaker.canExecute()).isTrue();
        breaker.recordSuccess();
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void theManualProtocolReopensOnAFailedProbeAndIgnoresLateResults() {
        openAndRecover();
        assertThat(breaker.canExecute()).isTrue();
        breaker.recordFailure(FAILURE);
        assertThat(breaker.state()).isEqualTo(OPEN);
        breaker.recordSuccess();
        breaker.recordFailure(FAILURE);
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void aManualReportThatDoesNotCountGivesThePlaceBack() {
        openAndRecover();
        assertThat(breaker.canExecute()).isTrue();
        assertThat(breaker.canExecute()).isTrue();
        breaker.recordFailure(new AssertionError());
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.canExecute()).isTrue();
        assertThat(breaker.canExecute()).as("one place, not two").isFalse();
    }

    @Test
    void anOperatorCanForceDisableAndReset() {
        Permit admittedBefore = breaker.acquirePermit();
        breaker.forceOpen();
        assertThat(breaker.state()).isEqualTo(FORCED_OPEN);
        time.advance(Duration.ofDays(1));
        assertThat(breaker.tryAcquirePermit()).isNull();
        assertThat(Engines.of(breaker).isRejectingFor(0)).isTrue();

        breaker.disable();
        assertThat(breaker.state()).isEqualTo(DISABLED);
        fail(10);
        assertThat(breaker.canExecute()).isTrue();
        assertThat(breaker.state()).isEqualTo(DISABLED);

        breaker.reset();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        admittedBefore.failed(FAILURE);
        assertThat(breaker.failureCount()).isZero();
        fail(3);
        assertThat(breaker.state()).isEqualTo(OPEN);
        breaker.reset();
        assertThat(breaker.acquirePermit()).isNotNull();
    }
}
