package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.StatusException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 429 and Retry-After, with and without backoff, and the hold that one answer puts on all calls. */
class SyncGuardRateLimitTest {

    private final GuardedClient client = new GuardedClient();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private static RateLimiterBuilder limiter() {
        return RateLimiter.builder().name("quota");
    }

    private SyncGuard guard(RateLimiterBuilder limiter) {
        return client.guard().rateLimiter(limiter.build(client.holdfast)).build(client.holdfast);
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
        SyncGuard guard = guard(limiter());
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
        SyncGuard guard = guard(limiter().maxAttempts(2));
        assertThat(client.call(guard).status()).isEqualTo(429);
        assertThat(client.waits()).containsExactly(5_000L);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(5_000L, 5_000L);
    }

    @Test
    void aLimiterOfOneCallHoldsNoOther() throws Throwable {
        client.answers(limited("5"), 200);
        SyncGuard guard = guard(limiter().maxAttempts(1).shared(false));
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void thoseHeldBackAreSpreadAfterTheHint() throws Throwable {
        RateLimiter limiter = limiter().build(client.holdfast);
        SyncGuard guard = client.guard().rateLimiter(limiter).build(client.holdfast);
        limiter.holdFor(Duration.ofSeconds(10).toNanos());
        client.time.advance(Duration.ofSeconds(4));
        client.random = Duration.ofMillis(700).toNanos();
        client.answers(200);
        client.call(guard);
        assertThat(client.waits()).containsExactly(6_700L);
    }

    @Test
    void theLongerOfHintAndBackoffCounts() throws Throwable {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(3)
                .baseDelay(Duration.ofSeconds(4))
                .jitter(Jitter.NONE)
                .build();
        SyncGuard guard = client.guard()
                .rateLimiter(limiter().build(client.holdfast))
                .backoff(backoff)
                .build(client.holdfast);
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
        SyncGuard guard = client.guard()
                .rateLimiter(limiter().build(client.holdfast))
                .circuitBreaker(breaker)
                .build(client.holdfast);
        breaker.acquirePermit().failed(new IOException());
        client.answers(limited("1"), new StatusException(429, "1"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(breaker.failureCount()).isZero();
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aHoldThatWouldOverrunTheDeadlineRejects() {
        RateLimiter limiter = limiter().build(client.holdfast);
        limiter.holdFor(Duration.ofSeconds(10).toNanos());
        SyncGuard guard = client.guard()
                .rateLimiter(limiter)
                .backoff(ExponentialBackoff.builder()
                        .deadline(Duration.ofSeconds(9))
                        .build())
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).contains("rejected by quota");
    }

    @Test
    void anInterruptedHoldRejectsOrThrowsInterruptedException() {
        RateLimiter limiter = limiter().build(client.holdfast);
        limiter.holdFor(Duration.ofSeconds(10).toNanos());
        Thread.currentThread().interrupt();
        SyncGuard plain = client.guard().rateLimiter(limiter).build(client.holdfast);
        assertThatThrownBy(() -> client.call(plain)).isInstanceOf(RateLimitedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        SyncGuard declared = client.guard().rateLimiter(limiter).interruptible().build(client.holdfast);
        assertThatThrownBy(() -> client.call(declared)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(client.calls).isZero();
    }
}
