package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.GuardedClient.StatusException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hold that is longer than any wait that is accepted: one answer must not shut everybody out for a year. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardLongHoldTest {

    private static final String YEAR = "31536000";
    private static final Duration MAX_DELAY = Duration.ofSeconds(300);

    private final GuardedClient client;
    private final RateLimiter limiter;
    private final CircuitBreaker breaker;
    private final Guard guard;

    GuardLongHoldTest(Form form) {
        this.client = new GuardedClient(form);
        this.limiter = RateLimiter.builder().name("quota").build(client.holdfast);
        this.breaker = CircuitBreaker.builder().name("github").build(client.holdfast);
        this.guard = client.guard().rateLimiter(limiter).circuitBreaker(breaker).build(client.holdfast);
    }

    private void refusedForAYear() throws Throwable {
        client.answers(new Answer(429, YEAR));
        assertThat(client.call(guard).status()).isEqualTo(429);
        assertThat(client.waits()).isEmpty();
        assertThat(limiter.heldFor()).hasDays(365);
    }

    private void assertRejected() {
        int calls = client.calls;
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(client.calls).isEqualTo(calls);
    }

    @Test
    void oneGoodAnswerHoldsNobodyForLongerThanMaxDelay() throws Throwable {
        client.answers(new Answer(200, Map.of("RateLimit", "\"d\";r=0;t=" + YEAR)), 200);
        client.call(guard);
        assertThat(limiter.heldFor()).isEqualTo(MAX_DELAY);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(300_000L);
    }

    @Test
    void oneCallMayLookAfterMaxDelayAndEndsTheHoldWhereAllIsWell() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY.minusNanos(1));
        assertRejected();
        client.time.advance(Duration.ofNanos(1));
        client.answers(200, 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(limiter.heldFor()).isZero();
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).isEmpty();
        assertThat(client.events)
                .containsExactly("hold 31536000000", "gave up after 1", "rejected by quota", "release");
    }

    @Test
    void aStatusThatIsFinalShowsThatAllIsWellToo() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        StatusException missing = new StatusException(404, null);
        client.answers(missing, 200);
        assertThatThrownBy(() -> client.call(guard)).isSameAs(missing);
        assertThat(client.call(guard).status()).isEqualTo(200);
    }

    @Test
    void whereItMeetsARateLimitAgainTheHoldGoesOn() throws Throwable {
        refusedForAYear();
        for (int look = 0; look < 3; look++) {
            client.time.advance(MAX_DELAY);
            client.answers(look == 1 ? new StatusException(429, YEAR) : new Answer(429, YEAR));
            int calls = client.calls;
            if (look == 1) {
                assertThatThrownBy(() -> client.call(guard)).isInstanceOf(StatusException.class);
            } else {
                assertThat(client.call(guard).status()).isEqualTo(429);
            }
            assertThat(client.calls).isEqualTo(calls + 1);
            assertRejected();
        }
        assertThat(client.events).doesNotContain("release");
    }

    @Test
    void whatTheServerSaysThenCountsAlsoWhereItIsShorter() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        client.answers(new Answer(429, "20"), 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(20_000L);
        assertThat(limiter.heldFor()).isZero();
    }

    @Test
    void whileOneLooksOthersAreRejected() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        client.duringCall = () -> {
            client.duringCall = () -> {};
            assertRejected();
            client.time.advance(MAX_DELAY.minusNanos(1));
            assertRejected();
        };
        client.answers(200);
        assertThat(client.call(guard).status()).isEqualTo(200);
    }

    @Test
    void aLookThatIsNeverHeardOfIsFollowedByAnother() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        client.duringCall = () -> {
            client.duringCall = () -> {};
            client.time.advance(MAX_DELAY);
            client.answers(200);
            try {
                assertThat(client.call(guard).status()).isEqualTo(200);
            } catch (Throwable failed) {
                throw new AssertionError(failed);
            }
            assertThat(limiter.heldFor()).isZero();
            client.answers(new IOException());
        };
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        assertThat(limiter.heldFor()).as("it had its time").isZero();
    }

    @Test
    void afterAFailureTheNextCallLooksAtOnce() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        client.answers(new IOException(), 503, 200);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(IOException.class);
        assertThat(limiter.heldFor()).isGreaterThan(MAX_DELAY);
        assertThat(client.call(guard).status()).isEqualTo(503);
        assertThat(limiter.heldFor()).isGreaterThan(MAX_DELAY);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(limiter.heldFor()).isZero();
    }

    @Test
    void whoTheBreakerRejectsDoesNotUseTheLookUp() throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        breaker.forceOpen();
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(CircuitOpenException.class);
        breaker.reset();
        client.answers(200);
        assertThat(client.call(guard).status()).isEqualTo(200);
    }

    @Test
    void neitherDoesWhoFindsNoPlace() throws Throwable {
        Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(1).build(client.holdfast);
        Guard full = client.guard().rateLimiter(limiter).bulkhead(bulkhead).build(client.holdfast);
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        bulkhead.acquire();
        assertThatThrownBy(() -> client.call(full)).isInstanceOf(BulkheadFullException.class);
        bulkhead.release();
        client.answers(200);
        assertThat(client.call(full).status()).isEqualTo(200);
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThat(limiter.heldFor()).isZero();
    }

    @Test
    void theEndOfTheHoldIsWaitedForAsOfAnyOther() throws Throwable {
        refusedForAYear();
        client.time.advance(Duration.ofDays(365).minusSeconds(10));
        client.answers(200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(10_000L);
    }

    /** Waits until a call may look, and lets one do so that has no breaker. */
    private void lookWithoutBreaker(@Nullable ExponentialBackoff backoff, Object brings) throws Throwable {
        refusedForAYear();
        client.time.advance(MAX_DELAY);
        FormGuards builder = client.guard().rateLimiter(limiter);
        if (backoff != null) {
            builder.backoff(backoff);
        }
        int calls = client.calls;
        client.answers(brings);
        if (brings instanceof StatusException) {
            assertThatThrownBy(() -> client.call(builder.build(client.holdfast)))
                    .isSameAs(brings);
        } else {
            assertThat(client.call(builder.build(client.holdfast)).status()).isEqualTo(brings);
        }
        assertThat(client.calls).isEqualTo(calls + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500})
    void withoutBreakerAFinalStatusOfAnExceptionEndsTheHold(int status) throws Throwable {
        lookWithoutBreaker(null, new StatusException(status, null));
        assertThat(limiter.heldFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500})
    void withoutBreakerAFinalStatusOfAResultEndsTheHold(int status) throws Throwable {
        lookWithoutBreaker(null, status);
        assertThat(limiter.heldFor()).isZero();
    }

    @Test
    void withoutBreakerAStatusThatIsTriedAgainShowsNothing() throws Throwable {
        ExponentialBackoff backoff = ExponentialBackoff.builder().build();
        lookWithoutBreaker(backoff, 500);
        assertThat(limiter.heldFor()).isGreaterThan(MAX_DELAY);
        client.answers(new StatusException(500, null), new StatusException(404, null));
        Guard retried = client.guard().rateLimiter(limiter).backoff(backoff).build(client.holdfast);
        assertThatThrownBy(() -> client.call(retried)).isInstanceOf(StatusException.class);
        assertThat(limiter.heldFor()).as("the next one looks at once").isGreaterThan(MAX_DELAY);
        assertThatThrownBy(() -> client.call(retried)).isInstanceOf(StatusException.class);
        assertThat(limiter.heldFor()).isZero();
    }
}
