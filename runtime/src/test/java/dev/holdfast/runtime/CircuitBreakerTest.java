package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.HALF_OPEN;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** States and transitions of a breaker, with permits. */
class CircuitBreakerTest {

    private static final IOException FAILURE = new IOException("down");

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast =
            Holdfast.builder().clock(time).sleeper(time).build();
    private final CircuitBreaker breaker = settings().build(holdfast);

    private static CircuitBreakerBuilder settings() {
        return CircuitBreaker.builder()
                .name("github")
                .failureThreshold(3)
                .recoveryTimeout(Duration.ofSeconds(60))
                .successThreshold(2);
    }

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
    void opensAtTheThresholdOfConsecutiveFailures() {
        fail(2);
        assertThat(breaker.state()).isEqualTo(CLOSED);
        assertThat(breaker.failureCount()).isEqualTo(2);
        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.failureCount()).isEqualTo(3);
    }

    @Test
    void aSuccessResetsTheCount() {
        fail(2);
        breaker.acquirePermit().succeeded();
        assertThat(breaker.failureCount()).isZero();
        fail(2);
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void rejectsWhileOpenWithItsNameAndTheTimeLeft() {
        fail(3);
        time.advance(Duration.ofSeconds(18));
        assertThatThrownBy(breaker::acquirePermit).isInstanceOfSatisfying(CircuitOpenException.class, rejection -> {
            assertThat(rejection.name()).isEqualTo("github");
            assertThat(rejection.retryAfter()).isEqualTo(Duration.ofSeconds(42));
            assertThat(rejection).hasMessage("circuit breaker 'github' is open, retry after 42s");
            assertThat(rejection.getStackTrace()).isEmpty();
        });
        assertThat(breaker.tryAcquirePermit()).isNull();
    }

    @Test
    void admitsProbesOnlyAfterTheRecoveryTimeAndOnlySoMany() {
        fail(3);
        time.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThat(breaker.tryAcquirePermit()).isNull();
        time.advance(Duration.ofNanos(1));
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
        assertThat(breaker.tryAcquirePermit()).isNull();
        assertThatThrownBy(breaker::acquirePermit).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void closesAfterEnoughSuccessfulProbes() {
        openAndRecover();
        breaker.acquirePermit().succeeded();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.successCount()).isEqualTo(1);
        breaker.acquirePermit().succeeded();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        assertThat(breaker.failureCount()).isZero();
        assertThat(breaker.successCount()).isZero();
    }

    @Test
    void aFailedProbeReopensForAnotherRecoveryTime() {
        openAndRecover();
        breaker.acquirePermit().succeeded();
        breaker.acquirePermit().failed(FAILURE);
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(Engines.of(breaker).rejection().retryAfter()).isEqualTo(Duration.ofSeconds(60));
        time.advance(Duration.ofSeconds(60));
        breaker.acquirePermit().succeeded();
        assertThat(breaker.state())
                .as("the success before the failure no longer counts")
                .isEqualTo(HALF_OPEN);
    }

    @Test
    void aSuccessAdmittedWhileClosedDoesNotCloseAHalfOpenBreaker() {
        Permit late = breaker.acquirePermit();
        Permit alsoLate = breaker.acquirePermit();
        openAndRecover();
        breaker.acquirePermit();
        late.succeeded();
        alsoLate.succeeded();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.successCount()).isZero();
    }

    @Test
    void aFailureAdmittedWhileClosedDoesNotReopen() {
        Permit late = breaker.acquirePermit();
        openAndRecover();
        breaker.acquirePermit();
        late.failed(FAILURE);
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
    }

    @Test
    void lateResultsOfAnyNumberChangeNothing() {
        Permit late = breaker.acquirePermit();
        openAndRecover();
        breaker.acquirePermit();
        late.succeeded();
        for (int i = 0; i < 4; i++) {
            late.failed(FAILURE);
        }
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.failureCount()).isEqualTo(3);
    }

    @Test
    void aProbeOfAnEarlierHalfOpenStateChangesNothing() {
        openAndRecover();
        Permit early = breaker.acquirePermit();
        breaker.acquirePermit().failed(FAILURE);
        time.advance(Duration.ofSeconds(60));
        Permit present = breaker.acquirePermit();
        early.failed(FAILURE);
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        early.succeeded();
        assertThat(breaker.successCount()).isZero();
        present.succeeded();
        assertThat(breaker.successCount()).isEqualTo(1);
    }

    @Test
    void anErrorInAProbeGivesItsPlaceBack() {
        openAndRecover();
        breaker.acquirePermit();
        Permit probe = breaker.acquirePermit();
        probe.failed(new StackOverflowError());
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    void aProbeReportsOnce() {
        openAndRecover();
        Permit probe = breaker.acquirePermit();
        probe.succeeded();
        probe.succeeded();
        probe.failed(FAILURE);
        probe.release();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.successCount()).isEqualTo(1);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
        assertThat(breaker.tryAcquirePermit()).isNotNull();
        assertThat(breaker.tryAcquirePermit()).as("no more places than two").isNull();
    }

    @Test
    void aProbeThatNeverReturnsGivesItsPlaceUpAfterTheRecoveryTime() {
        openAndRecover();
        Permit lost = breaker.acquirePermit();
        breaker.acquirePermit();
        time.advance(Duration.ofSeconds(59));
        assertThat(breaker.tryAcquirePermit()).isNull();
        assertThat(Engines.of(breaker).rejection().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(1));
        Permit heir = breaker.acquirePermit();
        assertThat(breaker.tryAcquirePermit()).isNotNull();
        assertThat(breaker.tryAcquirePermit()).isNull();
        lost.release();
        assertThat(breaker.tryAcquirePermit()).as("the place is its heir's").isNull();
        heir.succeeded();
        assertThat(breaker.successCount()).isEqualTo(1);
    }

    @Test
    void eachReopeningCanWaitLongerUpToAMaximum() {
        CircuitBreaker growing = settings()
                .successThreshold(1)
                .recoveryFactor(2)
                .maxRecoveryTimeout(Duration.ofSeconds(200))
                .build(holdfast);
        for (int i = 0; i < 3; i++) {
            growing.acquirePermit().failed(FAILURE);
        }
        for (int seconds : new int[] {60, 120, 200, 200}) {
            assertThat(Engines.of(growing).rejection().retryAfter()).hasSeconds(seconds);
            time.advance(Duration.ofSeconds(seconds));
            growing.acquirePermit().failed(FAILURE);
        }
        time.advance(Duration.ofSeconds(200));
        growing.acquirePermit().succeeded();
        for (int i = 0; i < 3; i++) {
            growing.acquirePermit().failed(FAILURE);
        }
        assertThat(Engines.of(growing).rejection().retryAfter())
                .as("closing forgets it")
                .hasSeconds(60);
    }
}
