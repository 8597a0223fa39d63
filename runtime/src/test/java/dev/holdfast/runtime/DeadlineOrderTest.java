package dev.holdfast.runtime;

import static dev.holdfast.runtime.PolicyOrder.BACKOFF;
import static dev.holdfast.runtime.PolicyOrder.BREAKER;
import static dev.holdfast.runtime.PolicyOrder.BULKHEAD;
import static dev.holdfast.runtime.PolicyOrder.DEADLINE;
import static dev.holdfast.runtime.PolicyOrder.HOLD;
import static dev.holdfast.runtime.PolicyOrder.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.PolicyOrder.Pair;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One budget spans all attempts of a call and all that they wait for. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class DeadlineOrderTest extends OrderedPolicies {

    DeadlineOrderTest(Form form) {
        super(form);
    }

    private FormGuards within(int seconds) {
        return client.guard().backoff(deadline(5, seconds));
    }

    @Test
    @Pair(outer = DEADLINE, inner = BACKOFF)
    void itSpansAllAttempts() {
        IOException last = new IOException("3");
        client.answers(new IOException("1"), new IOException("2"), last);
        Guard guard = within(5).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isSameAs(last);
        assertThat(client.waits()).containsExactly(2_000L, 2_000L);
    }

    @Test
    @Pair(outer = DEADLINE, inner = HOLD)
    void aHoldBeyondItIsNotWaitedFor() throws Throwable {
        Guard guard = within(29).rateLimiter(hold(30)).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).isEmpty();
        client.answers(200);
        client.call(within(30).rateLimiter(hold(30)).build(client.holdfast));
        assertThat(client.waits()).containsExactly(30_000L);
    }

    @Test
    @Pair(outer = DEADLINE, inner = BREAKER)
    void aCallThatItRejectsIsNoProbe() {
        CircuitBreaker breaker = halfOpenBreaker();
        Guard guard =
                within(4).circuitBreaker(breaker).rateLimiter(usedUpQuota(5, 5)).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).isEmpty();
        assertThat(breaker.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    @Pair(outer = DEADLINE, inner = QUOTA)
    void aPlaceInTheQuotaBeyondItIsNotWaitedFor() throws Throwable {
        client.answers(503, 503, 200);
        assertThat(client.call(within(4).rateLimiter(quota(5, 5)).build(client.holdfast))
                        .status())
                .isEqualTo(503);
        assertThat(client.waits()).isEmpty();
        client.call(within(5).rateLimiter(quota(5, 5)).build(client.holdfast));
        assertThat(client.waits()).containsExactly(2_000L, 3_000L);
    }

    @Test
    @Pair(outer = DEADLINE, inner = BULKHEAD)
    void theWaitForTheBulkheadEndsWithIt() {
        client.answers(503);
        Bulkhead bulkhead = bulkhead(60);
        client.duringWait = bulkhead::tryAcquire;
        Guard guard = within(5).bulkhead(bulkhead).build(client.holdfast);
        assertThatThrownBy(() -> {
                    assertThat(client.call(guard).status()).isEqualTo(503);
                    assertThat(elapsedSeconds()).isEqualTo(5);
                    client.call(guard);
                })
                .isInstanceOf(BulkheadFullException.class);
        assertThat(elapsedSeconds()).isEqualTo(10);
    }

    @Test
    @Pair(outer = DEADLINE, inner = PolicyOrder.TIMEOUT)
    void itCutsAnAttemptThatHasMoreTime() {
        client.hangs = 2;
        Guard guard = within(18).timeout(TIMEOUT).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).hasMessage("Client.call took longer than 6s");
        assertThat(client.cuts).containsExactly(10L, 6L);
    }
}
