package dev.holdfast.runtime;

import static dev.holdfast.runtime.PolicyOrder.BREAKER;
import static dev.holdfast.runtime.PolicyOrder.BULKHEAD;
import static dev.holdfast.runtime.PolicyOrder.HOLD;
import static dev.holdfast.runtime.PolicyOrder.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.PolicyOrder.Pair;
import dev.holdfast.runtime.event.CircuitState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of what is around one attempt: hold, breaker, quota, bulkhead, timeout. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardOrderTest extends OrderedPolicies {

    GuardOrderTest(Form form) {
        super(form);
    }

    /** The delegate hangs, and is cut ten seconds after it was called, however long the call has waited before. */
    private void isCutInTimeAfterAWait(FormGuards guard, int waitSeconds) {
        client.hangs = 1;
        Guard timed = guard.timeout(TIMEOUT).build(client.holdfast);
        assertThatThrownBy(() -> client.call(timed)).hasMessage("Client.call took longer than 10s");
        assertThat(client.cuts).containsExactly(10L);
        assertThat(elapsedSeconds()).isEqualTo(waitSeconds + 10L);
    }

    @Test
    @Pair(outer = HOLD, inner = BREAKER)
    void aCallThatIsHeldTakesNoHalfOpenPlace() throws Throwable {
        CircuitBreaker breaker = halfOpenBreaker();
        RateLimiter held = hold(30);
        client.duringWait = () -> breaker.tryAcquirePermit().release();
        client.answers(200);
        client.call(client.guard().rateLimiter(held).circuitBreaker(breaker).build(client.holdfast));
        assertThat(client.waits()).containsExactly(30_000L);
        Guard both = client.guard()
                .rateLimiter(hold(61))
                .circuitBreaker(openBreaker())
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(RateLimitedException.class);
    }

    @Test
    @Pair(outer = HOLD, inner = QUOTA)
    void aCallThatIsHeldTakesNoPlaceInTheQuota() throws Throwable {
        RateLimiter held = hold(30);
        client.duringWait = () -> assertThat(Engines.of(held).quota().tryTake()).isTrue();
        client.answers(200);
        client.call(client.guard().rateLimiter(held).build(client.holdfast));
        assertThat(client.waits()).containsExactly(30_000L);
    }

    @Test
    @Pair(outer = HOLD, inner = BULKHEAD)
    void aCallThatIsHeldTakesNoPlaceInTheBulkhead() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        client.duringWait = () -> assertThat(bulkhead.available()).isEqualTo(1);
        client.answers(200);
        client.call(client.guard().rateLimiter(hold(30)).bulkhead(bulkhead).build(client.holdfast));
        assertThat(client.waits()).containsExactly(30_000L);
        Guard both =
                client.guard().rateLimiter(hold(61)).bulkhead(fullBulkhead(0)).build(client.holdfast);
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(RateLimitedException.class);
    }

    @Test
    @Pair(outer = HOLD, inner = PolicyOrder.TIMEOUT)
    void aHoldIsNotInTheTimeOfTheAttempt() {
        isCutInTimeAfterAWait(client.guard().rateLimiter(hold(30)), 30);
    }

    @Test
    @Pair(outer = BREAKER, inner = QUOTA)
    void nobodyWaitsForTheQuotaWhereTheBreakerIsOpen() {
        RateLimiter limiter = usedUpQuota(1, 5);
        Guard both = client.guard()
                .circuitBreaker(openBreaker())
                .rateLimiter(limiter)
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(CircuitOpenException.class);
        assertThat(client.waits()).isEmpty();
        client.time.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(CircuitOpenException.class);
        assertThat(Engines.of(limiter).quota().tryTake()).isTrue();
        Guard rejecting = client.guard()
                .circuitBreaker(openBreaker())
                .rateLimiter(usedUpQuota(1, 0))
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(rejecting)).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    @Pair(outer = BREAKER, inner = BULKHEAD)
    void nobodyWaitsForTheBulkheadWhereTheBreakerIsOpen() {
        Guard both = client.guard()
                .circuitBreaker(openBreaker())
                .bulkhead(fullBulkhead(5))
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(CircuitOpenException.class);
        assertThat(elapsedSeconds()).isZero();
        Guard rejecting = client.guard()
                .circuitBreaker(openBreaker())
                .bulkhead(fullBulkhead(0))
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(rejecting)).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    @Pair(outer = BREAKER, inner = PolicyOrder.TIMEOUT)
    void anAttemptThatIsCutIsAFailure() {
        CircuitBreaker breaker = breaker(1);
        isCutInTimeAfterAWait(client.guard().circuitBreaker(breaker), 0);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    @Pair(outer = QUOTA, inner = BULKHEAD)
    void aCallThatWaitsForTheQuotaTakesNoPlaceInTheBulkhead() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        client.duringWait = () -> assertThat(bulkhead.available()).isEqualTo(1);
        client.answers(200);
        client.call(
                client.guard().rateLimiter(usedUpQuota(1, 5)).bulkhead(bulkhead).build(client.holdfast));
        assertThat(client.waits()).containsExactly(1_000L);
        Guard both = client.guard()
                .rateLimiter(usedUpQuota(1, 0))
                .bulkhead(fullBulkhead(5))
                .build(client.holdfast);
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(RateLimitedException.class);
        assertThat(elapsedSeconds()).isEqualTo(1);
    }

    @Test
    @Pair(outer = QUOTA, inner = PolicyOrder.TIMEOUT)
    void aWaitForTheQuotaIsNotInTheTimeOfTheAttempt() {
        isCutInTimeAfterAWait(client.guard().rateLimiter(usedUpQuota(30, 30)), 30);
    }

    @Test
    @Pair(outer = BULKHEAD, inner = PolicyOrder.TIMEOUT)
    void aWaitForTheBulkheadIsNotInTheTimeOfTheAttempt() {
        Bulkhead bulkhead = fullBulkhead(60);
        client.time.schedule(bulkhead::release, Duration.ofSeconds(30).toNanos());
        isCutInTimeAfterAWait(client.guard().bulkhead(bulkhead), 30);
        assertThat(bulkhead.available()).isEqualTo(1);
    }
}
