package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.HALF_OPEN;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Probes of a server that takes longer to answer than the breaker waits before it probes. */
class SlowProbeTest {

    private static final IOException FAILURE = new IOException("down");

    private final VirtualTime time = new VirtualTime();
    private final List<StateChangeEvent> events = new ArrayList<>();
    private final Holdfast holdfast = time.holdfast()
            .listener(new ResilienceListener() {
                @Override
                public void onStateChange(StateChangeEvent event) {
                    events.add(event);
                }
            })
            .build();

    private static CircuitBreakerBuilder settings(int probes) {
        return CircuitBreaker.builder()
                .failureThreshold(1)
                .recoveryTimeout(Duration.ofSeconds(1))
                .successThreshold(probes);
    }

    private CircuitBreaker recovered(CircuitBreakerBuilder settings) {
        CircuitBreaker breaker = settings.build(holdfast);
        breaker.recordFailure(FAILURE);
        seconds(1);
        return breaker;
    }

    private void seconds(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    private List<StateChangeEvent.Reason> reasons() {
        return events.stream().map(StateChangeEvent::reason).toList();
    }

    @Test
    void aSuccessBeyondTheLeaseCounts() {
        CircuitBreaker breaker = recovered(settings(1));
        Permit slow = breaker.acquirePermit();
        seconds(3);
        Permit heir = breaker.acquirePermit();
        slow.succeeded();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        heir.failed(FAILURE);
        assertThat(breaker.state()).as("a probe of a stay that is over").isEqualTo(CLOSED);
        assertThat(reasons()).endsWith(StateChangeEvent.Reason.PROBES_SUCCEEDED);
    }

    @Test
    void aFailureBeyondTheLeaseReopensForLonger() {
        CircuitBreaker breaker = recovered(settings(1).recoveryFactor(10));
        Permit slow = breaker.acquirePermit();
        seconds(3);
        breaker.acquirePermit();
        slow.failed(FAILURE);
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(Engines.of(breaker).rejection().retryAfter()).hasSeconds(10);
        assertThat(reasons()).endsWith(StateChangeEvent.Reason.PROBE_FAILED);
        assertThat(events.get(events.size() - 1).cause()).isSameAs(FAILURE);
    }

    @Test
    void aProbeBeyondItsLeaseLeavesThePlaceToItsHeirAndReportsOnce() {
        CircuitBreaker breaker = recovered(settings(3));
        Permit slow = breaker.acquirePermit();
        seconds(1);
        for (int i = 0; i < 3; i++) {
            breaker.acquirePermit();
        }
        slow.succeeded();
        slow.succeeded();
        slow.failed(FAILURE);
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.successCount()).isEqualTo(1);
        assertThat(breaker.tryAcquirePermit()).as("the heirs have all places").isNull();
    }

    @Test
    void aProbeBeyondItsLeaseThatBringsNothingChangesNothing() {
        CircuitBreaker breaker = recovered(settings(1));
        Permit cancelled = breaker.acquirePermit();
        seconds(1);
        Permit ignored = breaker.acquirePermit();
        seconds(1);
        breaker.acquirePermit();
        cancelled.release();
        ignored.failed(new AssertionError());
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNull();
    }

    @Test
    void theLeaseIsAsLongAsThePauseBeforeIt() {
        CircuitBreaker breaker = recovered(settings(1).recoveryFactor(10).maxRecoveryTimeout(Duration.ofSeconds(50)));
        breaker.acquirePermit().failed(FAILURE);
        for (int pause : new int[] {10, 50, 50}) {
            seconds(pause);
            Permit probe = breaker.acquirePermit();
            assertThat(Engines.of(breaker).rejection().retryAfter()).hasSeconds(pause);
            seconds(pause - 1);
            assertThat(breaker.tryAcquirePermit()).isNull();
            probe.failed(FAILURE);
        }
    }

    @Test
    void byHandASlowServerClosesItsBreakerAndADeadOneReopensIt() {
        CircuitBreaker well = recovered(settings(1));
        assertThat(well.canExecute()).isTrue();
        seconds(3);
        assertThat(well.canExecute()).isTrue();
        well.recordSuccess();
        assertThat(well.state()).isEqualTo(CLOSED);

        CircuitBreaker dead = recovered(settings(1));
        assertThat(dead.canExecute()).isTrue();
        seconds(3);
        assertThat(dead.canExecute()).isTrue();
        dead.recordFailure(FAILURE);
        assertThat(dead.state()).isEqualTo(OPEN);
    }

    @Test
    void byHandAReportBeyondTheLeaseLeavesTheHeirItsPlace() {
        CircuitBreaker breaker = recovered(settings(1));
        assertThat(breaker.canExecute()).isTrue();
        seconds(1);
        assertThat(breaker.canExecute()).isTrue();
        breaker.recordFailure(new AssertionError());
        assertThat(breaker.canExecute()).as("the heir is in flight").isFalse();
        breaker.recordFailure(new AssertionError());
        assertThat(breaker.canExecute()).isTrue();
    }

