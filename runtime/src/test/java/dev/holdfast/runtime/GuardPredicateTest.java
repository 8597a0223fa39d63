package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.Form;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The user's predicates on results: what they decide, and what they do not. */
@ParameterizedClass(name = "{0}")
@EnumSource(Form.class)
class GuardPredicateTest {

    private final GuardedClient client;
    private final CircuitBreaker breaker;

    GuardPredicateTest(Form form) {
        this.client = new GuardedClient(form);
        this.breaker = CircuitBreaker.builder().build(client.holdfast);
    }

    private static boolean is299(Answer answer) {
        return answer.status() == 299;
    }

    private FormGuards guard() {
        return client.guard().circuitBreaker(breaker);
    }

    private static ExponentialBackoff backoff() {
        return ExponentialBackoff.builder()
                .baseDelay(Duration.ofSeconds(1))
                .jitter(Jitter.NONE)
                .build();
    }

    @Test
    void aResultThatIsRetriedIsNoFailure() throws Throwable {
        Guard guard = guard().backoff(backoff())
                .retryResult(GuardPredicateTest::is299)
                .build(client.holdfast);
        breaker.recordFailure(new IllegalStateException());
        client.answers(299, 299, 200);
        client.duringWait = () -> assertThat(breaker.failureCount()).isZero();
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(1_000L, 2_000L);
    }

    @Test
    void aResultThatIsAFailureIsNotRetried() throws Throwable {
        Guard guard = guard().backoff(backoff())
                .failureResult(GuardPredicateTest::is299)
                .build(client.holdfast);
        client.answers(299);
        assertThat(client.call(guard).status()).isEqualTo(299);
        assertThat(breaker.failureCount()).isEqualTo(1);
        assertThat(client.waits()).isEmpty();
    }

    @Test
    void aRateLimitIsASuccessWhateverThePredicateSays() throws Throwable {
        RateLimiter limiter = RateLimiter.builder().maxAttempts(1).build(client.holdfast);
        Guard guard = guard().rateLimiter(limiter).failureResult(answer -> true).build(client.holdfast);
        client.answers(429);
        assertThat(client.call(guard).status()).isEqualTo(429);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void withoutABackoffThereIsNothingToRetryWith() throws Throwable {
        RateLimiter limiter = RateLimiter.builder().build(client.holdfast);
        Guard guard =
                client.guard().rateLimiter(limiter).retryResult(answer -> true).build(client.holdfast);
        client.answers(200);
        assertThat(client.call(guard).status()).as("else in a hot loop").isEqualTo(200);
    }

    @Test
    void aPredicateThatThrowsIsAFailedAttempt() throws Throwable {
        RuntimeException broken = new IllegalStateException("predicate");
        Guard guard = guard().backoff(backoff())
                .retryResult(answer -> {
                    if (is299(answer)) {
                        throw broken;
                    }
                    return false;
                })
                .build(client.holdfast);
        client.answers(299, 200);
        assertThat(client.call(guard).status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(1_000L);
        client.answers(299, 299, 299, 299, 299);
        assertThatThrownBy(() -> client.call(guard)).isSameAs(broken);
        assertThat(breaker.failureCount()).isEqualTo(5);
    }
}
