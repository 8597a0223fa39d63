package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 429 and Retry-After, with and without backoff: how long the call that gets them waits. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardRateLimitTest {

    private final GuardedClient client;

    GuardRateLimitTest(Form form) {
        this.client = new GuardedClient(form);
    }

    private static RateLimiterBuilder limiter() {
        return RateLimiter.builder().name("quota");
    }

    private Guard guard(RateLimiterBuilder limiter) {
        return client.guard().rateLimiter(limiter.build(client.holdfast)).build(client.holdfast);
    }

    private Guard guard(RateLimiterBuilder limiter, ExponentialBackoffBuilder backoff) {
        return client.guard()
                .rateLimiter(limiter.build(client.holdfast))
                .backoff(backoff.build())
                .build(client.holdfast);
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder().baseDelay(Duration.ofSeconds(4)).jitter(Jitter.NONE);
    }

    private static Answer limited(String retryAfter) {
        return new Answer(429, retryAfter);
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Throwable {
        client.answers(limited("7"), 200);
        assertThat(client.call(guard(limiter())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(7_000L);
        assertThat(client.events).containsExactly("hold 7000", "retry 1 in 7000", "release");
    }

    @Test
    void jitterOnlyAddsAndAtMostATenth() throws Throwable {
        client.random = Long.MAX_VALUE;
        client.answers(limited("10"), 200);
        client.call(guard(limiter()));
        assertThat(client.waits()).containsExactly(11_000L);
    }

    @Test
    void obeysAnExceptionLikeAnAnswer() throws Throwable {
        client.answers(new StatusException(429, "2"), 200);
        assertThat(client.call(guard(limiter())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(2_000L);
    }

    @Test
    void obeysADate() throws Throwable {
        client.answers(limited("Thu, 01 Jan 2026 00:00:20 GMT"), 200);
        client.call(guard(limiter()));
        assertThat(client.waits()).containsExactly(20_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "99999999999999999999", "1e3", "Fri, 31 Feb 2026 00:00:00 GMT"})
    void takesTheDefaultDelayForAUselessHint(String hint) throws Throwable {
        client.answers(limited(hint), 200);
        client.call(guard(limiter().defaultDelay(Duration.ofSeconds(3))));
        assertThat(client.waits()).containsExactly(3_000L);
    }

    @Test
    void triesAtOnceWhereTheHintIsZeroOrPast() throws Throwable {
        client.answers(limited("0"), limited("Thu, 01 Jan 2015 00:00:00 GMT"), 200);
        assertThat(client.call(guard(limiter())).status()).isEqualTo(200);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void canDisregardRetryAfter() throws Throwable {
        client.answers(limited("7"), 200);
        client.call(guard(limiter().respectRetryAfter(false)));
        assertThat(client.waits()).containsExactly(30_000L);
    }

    @Test
    void givesUpAtOnceBeyondTheLongestWaitAndKeepsTheHold() throws Throwable {
        client.answers(limited("301"), 200);
        Guard guard = guard(limiter());
        Answer answer = client.call(guard);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(client.waits()).isEmpty();
        assertThatThrownBy(() -> client.call(guard)).isInstanceOfSatisfying(RateLimitedException.class, rejection -> {
            assertThat(rejection.name()).isEqualTo("quota");
            assertThat(rejection.retryAfter()).hasSeconds(301);
        });
        assertThat(client.calls).isEqualTo(1);
        client.time.advance(Duration.ofSeconds(1));
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).as("300 s is accepted").containsExactly(300_000L);
    }

    @Test
    void theLongestWaitItselfIsAccepted() throws Throwable {
        client.answers(limited("300"), 200);
        assertThat(client.call(guard(limiter())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(300_000L);
    }

    @Test
    void canClampInstead() throws Throwable {
        client.answers(limited("3600"), 200);
        assertThat(client.call(guard(limiter().beyondMaxDelay(BeyondMaxDelay.CLAMP)))
                        .status())
                .isEqualTo(200);
        assertThat(client.waits()).containsExactly(300_000L);
    }

    @Test
    void withNoAttemptLeftNobodyWaitsButOthersAreHeld() throws Throwable {
        client.answers(limited("5"), limited("5"), 200);
        Guard guard = guard(limiter().maxAttempts(2));
        assertThat(client.call(guard).status()).isEqualTo(429);
        assertThat(client.waits()).containsExactly(5_000L);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(5_000L, 5_000L);
    }

    @Test
    void aLimiterOfOneCallHoldsNoOther() throws Throwable {
        client.answers(limited("5"), 200);
        Guard guard = guard(limiter().maxAttempts(1).shared(false));
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void theLongerOfHintAndBackoffCounts() throws Throwable {
        Guard guard = guard(limiter(), backoff().maxAttempts(3));
        client.answers(limited("1"), limited("10"), limited("1"));
        assertThat(client.call(guard).status()).as("attempts are the backoff's").isEqualTo(429);
        assertThat(client.waits()).containsExactly(4_000L, 10_000L);
    }

    @Test
    void aRateLimitIsASuccessForTheBreaker() throws Throwable {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureThreshold(2)
                .failureStatuses("4xx")
                .build(client.holdfast);
        Guard guard = client.guard()
                .rateLimiter(limiter().build(client.holdfast))
                .circuitBreaker(breaker)
                .build(client.holdfast);
        breaker.acquirePermit().failed(new IOException());
        client.answers(limited("1"), new StatusException(429, "1"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(breaker.failureCount()).isZero();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void theAdditionIsATenthOfTheHintAlsoWhereTheBackoffIsLonger() throws Throwable {
        client.random = Long.MAX_VALUE;
        client.answers(limited("1"), 200);
        client.call(guard(limiter(), backoff()));
        assertThat(client.waits()).containsExactly(4_100L);
    }

    @Test
    void aDateIsRelativeToTheDateOfTheExceptionThatCarriesIt() throws Throwable {
        String sent = "Mon, 01 Jun 2020 00:00:00 GMT";
        client.answers(
                new StatusException(
                        new Answer(429, Map.of("Retry-After", "Mon, 01 Jun 2020 00:00:05 GMT", "Date", sent))),
                200);
        assertThat(client.call(guard(limiter())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(5_000L);
    }

    @Test
    void anAbortedRateLimitHoldsOthersBackAllTheSame() {
        RateLimiter limiter = limiter().build(client.holdfast);
        Guard guard = client.guard()
                .rateLimiter(limiter)
                .backoff(backoff().abortOn(StatusException.class).build())
                .build(client.holdfast);
        client.answers(new StatusException(429, "5"));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(StatusException.class);
        assertThat(client.waits()).isEmpty();
        assertThat(limiter.heldFor()).hasSeconds(5);
    }
}
