package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.HALF_OPEN;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that take too long, in rate mode. */
class CircuitBreakerSlowCallTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final IOException FAILURE = new IOException();

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder().clock(time).build();

    private static CircuitBreakerBuilder slow(boolean calls) {
        CircuitBreakerBuilder builder =
                CircuitBreaker.builder().slowCall(LIMIT).slowCallRate(50).minimumCalls(4);
        return calls ? builder.windowCalls(10) : builder.window(Duration.ofSeconds(60));
    }

    private Permit after(CircuitBreaker breaker, Duration duration) {
        Permit permit = breaker.acquirePermit();
        time.advance(duration);
        return permit;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tooManySlowCallsOpenIt(boolean calls) {
        CircuitBreaker breaker = slow(calls).build(holdfast);
        after(breaker, LIMIT).succeeded();
        after(breaker, LIMIT).succeeded();
        after(breaker, LIMIT.plusNanos(1)).succeeded();
        after(breaker, LIMIT).succeeded();
        assertThat(breaker.state()).as("1 of 4").isEqualTo(CLOSED);
        assertThat(breaker.snapshot().windowSlowCalls()).isEqualTo(1);
        assertThat(breaker.snapshot().slowCallRate()).isEqualTo(25.0);
        after(breaker, LIMIT.plusNanos(1)).succeeded();
        assertThat(breaker.state()).as("2 of 5").isEqualTo(CLOSED);
        after(breaker, LIMIT.plusNanos(1)).failed(FAILURE);
        assertThat(breaker.state()).as("3 of 6").isEqualTo(OPEN);
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void aSlowFailureIsBoth() {
        CircuitBreaker breaker = slow(true).failureRate(100).build(holdfast);
        after(breaker, LIMIT.multipliedBy(2)).failed();
        after(breaker, LIMIT.multipliedBy(2)).failed(FAILURE);
        assertThat(breaker.snapshot().windowFailures()).isEqualTo(2);
        assertThat(breaker.snapshot().windowSlowCalls()).isEqualTo(2);
        after(breaker, LIMIT).failed(FAILURE);
        assertThat(breaker.snapshot().windowFailures()).isEqualTo(3);
        assertThat(breaker.snapshot().windowSlowCalls()).isEqualTo(2);
    }

    @Test
    void failuresAloneDoNotOpenItWithoutARateOfTheirOwn() {
        CircuitBreaker breaker = slow(true).build(holdfast);
        for (int i = 0; i < 20; i++) {
            breaker.acquirePermit().failed(FAILURE);
        }
        assertThat(breaker.state()).isEqualTo(CLOSED);
        assertThat(breaker.snapshot().failureRate()).isEqualTo(100.0);
    }

    @Test
    void aSlowCallThatDoesNotCountIsNoCall() {
        CircuitBreaker breaker = slow(true).build(holdfast);
        for (int i = 0; i < 10; i++) {
            after(breaker, LIMIT.multipliedBy(2)).failed(new AssertionError());
            after(breaker, LIMIT.multipliedBy(2)).release();
        }
        assertThat(breaker.snapshot().windowCalls()).isZero();
        assertThat(breaker.snapshot().windowSlowCalls()).isZero();
    }

    @Test
    void theManualProtocolTakesNoTimes() {
        CircuitBreaker breaker = slow(true).build(holdfast);
        for (int i = 0; i < 10; i++) {
            assertThat(breaker.canExecute()).isTrue();
            time.advance(LIMIT.multipliedBy(2));
            breaker.recordSuccess();
        }
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(10);
        assertThat(breaker.snapshot().windowSlowCalls()).isZero();
    }

    private void openAndRecover(CircuitBreaker breaker) {
        for (int i = 0; i < 4; i++) {
            after(breaker, LIMIT.multipliedBy(2)).succeeded();
        }
        assertThat(breaker.state()).isEqualTo(OPEN);
        time.advance(Duration.ofSeconds(60));
    }

    @Test
    void aSlowProbeIsAFailedOne() {
        CircuitBreaker breaker = slow(true).build(holdfast);
        openAndRecover(breaker);
        after(breaker, LIMIT).succeeded();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.successCount()).isEqualTo(1);
        after(breaker, LIMIT.plusNanos(1)).succeeded();
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void aSlowProbeReportsOnceAndFromItsOwnStayOnly() {
        CircuitBreaker breaker = slow(true).build(holdfast);
        openAndRecover(breaker);
        Permit probe = after(breaker, LIMIT);
        probe.succeeded();
        time.advance(LIMIT);
        probe.succeeded();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.successCount()).isEqualTo(1);
    }

    @Test
    void aManualProbeIsNeverSlow() {
        CircuitBreaker breaker = slow(true).build(holdfast);
        openAndRecover(breaker);
        for (int i = 0; i < 2; i++) {
            assertThat(breaker.canExecute()).isTrue();
            time.advance(LIMIT.multipliedBy(2));
            breaker.recordSuccess();
        }
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void withoutSlowCallNoProbeIsTooSlow() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(50)
                .windowCalls(1)
                .minimumCalls(1)
                .successThreshold(1)
                .build(holdfast);
        breaker.acquirePermit().failed(FAILURE);
        time.advance(Duration.ofSeconds(60));
        after(breaker, Duration.ofSeconds(59)).succeeded();
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }
}
