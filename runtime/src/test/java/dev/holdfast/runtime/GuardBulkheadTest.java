package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The bulkhead around a call: who waits for a place, who is rejected, and what hold, breaker, quota and backoff have to do with it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardBulkheadTest {

    private final GuardedClient client;
    private final CircuitBreaker breaker;

    GuardBulkheadTest(Form form) {
        this.client = new GuardedClient(form);
        this.breaker = CircuitBreaker.builder()
                .name("github")
                .failureThreshold(1)
                .successThreshold(1)
                .build(client.holdfast);
    }

    /** One call at a time. */
    private Bulkhead bulkhead(int maxWaitSeconds) {
        return Bulkhead.builder()
                .name("one")
                .maxConcurrent(1)
                .maxWait(Duration.ofSeconds(maxWaitSeconds))
                .build(client.holdfast);
    }

    private Guard guard(Bulkhead bulkhead) {
        return client.guard().bulkhead(bulkhead).build(client.holdfast);
    }

    private Guard withBreaker(Bulkhead bulkhead) {
        return client.guard().bulkhead(bulkhead).circuitBreaker(breaker).build(client.holdfast);
    }

    private Guard withBackoff(Bulkhead bulkhead, ExponentialBackoffBuilder backoff) {
        return client.guard().bulkhead(bulkhead).backoff(backoff.build()).build(client.holdfast);
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder().baseDelay(Duration.ofMillis(400)).jitter(Jitter.NONE);
    }

    private void releaseIn(Bulkhead bulkhead, Duration time) {
        client.time.schedule(bulkhead::release, time.toNanos());
    }

    @Test
    void aCallThatFindsNoPlaceIsRejectedAtOnce() {
        Bulkhead bulkhead = bulkhead(0);
        bulkhead.tryAcquire();
        BulkheadFullException rejection =
                catchThrowableOfType(BulkheadFullException.class, () -> client.call(guard(bulkhead)));
        assertThat(rejection.retryAfter()).isZero();
        assertThat(rejection).hasMessage("bulkhead 'one' is full (1 at once)");
        assertThat(client.calls).isZero();
        assertThat(client.waits()).isEmpty();
        assertThat(client.events).containsExactly("rejected by one");
    }

    @Test
    void aCallHasAPlaceForAsLongAsItIsUnderWay() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        client.duringCall = () -> assertThat(bulkhead.available()).isZero();
        client.answers(200);
        client.call(guard(bulkhead));
        assertThat(client.calls).isEqualTo(1);
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void whateverACallEndsWithItsPlaceIsGivenBack() {
        for (Object end : List.of(
                404,
                503,
                429,
                new IOException(),
                new IllegalStateException(),
                new OutOfMemoryError(),
                new InterruptedException(),
                new GuardedClient.StatusException(503, null))) {
            for (boolean breaks : new boolean[] {false, true}) {
                Bulkhead bulkhead = bulkhead(0);
                breaker.reset();
                client.answers(end);
                try {
                    client.call(breaks ? withBreaker(bulkhead) : guard(bulkhead));
                } catch (Throwable thrown) {
                    assertThat(thrown).isSameAs(end);
                }
                assertThat(bulkhead.available()).as("after %s", end).isEqualTo(1);
            }
        }
        assertThat(client.calls).isEqualTo(16);
    }

    @Test
    void aCallWaitsUntilAPlaceIsFree() throws Throwable {
        Bulkhead bulkhead = bulkhead(5);
        bulkhead.tryAcquire();
        long start = client.time.nanoTime();
        releaseIn(bulkhead, Duration.ofMillis(700));
        client.answers(200);
        assertThat(client.call(guard(bulkhead)).status()).isEqualTo(200);
        assertThat(client.time.nanoTime() - start)
                .isEqualTo(Duration.ofMillis(700).toNanos());
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThat(client.time.waiting()).isZero();
    }

    @Test
    void aPlaceThatIsGivenBackBeforeTheWaitHasBegunIsNotMissed() throws Throwable {
        Bulkhead bulkhead = bulkhead(5);
        bulkhead.tryAcquire();
        client.duringWait = bulkhead::release;
        long start = client.time.nanoTime();
        client.answers(200);
        assertThat(client.call(guard(bulkhead)).status()).isEqualTo(200);
        assertThat(client.time.nanoTime()).isEqualTo(start);
        assertThat(client.time.waiting()).isZero();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void aCallWaitsNoLongerThanItMay() {
        Bulkhead bulkhead = bulkhead(5);
        bulkhead.tryAcquire();
        BulkheadFullException rejection =
                catchThrowableOfType(BulkheadFullException.class, () -> client.call(guard(bulkhead)));
        assertThat(rejection.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(rejection).hasMessage("bulkhead 'one' is full (1 at once), retry after 5s");
        assertThat(client.waits()).containsExactly(5_000L);
        assertThat(bulkhead.waiting()).isZero();
    }

    @Test
    void aCallWaitsNotBeyondItsDeadline() {
        Bulkhead bulkhead = bulkhead(5);
        bulkhead.tryAcquire();
        Guard guard = withBackoff(bulkhead, backoff().deadline(Duration.ofMillis(900)));
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(BulkheadFullException.class);
        assertThat(client.waits()).containsExactly(900L);
    }

    @Test
    void nobodyHasAPlaceBetweenAttempts() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        client.duringWait = () -> assertThat(bulkhead.available()).isEqualTo(1);
        client.answers(503, 200);
        assertThat(client.call(withBackoff(bulkhead, backoff())).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(400L);
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void aFullBulkheadAfterTheBackoffEndsWithTheLastFailure() {
        Bulkhead bulkhead = bulkhead(0);
        client.duringWait = bulkhead::tryAcquire;
        IOException failure = new IOException();
        client.answers(failure);
        assertThatThrownBy(() -> client.call(withBackoff(bulkhead, backoff()))).isSameAs(failure);
        assertThat(client.events).containsExactly("retry 1 in 400", "rejected by one", "gave up after 1");
        assertThat(bulkhead.available()).isZero();
    }

    @Test
    void aRejectionTakesNoProbesPlaceAndCountsAsNothing() {
        Bulkhead bulkhead = bulkhead(5);
        breaker.recordFailure(new IOException());
        client.time.advance(Duration.ofSeconds(60));
        bulkhead.tryAcquire();
        assertThatThrownBy(() -> client.call(withBreaker(bulkhead))).isInstanceOf(BulkheadFullException.class);
        assertThat(breaker.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    void aBreakerThatOpensDuringTheWaitRejectsAndThePlaceIsGivenBack() {
        Bulkhead bulkhead = bulkhead(5);
        bulkhead.tryAcquire();
        client.duringWait = breaker::forceOpen;
        releaseIn(bulkhead, Duration.ofSeconds(1));
        assertThatThrownBy(() -> client.call(withBreaker(bulkhead))).isInstanceOf(CircuitOpenException.class);
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void aHoldThatBeginsDuringTheWaitIsObeyedWithoutThePlace() throws Throwable {
        Bulkhead bulkhead = bulkhead(5);
        RateLimiter limiter = RateLimiter.builder().build(client.holdfast);
        bulkhead.tryAcquire();
        long start = client.time.nanoTime();
        client.duringWait = () -> {
            if (bulkhead.waiting() == 1) {
                Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
                bulkhead.release();
            } else {
                assertThat(bulkhead.available()).isEqualTo(1);
            }
        };
        client.answers(200);
        client.call(client.guard().bulkhead(bulkhead).rateLimiter(limiter).build(client.holdfast));
        assertThat(client.time.nanoTime() - start)
                .isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void allWaitsForPlacesTogetherAreNoLongerThanMaxWait() {
        Bulkhead bulkhead = bulkhead(5);
        RateLimiter limiter = RateLimiter.builder().build(client.holdfast);
        bulkhead.tryAcquire();
        long start = client.time.nanoTime();
        client.time.schedule(
                () -> {
                    Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
                    bulkhead.release();
                    bulkhead.tryAcquire();
                },
                Duration.ofSeconds(3).toNanos());
        client.time.schedule(bulkhead::tryAcquire, Duration.ofSeconds(4).toNanos());
        Guard guard = client.guard().bulkhead(bulkhead).rateLimiter(limiter).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(BulkheadFullException.class);
        assertThat(client.time.nanoTime() - start)
                .isEqualTo(Duration.ofSeconds(3 + 10 + 2).toNanos());
    }

    @Test
    void waitingForAPlaceIsNotSlow() throws Throwable {
        CircuitBreaker slow = CircuitBreaker.builder()
                .slowCallRate(1)
                .slowCall(Duration.ofMillis(500))
                .windowCalls(10)
                .minimumCalls(1)
                .build(client.holdfast);
        Bulkhead bulkhead = bulkhead(5);
        Guard guard = client.guard().bulkhead(bulkhead).circuitBreaker(slow).build(client.holdfast);
        bulkhead.tryAcquire();
        releaseIn(bulkhead, Duration.ofSeconds(1));
        client.answers(200);
        client.call(guard);
        assertThat(slow.state()).isEqualTo(CircuitState.CLOSED);
        client.duringCall = () -> client.time.advance(Duration.ofMillis(501));
        client.answers(200);
        client.call(guard);
        assertThat(slow.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aRejectionGivesThePlaceInTheQuotaBack() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        RateLimiter limiter =
                RateLimiter.builder().permits(1).maxWait(Duration.ofSeconds(5)).build(client.holdfast);
        Guard guard = client.guard().bulkhead(bulkhead).rateLimiter(limiter).build(client.holdfast);
        bulkhead.tryAcquire();
        // At once, and after a wait for the quota.
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.call(guard)).isInstanceOf(BulkheadFullException.class);
            assertThat(Engines.of(limiter).quota().tryTake()).isTrue();
        }
        assertThat(client.waits()).containsExactly(1_000L);
        assertThat(Engines.of(limiter).quota().freed()).isZero();
    }

    @Test
    void aQuotaThatIsUsedUpTakesNoPlace() {
        Bulkhead bulkhead = bulkhead(0);
        RateLimiter limiter = RateLimiter.builder().permits(1).build(client.holdfast);
        Engines.of(limiter).quota().tryTake();
        Guard guard = client.guard().bulkhead(bulkhead).rateLimiter(limiter).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void nobodyHasAPlaceWhileItWaitsForTheQuota() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        RateLimiter limiter =
                RateLimiter.builder().permits(1).maxWait(Duration.ofSeconds(5)).build(client.holdfast);
        Engines.of(limiter).quota().tryTake();
        client.duringWait = () -> assertThat(bulkhead.available()).isEqualTo(1);
        client.answers(200);
        client.call(client.guard().bulkhead(bulkhead).rateLimiter(limiter).build(client.holdfast));
        assertThat(client.waits()).containsExactly(1_000L);
        assertThat(bulkhead.available()).isEqualTo(1);
    }
}