    @Test
    void byHandTheOldestProbeReportsFirst() {
        CircuitBreaker breaker = recovered(settings(2));
        assertThat(breaker.canExecute()).isTrue();
        time.advance(Duration.ofMillis(500));
        assertThat(breaker.canExecute()).isTrue();
        time.advance(Duration.ofMillis(500));
        assertThat(breaker.canExecute()).as("in the place of the first").isTrue();
        breaker.recordFailure(new AssertionError());
        assertThat(Engines.of(breaker).rejection().retryAfter()).hasMillis(500);
        breaker.recordFailure(new AssertionError());
        assertThat(breaker.canExecute()).isTrue();
        assertThat(Engines.of(breaker).rejection().retryAfter())
                .as("of the third")
                .hasMillis(1_000);
    }

    @Test
    void theLeaseCoversTheTimeoutOfTheAttempt() throws Throwable {
        for (GuardedClient.Form form : GuardedClient.Form.values()) {
            GuardedClient client = new GuardedClient(form);
            CircuitBreaker breaker = settings(1).build(client.holdfast);
            breaker.recordFailure(FAILURE);
            client.time.advance(Duration.ofSeconds(1));
            List<Duration> leases = new ArrayList<>();
            client.duringCall = () -> leases.add(breaker.snapshot().retryAfter());
            client.answers(new AssertionError(), 200);
            FormGuards.Guard retrying = client.guard()
                    .circuitBreaker(breaker)
                    .timeout(TimeLimiter.builder()
                            .limit(Duration.ofSeconds(5))
                            .increment(Duration.ofSeconds(2))
                            .build())
                    .backoff(ExponentialBackoff.builder()
                            .maxAttempts(3)
                            .retryOn(AssertionError.class)
                            .baseDelay(Duration.ZERO)
                            .build())
                    .build(client.holdfast);
            assertThat(client.call(retrying).status()).isEqualTo(200);
            assertThat(leases).as("%s", form).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(7));
        }
    }

    @Test
    void theLeaseCoversAWaitThatTheProbeMakesWithItsPlaceInHand() throws Throwable {
        for (GuardedClient.Form form : GuardedClient.Form.values()) {
            GuardedClient client = new GuardedClient(form);
            CircuitBreaker breaker = settings(1).build(client.holdfast);
            RateLimiter quota = RateLimiter.builder()
                    .permits(1)
                    .per(Duration.ofSeconds(10))
                    .maxWait(Duration.ofSeconds(10))
                    .build(client.holdfast);
            breaker.recordFailure(FAILURE);
            client.time.advance(Duration.ofSeconds(1));
            assertThat(Engines.of(quota).quota().tryTake()).isTrue();
            List<Object> intruders = new ArrayList<>();
            client.time.schedule(
                    () -> intruders.add(breaker.tryAcquirePermit() == null),
                    Duration.ofSeconds(9).toNanos());
            client.answers(200);
            FormGuards.Guard guard =
                    client.guard().circuitBreaker(breaker).rateLimiter(quota).build(client.holdfast);
            assertThat(client.call(guard).status()).isEqualTo(200);
            assertThat(intruders).as("%s", form).containsExactly(true);
            assertThat(breaker.state()).as("%s", form).isEqualTo(CLOSED);
        }
    }

    /** Ten calls in a second for two minutes; each answer takes three seconds. */
    private CircuitBreaker steadyTraffic(boolean well) {
        CircuitBreaker breaker = recovered(settings(1));
        Deque<CompletableFuture<String>> inFlight = new ArrayDeque<>();
        Deque<Long> due = new ArrayDeque<>();
        for (int i = 0; i < 1_200; i++) {
            time.advance(Duration.ofMillis(100));
            while (!due.isEmpty() && due.peek() - time.nanoTime() <= 0) {
                due.remove();
                if (well) {
                    inFlight.remove().complete("fine");
                } else {
                    inFlight.remove().completeExceptionally(FAILURE);
                }
            }
            Resilience.ofStage(() -> {
                        CompletableFuture<String> answer = new CompletableFuture<>();
                        inFlight.add(answer);
                        due.add(time.nanoTime() + 3_000_000_000L);
                        return answer;
                    })
                    .holdfast(holdfast)
                    .circuitBreaker(breaker)
                    .call();
        }
        return breaker;
    }

    @Test
    void steadyTrafficClosesTheBreakerOfASlowServer() {
        assertThat(steadyTraffic(true).state()).isEqualTo(CLOSED);
        assertThat(reasons())
                .containsExactly(
                        StateChangeEvent.Reason.FAILURES_IN_A_ROW,
                        StateChangeEvent.Reason.RECOVERY_TIME_OVER,
                        StateChangeEvent.Reason.PROBES_SUCCEEDED);
    }

    @Test
    void steadyTrafficReopensTheBreakerOfADeadOne() {
        steadyTraffic(false);
        assertThat(reasons().stream().filter(StateChangeEvent.Reason.PROBE_FAILED::equals))
                .hasSizeGreaterThan(10);
    }
}
