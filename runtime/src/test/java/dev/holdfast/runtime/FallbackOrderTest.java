package dev.holdfast.runtime;

import static dev.holdfast.runtime.PolicyOrder.BACKOFF;
import static dev.holdfast.runtime.PolicyOrder.BREAKER;
import static dev.holdfast.runtime.PolicyOrder.BULKHEAD;
import static dev.holdfast.runtime.PolicyOrder.DEADLINE;
import static dev.holdfast.runtime.PolicyOrder.FALLBACK;
import static dev.holdfast.runtime.PolicyOrder.HOLD;
import static dev.holdfast.runtime.PolicyOrder.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.GuardedClient.Form;
import dev.holdfast.runtime.PolicyOrder.Pair;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.generated.Fallbacks;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The fallback answers for whatever the other policies end with, once, and outside all of them. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class FallbackOrderTest extends OrderedPolicies {

    FallbackOrderTest(Form form) {
        super(form);
    }

    /** Calls with a fallback, which answers; returns what for. */
    private Throwable answeredFor(FormGuards guard) throws Throwable {
        client.fellBack.clear();
        assertThat(client.call(guard.fallback(Fallbacks.builder().build()).build(client.holdfast)))
                .isSameAs(GuardedClient.FALLBACK);
        assertThat(client.fellBack).hasSize(1);
        return client.fellBack.get(0);
    }

    @Test
    @Pair(outer = FALLBACK, inner = DEADLINE)
    void itAnswersWhenTheBudgetIsUsedUp() throws Throwable {
        client.hangs = 2;
        client.duringFallback = () -> client.time.advance(Duration.ofSeconds(60));
        assertThat(answeredFor(client.guard().backoff(deadline(5, 18)).timeout(TIMEOUT)))
                .hasMessage("Client.call took longer than 6s");
        assertThat(elapsedSeconds()).isEqualTo(78);
    }

    @Test
    @Pair(outer = FALLBACK, inner = BACKOFF)
    void itAnswersAfterAllAttempts() throws Throwable {
        IOException last = new IOException("3");
        client.answers(new IOException("1"), new IOException("2"), last);
        assertThat(answeredFor(client.guard().backoff(backoff(3).build()))).isSameAs(last);
        assertThat(client.calls).isEqualTo(3);
        assertThat(client.events).containsExactly("retry 1 in 2000", "retry 2 in 2000", "gave up after 3");
    }

    @Test
    @Pair(outer = FALLBACK, inner = HOLD)
    void itAnswersWhereTheCallIsHeld() throws Throwable {
        assertThat(answeredFor(client.guard().rateLimiter(hold(61)))).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    @Pair(outer = FALLBACK, inner = BREAKER)
    void whatItAnswersForIsAFailure() throws Throwable {
        CircuitBreaker breaker = breaker(1);
        IOException failure = new IOException();
        client.answers(failure);
        assertThat(answeredFor(client.guard().circuitBreaker(breaker))).isSameAs(failure);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(answeredFor(client.guard().circuitBreaker(breaker))).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    @Pair(outer = FALLBACK, inner = QUOTA)
    void itAnswersWhereTheQuotaIsUsedUp() throws Throwable {
        assertThat(answeredFor(client.guard().rateLimiter(usedUpQuota(1, 0)))).isInstanceOf(RateLimitedException.class);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    @Pair(outer = FALLBACK, inner = BULKHEAD)
    void itHasNoPlaceInTheBulkhead() throws Throwable {
        assertThat(answeredFor(client.guard().bulkhead(fullBulkhead(0)))).isInstanceOf(BulkheadFullException.class);
        Bulkhead bulkhead = bulkhead(0);
        client.duringFallback = () -> assertThat(bulkhead.available()).isEqualTo(1);
        client.answers(new IOException());
        assertThat(answeredFor(client.guard().bulkhead(bulkhead))).isInstanceOf(IOException.class);
    }

    @Test
    @Pair(outer = FALLBACK, inner = PolicyOrder.TIMEOUT)
    void itsTimeIsNotLimited() throws Throwable {
        client.hangs = 1;
        client.duringFallback = () -> client.time.advance(Duration.ofSeconds(60));
        assertThat(answeredFor(client.guard().timeout(TIMEOUT))).isInstanceOf(CallTimeoutException.class);
        assertThat(client.cuts).containsExactly(10L);
    }
}
