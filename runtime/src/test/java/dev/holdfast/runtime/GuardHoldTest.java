package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The hold that one rate-limited answer puts on all calls: who waits for it, who is rejected, and who does neither. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardHoldTest {

    private final GuardedClient client;
    private final RateLimiter limiter;
    private final CircuitBreaker breaker;
    private final Guard guard;
    private final Guard withBreaker;
    private final Guard withBackoff;

    GuardHoldTest(Form form) {
        this.client = new GuardedClient(form);
        this.limiter = RateLimiter.builder().name("quota").build(client.holdfast);
        this.breaker = CircuitBreaker.builder()
                .name("github")
                .failureThreshold(1)
                .successThreshold(1)
                .build(client.holdfast);
        this.guard = client.guard().rateLimiter(limiter).build(client.holdfast);
        this.withBreaker =
                client.guard().rateLimiter(limiter).circuitBreaker(breaker).build(client.holdfast);
        this.withBackoff = guard(backoff());
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder().baseDelay(Duration.ofSeconds(5)).jitter(Jitter.NONE);
    }

    private Guard guard(ExponentialBackoffBuilder backoff) {
        return client.guard().rateLimiter(limiter).backoff(backoff.build()).build(client.holdfast);
    }

    private void hold(int seconds) {
        Engines.of(limiter).holdFor(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void thoseHeldBackAreSpreadAfterTheHint() throws Throwable {
        hold(10);
        client.time.advance(Duration.ofSeconds(4));
        client.random = Duration.ofMillis(700).toNanos();
        client.answers(200);
        client.call(guard);
        assertThat(client.waits()).containsExactly(6_700L);
    }

    @Test
    void aHoldThatIsExtendedDuringTheWaitIsObeyedToItsEnd() throws Throwable {
        hold(10);
        client.duringWait = () -> {
            if (client.waits().isEmpty()) {
                hold(25);
            }
        };
        client.answers(200);
        client.call(guard);
        assertThat(client.waits()).containsExactly(10_000L, 15_000L);
    }

    @Test
    @Timeout(10)
    void successiveHoldsWaitAtMostMaxDelayInAll() {
        hold(200);
        client.duringWait = () -> hold(400);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).containsExactly(200_000L);
    }

    @Test
    void aHoldThatWouldOverrunTheDeadlineRejects() {
        hold(10);
        Guard guard = guard(backoff().deadline(Duration.ofSeconds(9)));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).containsExactly("hold 10000", "rejected by quota");
    }

    @Test
    void aHoldThatOthersPutOnDuringACallIsObeyedAfterTheBackoff() throws Throwable {
        client.duringCall = () -> {
            if (client.calls == 1) {
                hold(60);
            }
        };
        client.answers(503, 200);
        assertThat(client.call(withBackoff).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(5_000L, 55_000L);
    }

    @Test
    void nobodyWaitsForARejectionByTheHold() throws Throwable {
        client.duringCall = () -> hold(3_600);
        client.answers(503);
        assertThat(client.call(withBackoff).status()).isEqualTo(503);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).last().isEqualTo("gave up after 1");
    }

    @Test
    void whatIsLeftOfAHoldAfterTheBackoffMustBeAccepted() throws Throwable {
        client.duringCall = () -> {
            if (client.calls == 1) {
                hold(302);
            }
        };
        client.answers(503, 200);
        assertThat(client.call(withBackoff).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(5_000L, 297_000L);
    }

    @Test
    void nobodyWaitsForAHoldThatEndsBeyondTheDeadline() throws Throwable {
        client.duringCall = () -> hold(60);
        client.answers(503);
        assertThat(client.call(guard(backoff().deadline(Duration.ofSeconds(20))))
                        .status())
                .isEqualTo(503);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).last().isEqualTo("gave up after 1");
    }

    @Test
    void aLaterHoldBeyondTheDeadlineEndsTheCallWithOneEvent() throws Throwable {
        client.duringWait = () -> hold(60);
        client.answers(503);
        assertThat(client.call(guard(backoff().deadline(Duration.ofSeconds(20))))
                        .status())
                .isEqualTo(503);
        assertThat(client.calls).isEqualTo(1);
        assertThat(client.waits()).containsExactly(5_000L);
        assertThat(client.events)
                .containsExactly("retry 1 in 5000", "hold 60000", "rejected by quota", "gave up after 1");
    }

    @Test
    void aLaterHoldBeyondMaxDelayEndsTheCallWithItsLastFailure() {
        IOException failure = new IOException();
        client.duringWait = () -> hold(3_600);
        client.answers(failure);
        assertThatThrownBy(() -> client.call(withBackoff)).isSameAs(failure);
        assertThat(client.events).containsOnlyOnce("rejected by quota");
    }

    @Test
    void nobodyIsHeldBackForARejectionByTheBreaker() {
        hold(30);
        breaker.forceOpen();
        assertThatThrownBy(() -> client.call(withBreaker)).isInstanceOf(CircuitOpenException.class);
        breaker.reset();
        breaker.recordFailure(new IOException());
        assertThatThrownBy(() -> client.call(withBreaker)).isInstanceOf(CircuitOpenException.class);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events.stream().filter("rejected by github"::equals)).hasSize(2);
    }

    @Test
    void aCallIsHeldBackWhereTheBreakerWillHaveRecoveredByThen() throws Throwable {
        breaker.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(40));
        hold(30);
        client.answers(200);
        assertThat(client.call(withBreaker).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(30_000L);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aRejectionByTheHoldTakesNoProbesPlace() {
        breaker.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        hold(3_600);
        assertThatThrownBy(() -> client.call(withBreaker)).isInstanceOf(RateLimitedException.class);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    void theEndOfALongHoldIsNotSpreadWiderThanAWaitThatIsAccepted() throws Throwable {
        Engines.of(limiter).holdFor(Duration.ofHours(1).toNanos());
        client.time.advance(Duration.ofMinutes(55));
        client.random = Long.MAX_VALUE;
        client.answers(200);
        client.call(client.guard().rateLimiter(limiter).build(client.holdfast));
        assertThat(client.time.sleeps()).containsExactly(Duration.ofSeconds(330));
    }
}
