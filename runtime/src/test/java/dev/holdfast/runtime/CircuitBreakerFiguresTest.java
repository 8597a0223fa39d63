package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.event.StateChangeEvent.Reason;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a breaker tells: why it changed its state, and its figures of a moment. */
class CircuitBreakerFiguresTest {

    private static final IOException FAILURE = new IOException("down");

    private final VirtualTime time = new VirtualTime();
    private final List<StateChangeEvent> events = new ArrayList<>();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .listener(new ResilienceListener() {
                @Override
                public void onStateChange(StateChangeEvent event) {
                    events.add(event);
                }
            })
            .build();

    private List<Reason> reasons() {
        return events.stream().map(StateChangeEvent::reason).toList();
    }

    @Test
    void saysWhyItWentThroughAllStates() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .name("github")
                .failureThreshold(1)
                .successThreshold(1)
                .build(holdfast);
        breaker.acquirePermit().failed(FAILURE);
        time.advance(Duration.ofSeconds(60));
        breaker.acquirePermit().failed();
        time.advance(Duration.ofSeconds(60));
        breaker.acquirePermit().succeeded();
        assertThat(reasons())
                .containsExactly(
                        Reason.FAILURES_IN_A_ROW,
                        Reason.RECOVERY_TIME_OVER,
                        Reason.PROBE_FAILED,
                        Reason.RECOVERY_TIME_OVER,
                        Reason.PROBES_SUCCEEDED);
        assertThat(events.get(0).cause()).isSameAs(FAILURE);
        assertThat(events.get(0)).hasToString("github: CLOSED -> OPEN (FAILURES_IN_A_ROW: " + FAILURE + ")");
        assertThat(events.get(1)).hasToString("github: OPEN -> HALF_OPEN (RECOVERY_TIME_OVER)");
        assertThat(events.get(2).cause()).isNull();
        assertThat(events.get(4).breaker()).isEqualTo("github");
    }

    @Test
    void showsItsNameAndState() {
        CircuitBreaker breaker = CircuitBreaker.builder().name("github").build(holdfast);
        assertThat(breaker.name()).isEqualTo("github");
        assertThat(breaker).hasToString("CircuitBreaker[github, CLOSED]");
    }

    @Test
    void knowsWhetherAWaitWouldBeInVain() {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(1).build(holdfast);
        assertThat(Engines.of(breaker).isRejectingFor(0)).isFalse();
        breaker.acquirePermit().failed(FAILURE);
        long recovery = Duration.ofSeconds(60).toNanos();
        assertThat(Engines.of(breaker).isRejectingFor(recovery - 1)).isTrue();
        assertThat(Engines.of(breaker).isRejectingFor(recovery)).isFalse();
    }

    @Test
    void saysWhoSwitchedItAndNothingWhereNothingChanged() {
        CircuitBreaker breaker = CircuitBreaker.builder().build(holdfast);
        breaker.reset();
        breaker.forceOpen();
        breaker.forceOpen();
        breaker.disable();
        breaker.reset();
        assertThat(reasons()).containsExactly(Reason.BY_HAND, Reason.BY_HAND, Reason.BY_HAND);
        assertThat(events)
                .extracting(StateChangeEvent::to)
                .containsExactly(CircuitState.FORCED_OPEN, CircuitState.DISABLED, CircuitState.CLOSED);
    }

    @Test
    void saysWhichRateWasReached() {
        CircuitBreakerBuilder settings = CircuitBreaker.builder()
                .failureRate(100)
                .windowCalls(2)
                .minimumCalls(2)
                .slowCall(Duration.ofSeconds(1))
                .slowCallRate(100);
        CircuitBreaker failing = settings.build(holdfast);
        failing.acquirePermit().failed(FAILURE);
        failing.acquirePermit().failed(FAILURE);
        CircuitBreaker slow = settings.build(holdfast);
        for (int i = 0; i < 2; i++) {
            Permit permit = slow.acquirePermit();
            time.advance(Duration.ofSeconds(2));
            permit.succeeded();
        }
        CircuitBreaker both = settings.build(holdfast);
        for (int i = 0; i < 2; i++) {
            Permit permit = both.acquirePermit();
            time.advance(Duration.ofSeconds(2));
            permit.failed(FAILURE);
        }
        assertThat(reasons()).containsExactly(Reason.FAILURE_RATE, Reason.SLOW_CALL_RATE, Reason.FAILURE_RATE);
        assertThat(events.get(0).cause()).isSameAs(FAILURE);
        assertThat(events.get(1).cause()).isNull();
    }

    @Test
    void theFirstFailureInAWindowIsNoChangeOfState() {
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureRate(50).windowCalls(100).build(holdfast);
        breaker.acquirePermit().failed(FAILURE);
        assertThat(events).isEmpty();
    }

    @Test
    void aSnapshotHoldsTheFiguresOfItsMoment() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(50)
                .windowCalls(10)
                .minimumCalls(8)
                .build(holdfast);
        time.advance(Duration.ofSeconds(30));
        for (int i = 0; i < 6; i++) {
            breaker.acquirePermit().succeeded();
        }
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(6);
        assertThat(breaker.snapshot().failureRate()).isZero();
        breaker.acquirePermit().failed(FAILURE);
        breaker.acquirePermit().failed(FAILURE);
        BreakerSnapshot snapshot = breaker.snapshot();
        breaker.reset();
        assertThat(snapshot.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(snapshot.failureCount()).isEqualTo(2);
        assertThat(snapshot.successCount()).isZero();
        assertThat(snapshot.windowCalls()).isEqualTo(8);
        assertThat(snapshot.windowFailures()).isEqualTo(2);
        assertThat(snapshot.windowSlowCalls()).isZero();
        assertThat(snapshot.failureRate()).isEqualTo(25.0);
        assertThat(snapshot.slowCallRate()).isZero();
        assertThat(snapshot.retryAfter()).isZero();
        assertThat(snapshot.inState()).isCloseTo(Duration.ofSeconds(30), Duration.ofMillis(70));
        assertThat(snapshot)
                .asString()
                .startsWith("CLOSED for ")
                .endsWith("failures=2, successes=0, window: calls=8, failed=2, slow=0, retry after 0ns");
        assertThat(breaker.snapshot().windowCalls()).isZero();
    }

    @Test
    void aSnapshotKnowsHowLongTheBreakerHasBeenInAnyState() {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(1).build(holdfast);
        time.advance(Duration.ofDays(400));
        assertThat(breaker.snapshot().inState()).isCloseTo(Duration.ofDays(400), Duration.ofMillis(70));
        breaker.acquirePermit().failed(FAILURE);
        time.advance(Duration.ofSeconds(60));
        BreakerSnapshot open = breaker.snapshot();
        assertThat(open.state()).isEqualTo(CircuitState.OPEN);
        assertThat(open.failureCount()).isEqualTo(1);
        assertThat(open.inState()).isCloseTo(Duration.ofSeconds(60), Duration.ofMillis(70));
        Permit probe = breaker.acquirePermit();
        breaker.acquirePermit().succeeded();
        time.advance(Duration.ofSeconds(20));
        assertThat(breaker.snapshot().successCount()).isEqualTo(1);
        assertThat(breaker.snapshot().inState()).isCloseTo(Duration.ofSeconds(20), Duration.ofMillis(70));
        probe.failed(FAILURE);
        time.advance(Duration.ofSeconds(10));
        assertThat(breaker.snapshot().retryAfter()).isEqualTo(Duration.ofSeconds(50));
        breaker.forceOpen();
        time.advance(Duration.ofSeconds(5));
        assertThat(breaker.snapshot().inState()).isCloseTo(Duration.ofSeconds(5), Duration.ofMillis(70));
        assertThat(breaker.snapshot().retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(breaker.snapshot().failureRate()).isZero();
    }

    @Test
    void theFirstFailureDoesNotBeginTheStayAnew() {
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureRate(50).windowCalls(100).build(holdfast);
        time.advance(Duration.ofHours(1));
        breaker.acquirePermit().failed(FAILURE);
        assertThat(breaker.snapshot().inState()).isCloseTo(Duration.ofHours(1), Duration.ofMillis(70));
        CircuitBreaker timed = CircuitBreaker.builder()
                .failureRate(50)
                .window(Duration.ofMinutes(1))
                .build(holdfast);
        time.advance(Duration.ofHours(1));
        assertThat(timed.snapshot().inState()).isCloseTo(Duration.ofHours(1), Duration.ofMillis(70));
    }

    @Test
    void ratesArePartsOfAHundred() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(50)
                .windowCalls(10)
                .minimumCalls(8)
                .build(holdfast);
        breaker.acquirePermit().failed(FAILURE);
        breaker.acquirePermit().succeeded();
        breaker.acquirePermit().succeeded();
        assertThat(breaker.snapshot().failureRate()).isEqualTo(33.333, within(0.001));
    }
}
