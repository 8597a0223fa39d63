package dev.holdfast.runtime;

import static dev.holdfast.runtime.PolicyOrder.BACKOFF;
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
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every attempt passes everything that is inside the backoff. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class RetryOrderTest extends OrderedPolicies {

    RetryOrderTest(Form form) {
        super(form);
    }

    private FormGuards retrying(int attempts) {
        return client.guard().backoff(backoff(attempts).build());
    }

    @Test
    @Pair(outer = BACKOFF, inner = HOLD)
    void aFurtherAttemptIsHeldToo() throws Throwable {
        RateLimiter limiter = quota(1, 0);
        client.duringWait = () -> {
            if (client.waits().isEmpty()) {
                Engines.of(limiter).holdFor(Duration.ofSeconds(30).toNanos());
            }
        };
        client.answers(503, 200);
        assertThat(client.call(retrying(2).rateLimiter(limiter).build(client.holdfast))
                        .status())
                .isEqualTo(200);
        assertThat(client.waits()).containsExactly(2_000L, 28_000L);
    }

    @Test
    @Pair(outer = BACKOFF, inner = BREAKER)
    void eachAttemptCounts() {
        CircuitBreaker breaker = breaker(2);
        IOException last = new IOException("2");
        client.answers(new IOException("1"), last);
        Guard guard = retrying(5).circuitBreaker(breaker).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isSameAs(last);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(client.calls).isEqualTo(2);
    }

    @Test
    @Pair(outer = BACKOFF, inner = QUOTA)
    void eachAttemptTakesAPlaceInTheQuota() throws Throwable {
        client.answers(503, 503, 200);
        client.call(retrying(3).rateLimiter(quota(5, 5)).build(client.holdfast));
        assertThat(client.waits()).containsExactly(2_000L, 3_000L, 2_000L, 3_000L);
    }

    @Test
    @Pair(outer = BACKOFF, inner = BULKHEAD)
    void thePlaceInTheBulkheadIsFreeBetweenAttempts() throws Throwable {
        Bulkhead bulkhead = bulkhead(0);
        client.duringWait = () -> assertThat(bulkhead.available()).isEqualTo(1);
        client.duringCall = () -> assertThat(bulkhead.available()).isZero();
        client.answers(503, 503, 200);
        client.call(retrying(3).bulkhead(bulkhead).build(client.holdfast));
        assertThat(client.waits()).containsExactly(2_000L, 2_000L);
        assertThat(client.calls).isEqualTo(3);
    }

    @Test
    @Pair(outer = BACKOFF, inner = PolicyOrder.TIMEOUT)
    void eachAttemptHasItsTime() throws Throwable {
        client.hangs = 2;
        client.answers(200);
        assertThat(client.call(retrying(3).timeout(TIMEOUT).build(client.holdfast))
                        .status())
                .isEqualTo(200);
        assertThat(client.cuts).containsExactly(10L, 10L);
        assertThat(client.waits()).containsExactly(2_000L, 2_000L);
    }
}
