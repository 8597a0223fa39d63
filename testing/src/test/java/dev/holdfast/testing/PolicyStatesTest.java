package dev.holdfast.testing;

import static dev.holdfast.testing.PolicyStates.fillBulkhead;
import static dev.holdfast.testing.PolicyStates.halfOpenBreaker;
import static dev.holdfast.testing.PolicyStates.holdLimiter;
import static dev.holdfast.testing.PolicyStates.openBreaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitBreakerBuilder;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Policies in the state that a test begins with. */
class PolicyStatesTest {

    private final VirtualTime time = new VirtualTime();
    private final RecordingListener recorded = new RecordingListener(time);
    private final Holdfast holdfast = time.holdfast().listener(recorded).build();

    private CircuitBreaker breaker(CircuitBreakerBuilder settings) {
        return holdfast.circuitBreaker(settings.name("billing"), "test");
    }

    @Test
    void aBreakerOpens() {
        CircuitBreaker breaker = breaker(CircuitBreaker.builder().failureThreshold(7));

        assertThat(openBreaker(holdfast, "billing")).isSameAs(breaker);

        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(recorded.events(RecordedEvent.Kind.STATE_CHANGE)).hasSize(1);
        breaker.forceOpen();
        assertThat(openBreaker(breaker).state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aBreakerWithARateOpens() {
        CircuitBreaker breaker = breaker(
                CircuitBreaker.builder().failureRate(50).windowCalls(200).minimumCalls(100));

        assertThat(openBreaker(breaker).state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aBreakerOpensForWhatItMonitors() {
        CircuitBreaker breaker = breaker(CircuitBreaker.builder().monitored(NoSuchElementException.class));

        assertThat(openBreaker(breaker, new NoSuchElementException()).state()).isEqualTo(CircuitState.OPEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> openBreaker(breaker, new IOException()))
                .withMessage(
                        "The breaker 'billing' does not open after any number of java.io.IOException: give an exception"
                                + " that it monitors, or let forceOpen() open it.");
    }

    @Test
    void aBreakerIsReadyForItsProbes() {
        CircuitBreaker breaker =
                breaker(CircuitBreaker.builder().successThreshold(1).recoveryTimeout(Duration.ofMinutes(1)));
        long start = time.nanoTime();

        assertThat(halfOpenBreaker(holdfast, "billing", time)).isSameAs(breaker);

        assertThat(breaker.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(time.nanoTime() - start).isEqualTo(60_000_000_000L);
        Permit probe = breaker.acquirePermit();
        assertThat(breaker.tryAcquirePermit()).isNull();
        probe.succeeded();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> halfOpenBreaker(breaker, new VirtualTime()))
                .withMessage("The breaker 'billing' is not in this virtual time");
    }

    @Test
    void aLimiterHoldsCallsBack() {
        RateLimiter limiter = holdfast.rateLimiter(
                RateLimiter.builder()
                        .name("quota")
                        .defaultDelay(Duration.ofSeconds(1))
                        .maxDelay(Duration.ofSeconds(5)),
                "test");

        assertThat(holdLimiter(holdfast, "quota", "90s").heldFor()).isEqualTo(Duration.ofSeconds(90));
        assertThat(holdLimiter(limiter, Duration.ofMillis(1500)).heldFor()).isEqualTo(Duration.ofMillis(1500));

        assertThat(recorded.events(RecordedEvent.Kind.CALL_BEGUN)).isEmpty();
        assertThat(recorded.events(RecordedEvent.Kind.GIVE_UP)).isEmpty();
    }

    @Test
    void aBulkheadIsFull() {
        Bulkhead bulkhead = holdfast.bulkhead(Bulkhead.builder().name("pool").maxConcurrent(3), "test");

        assertThat(fillBulkhead(holdfast, "pool").available()).isZero();
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void anUnknownNameIsAnErrorThatTellsTheKnownOnes() {
        breaker(CircuitBreaker.builder());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> openBreaker(holdfast, "biling"))
                .withMessage(
                        "The context has no circuit breaker named 'biling'. There is: circuitbreaker 'billing', shared,"
                                + " of test. Make the client first, or give the circuit breaker itself.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fillBulkhead(holdfast, "pool"))
                .withMessageContaining("There is none at all.");
    }
}
