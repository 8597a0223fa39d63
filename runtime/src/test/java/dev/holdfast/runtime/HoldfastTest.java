package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldfastTest {

    private static CircuitBreakerBuilder breaker() {
        return CircuitBreaker.builder().name("github").failureThreshold(1);
    }

    @Test
    void sharesNamedInstancesWithinAContextOnly() {
        Holdfast one = Holdfast.builder().build();
        Holdfast other = Holdfast.builder().build();
        assertThat(one.circuitBreaker(breaker(), "A")).isSameAs(one.circuitBreaker(breaker(), "B"));
        assertThat(one.circuitBreaker(breaker(), "A")).isNotSameAs(other.circuitBreaker(breaker(), "A"));
        one.circuitBreaker(breaker(), "A").recordFailure(new IOException());
        assertThat(other.circuitBreaker(breaker(), "A").state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(one.rateLimiter(RateLimiter.builder().name("github"), "A"))
                .isSameAs(one.rateLimiter(RateLimiter.builder().name("github"), "B"));
    }

    @Test
    void refusesContradictorySettingsUnderOneNameAndNamesBothPlaces() {
        Holdfast holdfast = Holdfast.builder().build();
        holdfast.circuitBreaker(breaker(), "com.acme.Orders");
        assertThatIllegalStateException()
                .isThrownBy(() -> holdfast.circuitBreaker(breaker().failureThreshold(2), "com.acme.Users#find"))
                .withMessageContaining("'github'")
                .withMessageContaining("com.acme.Orders has failureThreshold=1")
                .withMessageContaining("com.acme.Users#find has failureThreshold=2");
        holdfast.rateLimiter(RateLimiter.builder().name("x"), "A");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        holdfast.rateLimiter(RateLimiter.builder().name("x").maxDelay(Duration.ofMinutes(10)), "B"))
                .withMessageContaining("maxDelay=5m")
                .withMessageContaining("maxDelay=10m");
    }

    @Test
    void theDefaultContextIsOne() {
        assertThat(Holdfast.defaults()).isSameAs(Holdfast.defaults());
    }
}
