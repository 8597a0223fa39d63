package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.limit.Quota;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The quota around a call: who waits for a place, who is rejected, and what hold, breaker and backoff have to do with it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardQuotaTest {

    private final GuardedClient client;
    private final CircuitBreaker breaker;

    GuardQuotaTest(Form form) {
        this.client = new GuardedClient(form);
        this.breaker = CircuitBreaker.builder()
                .name("github")
                .failureThreshold(1)
                .successThreshold(1)
                .build(client.holdfast);
    }

    /** One call a second. */
    private RateLimiter limiter(int maxWaitSeconds) {
        return RateLimiter.builder()
                .name("quota")
                .permits(1)
                .maxWait(Duration.ofSeconds(maxWaitSeconds))
                .build(client.holdfast);
    }

    private Guard guard(RateLimiter limiter) {
        return client.guard().rateLimiter(limiter).build(client.holdfast);
    }

    private Guard withBreaker(RateLimiter limiter) {
        return client.guard().rateLimiter(limiter).circuitBreaker(breaker).build(client.holdfast);
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder().baseDelay(Duration.ofMillis(400)).jitter(Jitter.NONE);
    }

    private Guard withBackoff(RateLimiter limiter, ExponentialBackoffBuilder backoff) {
        return client.guard().rateLimiter(limiter).backoff(backoff.build()).build(client.holdfast);
    }

    @Test
    void aCallWithoutAPlaceIsRejectedAtOnceAndLearnsWhenThereIsOne() throws Throwable {
        Guard guard = guard(limiter(0));
        client.answers(200);
        client.call(guard);
        client.time.advance(Duration.ofMillis(300));
        RateLimitedException rejection = catchThrowableOfType(RateLimitedException.class, () -> client.call(guard));
        assertThat(rejection.retryAfter()).isEqualTo(Duration.ofMillis(700));
        assertThat(rejection).hasMessage("rate limiter 'quota' has used up its quota, retry after 700ms");
        assertThat(client.calls).isEqualTo(1);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).containsExactly("rejected by quota");
    }

    @Test
    void callsWaitForTheirPlaces() throws Throwable {
        Guard guard = guard(limiter(5));
        client.answers(200, 200, 200);
        for (int i = 0; i < 3; i++) {
            client.call(guard);
        }
        assertThat(client.waits()).containsExactly(1_000L, 1_000L);
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() throws Throwable {
        client.time.advance(Duration.ofDays(1));
        RateLimiter limiter = limiter(5);
        Engines.of(limiter).quota().tryTake();
        Guard guard = withBackoff(limiter, backoff().deadline(Duration.ofMillis(999)));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        client.answers(200);
        client.call(withBackoff(limiter, backoff().deadline(Duration.ofMillis(1_000))));
        assertThat(client.waits()).containsExactly(1_000L);
    }

    @Test
    void eachAttemptTakesAPlace() throws Throwable {
        client.answers(503, 200);
        assertThat(client.call(withBackoff(limiter(5), backoff())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(400L, 600L);
    }

    @Test
    void nobodyWaitsForARejectionByTheQuota() {
        IOException failure = new IOException();
        client.answers(failure);
        assertThatThrownBy(() -> client.call(withBackoff(limiter(0), backoff())))
                .isSameAs(failure);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).containsExactly("gave up after 1");
    }

    @Test
    void aPlaceTakenDuringTheBackoffEndsWithTheLastAnswer() throws Throwable {
        RateLimiter limiter = limiter(0);
        client.duringWait = () -> Engines.of(limiter).quota().take(Nanos.MAX);
        client.answers(503);
        assertThat(client.call(withBackoff(limiter, backoff().baseDelay(Duration.ofSeconds(1))))
                        .status())
                .isEqualTo(503);
        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void aRejectionByTheQuotaTakesNoProbesPlaceAndCountsAsNothing() {
        RateLimiter limiter = limiter(0);
        breaker.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        Engines.of(limiter).quota().tryTake();
        assertThatThrownBy(() -> client.call(withBreaker(limiter))).isInstanceOf(RateLimitedException.class);
        assertThat(breaker.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    void aRejectionByTheBreakerTakesNoPlace() {
        RateLimiter limiter = limiter(0);
        breaker.forceOpen();
        assertThatThrownBy(() -> client.call(withBreaker(limiter))).isInstanceOf(CircuitOpenException.class);
        assertThat(Engines.of(limiter).quota().tryTake()).isTrue();
    }

    @Test
    void aBreakerThatOpensDuringTheWaitRejectsAndThePlaceIsGivenBack() {
        RateLimiter limiter = limiter(5);
        Engines.of(limiter).quota().tryTake();
        client.duringWait = breaker::forceOpen;
        assertThatThrownBy(() -> client.call(withBreaker(limiter))).isInstanceOf(CircuitOpenException.class);
        assertThat(client.waits()).containsExactly(1_000L);
        assertThat(Engines.of(limiter).quota().tryTake()).isTrue();
    }

    @Test
    void aHoldThatBeginsDuringTheWaitIsObeyedAndThePlaceIsGivenBack() throws Throwable {
        RateLimiter limiter = limiter(5);
        Engines.of(limiter).quota().tryTake();
        client.duringWait = () -> {
            if (client.waits().isEmpty()) {
                Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
            }
        };
        client.answers(200);
        client.call(guard(limiter));
        assertThat(client.waits()).containsExactly(1_000L, 9_000L);
        client.time.advance(Duration.ofMillis(999));
        assertThat(Engines.of(limiter).quota().tryTake()).isFalse();
    }

    @Test
    void aCallThatIsHeldTakesNoPlaceMeanwhile() throws Throwable {
        RateLimiter limiter = limiter(0);
        Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
        client.duringWait =
                () -> assertThat(Engines.of(limiter).quota().tryTake()).isTrue();
        client.answers(200);
        client.call(guard(limiter));
        assertThat(client.waits()).containsExactly(10_000L);
    }

    @Test
    void allWaitsForPlacesTogetherAreNoLongerThanMaxWait() {
        RateLimiter limiter = limiter(5);
        Quota quota = Engines.of(limiter).quota();
        client.duringWait = () -> {
            if (client.waits().isEmpty()) {
                Engines.of(limiter).holdFor(Duration.ofSeconds(6).toNanos());
            } else {
                for (int i = 0; i < 6; i++) {
                    quota.take(Nanos.MAX);
                }
            }
        };
        for (int i = 0; i < 4; i++) {
            quota.take(Nanos.MAX);
        }
        assertThatThrownBy(() -> client.call(guard(limiter))).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).containsExactly(4_000L, 2_000L);
    }

    @Test
    void waitingForAPlaceIsNotSlow() throws Throwable {
        CircuitBreaker slow = CircuitBreaker.builder()
                .slowCallRate(1)
                .slowCall(Duration.ofMillis(500))
                .windowCalls(10)
                .minimumCalls(1)
                .build(client.holdfast);
        Guard guard =
                client.guard().rateLimiter(limiter(5)).circuitBreaker(slow).build(client.holdfast);
        client.answers(200, 200);
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).containsExactly(1_000L);
        assertThat(slow.state()).isEqualTo(CircuitState.CLOSED);
        client.duringCall = () -> client.time.advance(Duration.ofMillis(501));
        client.answers(200);
        client.call(guard);
        assertThat(slow.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aProbeThatWaitedForAPlaceHasItsFullTimeAfterwards() throws Throwable {
        RateLimiter limiter = RateLimiter.builder()
                .permits(1)
                .per(Duration.ofSeconds(50))
                .maxWait(Duration.ofSeconds(50))
                .build(client.holdfast);
        breaker.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        Engines.of(limiter).quota().tryTake();
        client.duringCall = () -> {
            client.time.advance(Duration.ofSeconds(30));
            assertThat(breaker.tryAcquirePermit()).isNull();
        };
        client.answers(200);
        client.call(withBreaker(limiter));
        assertThat(client.waits()).containsExactly(50_000L);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }
}
