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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are tried again though they are no 429: a wait that they name is not cut short, and a 503 is a rate limit only with one. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardNamedWaitTest {

    private final GuardedClient client;
    private final CircuitBreaker breaker;

    GuardNamedWaitTest(Form form) {
        this.client = new GuardedClient(form);
        this.breaker = CircuitBreaker.builder().failureThreshold(5).build(client.holdfast);
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder().baseDelay(Duration.ofSeconds(4)).jitter(Jitter.NONE);
    }

    private FormGuards alone(ExponentialBackoffBuilder backoff) {
        return client.guard().circuitBreaker(breaker).backoff(backoff.build());
    }

    private Guard with(RateLimiter limiter) {
        return alone(backoff()).rateLimiter(limiter).build(client.holdfast);
    }

    private RateLimiter limiter(int... statuses) {
        return RateLimiter.builder().name("quota").statuses(statuses).build(client.holdfast);
    }

    private static Answer busy(String retryAfter) {
        return new Answer(503, retryAfter);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aBackoffAloneWaitsAsLongAsTheServerAsks(int status) throws Throwable {
        Guard guard = alone(backoff()).build(client.holdfast);
        client.answers(new Answer(status, "20"), new StatusException(status, "21"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(20_000L, 21_000L);
        assertThat(client.events).containsExactly("retry 1 in 20000", "retry 2 in 21000");
    }

    @Test
    void thatIsSpreadAfterTheHint() throws Throwable {
        client.random = Long.MAX_VALUE;
        client.answers(busy("20"), 200);
        client.call(alone(backoff()).build(client.holdfast));
        assertThat(client.waits()).containsExactly(22_000L);
    }

    @Test
    void itsOwnDelayCountsWhereThatIsLongerOrNothingIsNamed() throws Throwable {
        client.answers(busy("1"), busy("soon"), busy("0"), 200);
        client.call(alone(backoff()).build(client.holdfast));
        assertThat(client.waits()).containsExactly(4_000L, 8_000L, 16_000L);
    }

    @Test
    void aWaitThatIsLongerThanAnyAcceptedIsNotBegun() throws Throwable {
        client.answers(busy("60"), busy("61"));
        Answer last = client.call(alone(backoff()).build(client.holdfast));
        assertThat(last.headers()).containsValue("61");
        assertThat(client.waits()).containsExactly(60_000L);
        assertThat(client.events).last().isEqualTo("gave up after 2");
        StatusException thrown = new StatusException(503, "3600");
        client.answers(thrown);
        assertThatThrownBy(() -> client.call(alone(backoff()).build(client.holdfast)))
                .isSameAs(thrown);
    }

    @Test
    void neitherIsOneThatEndsBeyondTheDeadline() throws Throwable {
        client.answers(busy("20"));
        Guard guard = alone(backoff().deadline(Duration.ofSeconds(19))).build(client.holdfast);
        assertThat(client.call(guard).status()).isEqualTo(503);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void otherHeadersNameAWaitToo() throws Throwable {
        client.answers(
                new Answer(503, Map.of("retry-after-ms", "5500")),
                new Answer(503, Map.of("RateLimit", "a;r=0;t=9")),
                new Answer(503, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "17")),
                new Answer(503, Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", "33")));
        client.call(alone(backoff().maxAttempts(4)).build(client.holdfast));
        assertThat(client.waits()).containsExactly(5_500L, 9_000L, 17_000L);
    }

    @Test
    void aResetIsNoWaitUnlessNothingRemains() throws Throwable {
        client.answers(
                new Answer(503, Map.of("X-RateLimit-Remaining", "59", "X-RateLimit-Reset", "50")),
                new Answer(503, Map.of("X-RateLimit-Reset", "50")),
                new Answer(503, Map.of("RateLimit-Remaining", "59", "RateLimit-Reset", "50")),
                new Answer(503, Map.of("RateLimit-Reset", "50", "X-RateLimit-Remaining", "0")),
                new Answer(503, Map.of("RateLimit", "a;r=5;t=50")));
        client.call(alone(backoff().factor(1)).build(client.holdfast));
        assertThat(client.waits()).containsExactly(4_000L, 4_000L, 4_000L, 4_000L);
    }

    @Test
    void whatAPredicateWantsAgainWaitsAsLongAsTheServerAsks() throws Throwable {
        Guard guard =
                alone(backoff()).retryResult(answer -> answer.status() == 202).build(client.holdfast);
        client.answers(new Answer(202, "15"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(15_000L);
    }

    @Test
    void besideALimiterItsMaxDelaySaysWhatIsAccepted() throws Throwable {
        RateLimiter limiter = limiter(429);
        client.answers(busy("300"), busy("301"));
        assertThat(client.call(with(limiter)).status()).isEqualTo(503);
        assertThat(client.waits()).containsExactly(300_000L);
        assertThat(limiter.heldFor()).as("no rate limit").isZero();
        assertThat(breaker.failureCount()).isEqualTo(2);
    }

    @Test
    void aLimiterThatClampsDoesSoHereToo() throws Throwable {
        RateLimiter limiter =
                RateLimiter.builder().beyondMaxDelay(BeyondMaxDelay.CLAMP).build(client.holdfast);
        client.answers(busy("3600"), 200);
        assertThat(client.call(with(limiter)).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(300_000L);
    }

    @Test
    void aLimiterThatDisregardsHintsDoesSoHereToo() throws Throwable {
        RateLimiter limiter = RateLimiter.builder().respectRetryAfter(false).build(client.holdfast);
        client.answers(busy("20"), 200);
        client.call(with(limiter));
        assertThat(client.waits()).containsExactly(4_000L);
    }

    @Test
    void a503ThatNamesAWaitIsARateLimitWhereTheLimiterHasIt() throws Throwable {
        RateLimiter limiter = limiter(429, 503);
        Guard guard =
                client.guard().circuitBreaker(breaker).rateLimiter(limiter).build(client.holdfast);
        client.answers(busy("20"), new StatusException(503, "20"), busy("Thu, 01 Jan 2026 00:01:00 GMT"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(20_000L, 20_000L, 20_000L);
        assertThat(client.events).contains("hold 20000");
        assertThat(breaker.failureCount()).isZero();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "soon", "-1", "Wed, 31 Dec 2025 23:59:59 GMT"})
    void any503ElseIsAFailureWithTheUsualBackoff(String retryAfter) throws Throwable {
        RateLimiter limiter = limiter(429, 503);
        client.answers(503, busy(retryAfter), 503, busy(retryAfter), new StatusException(503, retryAfter));
        assertThatThrownBy(() -> client.call(with(limiter))).isInstanceOf(StatusException.class);
        assertThat(client.waits()).containsExactly(4_000L, 8_000L, 16_000L, 32_000L);
        assertThat(client.events).doesNotContain("hold 30000").contains("CLOSED->OPEN");
        assertThat(limiter.heldFor()).isZero();
    }

    @Test
    void withoutABackoffItIsFinal() throws Throwable {
        client.answers(503);
        Guard guard =
                client.guard().circuitBreaker(breaker).rateLimiter(limiter(503)).build(client.holdfast);
        assertThat(client.call(guard).status()).isEqualTo(503);
        assertThat(client.waits()).isEmpty();
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @Test
    void a429IsARateLimitAlways() throws Throwable {
        client.answers(429, 200);
        client.call(with(limiter(429, 503)));
        assertThat(client.waits()).containsExactly(30_000L);
    }

    @Test
    void theLimiterSaysTheSameByHand() {
        RateLimiter limiter = limiter(429, 403, 503);
        assertThat(limiter.retryDelay(429, null)).hasSeconds(30);
        assertThat(limiter.retryDelay(503, null)).isZero();
        assertThat(limiter.retryDelay(503, "soon")).isZero();
        assertThat(limiter.retryDelay(503, "7")).hasSeconds(7);
        assertThat(limiter.retryDelay(403, null)).isZero();
        assertThat(limiter.retryDelay(403, "soon")).hasSeconds(30);
        assertThat(limiter.retryDelay(403, "7")).hasSeconds(7);
    }
}
