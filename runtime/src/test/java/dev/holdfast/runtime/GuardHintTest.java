package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.internal.breaker.SharedPermit;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers say about their limits otherwise than by 429 and Retry-After: other headers, a 403, and a good answer. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardHintTest {

    private static final Answer LAST_ONE = new Answer(200, Map.of("RateLimit", "\"hour\";r=0;t=40"));

    private final GuardedClient client;
    private final CircuitBreaker breaker;

    GuardHintTest(Form form) {
        this.client = new GuardedClient(form);
        this.breaker = CircuitBreaker.builder().failureThreshold(2).build(client.holdfast);
    }

    private static RateLimiterBuilder limiter() {
        return RateLimiter.builder().name("quota");
    }

    private Guard guard(RateLimiterBuilder limiter) {
        return client.guard()
                .rateLimiter(limiter.build(client.holdfast))
                .circuitBreaker(breaker)
                .build(client.holdfast);
    }

    private static Answer answer(int status, String... headers) {
        return headers.length == 2
                ? new Answer(status, Map.of(headers[0], headers[1]))
                : new Answer(status, Map.of(headers[0], headers[1], headers[2], headers[3]));
    }

    @Test
    void otherHeadersAreObeyedWhereThereIsNoRetryAfter() throws Throwable {
        client.answers(
                answer(429, "retry-after-ms", "1250"),
                new StatusException(answer(429, "x-ms-retry-after-ms", "2000")),
                answer(429, "RateLimit", "\"minute\";r=0;t=20"),
                answer(429, "X-RateLimit-Reset", "1767225723", "Date", "Thu, 01 Jan 2026 00:01:00 GMT"),
                200);
        assertThat(client.call(guard(limiter())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(1_250L, 2_000L, 20_000L, 63_000L);
    }

    @Test
    void aMalformedRetryAfterDoesNotGiveWayToTheOthers() throws Throwable {
        client.answers(answer(429, "Retry-After", "soon", "retry-after-ms", "1250"), 200);
        client.call(guard(limiter()));
        assertThat(client.waits()).containsExactly(30_000L);
    }

    @Test
    void noHeaderIsReadWhereTheyAreDisregarded() throws Throwable {
        client.answers(answer(429, "retry-after-ms", "1250"), LAST_ONE, 200);
        Guard guard = guard(limiter().respectRetryAfter(false));
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).containsExactly(30_000L);
    }

    @Test
    void aForbiddenThatIsARateLimitIsWaitedFor() throws Throwable {
        breaker.acquirePermit().failed(new IOException());
        client.answers(
                answer(403, "Retry-After", "7"),
                new StatusException(answer(403, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1767225617")),
                200);
        assertThat(client.call(guard(limiter().statuses(429, 403))).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(7_000L, 10_000L);
        assertThat(breaker.failureCount()).as("the server is alive").isZero();
    }

    @Test
    void aPlainForbiddenIsFinalAndASuccessForTheBreaker() throws Throwable {
        breaker.acquirePermit().failed(new IOException());
        client.answers(answer(403, "X-RateLimit-Remaining", "59"));
        assertThat(client.call(guard(limiter().statuses(429, 403))).status()).isEqualTo(403);
        assertThat(breaker.failureCount()).isZero();
        assertThat(client.events).as("no more is told than of a 404").isEmpty();
    }

    @Test
    void aPlainForbiddenThatIsThrownIsFinalAndASuccessForTheBreaker() {
        breaker.acquirePermit().failed(new IOException());
        StatusException forbidden = new StatusException(403, null);
        client.answers(forbidden);
        assertThatThrownBy(() -> client.call(guard(limiter().statuses(429, 403))))
                .isSameAs(forbidden);
        assertThat(client.waits()).isEmpty();
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void aPlainForbiddenIsRetriedAndCountedWhereTheUserSaysSo() throws Throwable {
        CircuitBreaker strict = CircuitBreaker.builder().failureStatuses("403").build(client.holdfast);
        Guard guard = client.guard()
                .rateLimiter(limiter().statuses(429, 403).build(client.holdfast))
                .circuitBreaker(strict)
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(4)
                        .retryStatuses("403")
                        .jitter(Jitter.NONE)
                        .build())
                .build(client.holdfast);
        client.answers(403, new StatusException(403, null), answer(403, "Retry-After", "9"), 403);
        assertThat(client.call(guard).status()).isEqualTo(403);
        assertThat(client.waits()).containsExactly(1_000L, 2_000L, 9_000L);
        assertThat(strict.failureCount())
                .as("the last; the rate limit before it is a success")
                .isEqualTo(1);
    }

    @Test
    void aPlainForbiddenMayStillBeWantedOtherwise() throws Throwable {
        Guard guard = client.guard()
                .rateLimiter(limiter().statuses(403).build(client.holdfast))
                .circuitBreaker(breaker)
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(2)
                        .jitter(Jitter.NONE)
                        .build())
                .retryResult(answer -> answer.status() == 403)
                .failureResult(answer -> answer.status() == 403)
                .build(client.holdfast);
        client.answers(403, 403);
        assertThat(client.call(guard).status()).isEqualTo(403);
        assertThat(client.waits()).containsExactly(1_000L);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aGoodAnswerThatTakesTheLastOfAQuotaHoldsBackTheCallsAfterIt() throws Throwable {
        breaker.acquirePermit().failed(new IOException());
        client.answers(LAST_ONE, 200);
        Guard guard = guard(limiter());
        assertThat(client.call(guard)).isSameAs(LAST_ONE);
        assertThat(client.waits())
                .as("nobody has to wait for an answer that is there")
                .isEmpty();
        assertThat(breaker.failureCount()).isZero();
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(40_000L);
        assertThat(client.events).containsExactly("hold 40000", "release");
    }

    @Test
    void otherAnswersThanGoodOnesDoSoToo() throws Throwable {
        Guard guard = guard(limiter());
        client.answers(
                answer(404, "RateLimit", "\"a\";r=0;t=5"),
                new StatusException(answer(404, "RateLimit", "\"a\";r=0;t=6")),
                answer(503, "RateLimit", "\"a\";r=0", "RateLimit-Policy", "\"a\";w=7"),
                200);
        client.call(guard);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(StatusException.class);
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).containsExactly(5_000L, 6_000L, 7_000L);
    }

    @Test
    void aFailureThatIsRetriedWaitsForSuchAHoldToo() throws Throwable {
        Guard guard = client.guard()
                .rateLimiter(limiter().build(client.holdfast))
                .backoff(ExponentialBackoff.builder().jitter(Jitter.NONE).build())
                .build(client.holdfast);
        client.answers(answer(503, "RateLimit", "\"a\";r=0;t=60"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(60_000L);
    }

    @Test
    void suchAHoldLastsNoLongerThanMaxDelay() throws Throwable {
        Guard guard = guard(limiter());
        client.answers(answer(200, "RateLimit", "\"day\";r=0;t=7200"), 200);
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).containsExactly(300_000L);
    }

    @Test
    void aLimiterOfOneCallHasNothingToHold() throws Throwable {
        Guard guard = guard(limiter().shared(false));
        client.answers(LAST_ONE, 200);
        client.call(guard);
        client.call(guard);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).isEmpty();
    }

    @Test
    void aGoodAnswerHoldsNothingUnlessItClearlySaysSo() throws Throwable {
        Guard guard = guard(limiter());
        client.answers(
                answer(200, "RateLimit", "\"a\";r=1;t=40"),
                answer(200, "RateLimit", "\"a\";r=0"),
                answer(200, "RateLimit", "\"a\";r=0;t=0"),
                answer(200, "RateLimit", "\"a\";r=0;t=soon"),
                answer(200, "RateLimit", "\"a\";r=0;t=99999999999"),
                answer(200, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "40"),
                answer(200, "Retry-After", "40"),
                200);
        for (int call = 0; call < 8; call++) {
            client.call(guard);
        }
        assertThat(client.events).isEmpty();
    }

    @Test
    void whatAPlainGuardAcceptsIsNotLookedAt() {
        RateLimiter limiter = limiter().build(client.holdfast);
        SyncGuard guard = Guards.sync("call").rateLimiter(limiter).build(client.holdfast);
        assertThat(guard.accepts(SharedPermit.NO_OP, 200)).isTrue();
        assertThat(guard.accepts(SharedPermit.NO_OP, 429)).isFalse();
        assertThat(limiter.heldFor()).isEqualTo(Duration.ZERO);
        assertThat(guard.accepts(SharedPermit.NO_OP, 429, LAST_ONE, GuardedClient.ANSWER))
                .isFalse();
        assertThat(guard.accepts(SharedPermit.NO_OP, 200, null, GuardedClient.ANSWER))
                .isTrue();
        assertThat(guard.accepts(SharedPermit.NO_OP, 200, LAST_ONE, null)).isTrue();
        assertThat(limiter.heldFor())
                .as("what is not accepted is looked at later")
                .isEqualTo(Duration.ZERO);
        assertThat(guard.accepts(SharedPermit.NO_OP, 200, LAST_ONE, GuardedClient.ANSWER))
                .isTrue();
        assertThat(limiter.heldFor()).hasSeconds(40);
    }
}
