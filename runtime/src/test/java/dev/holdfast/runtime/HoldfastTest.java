package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holdfast.runtime.event.CircuitState;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a context shares, and what it refuses to. */
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
        assertThat(other.circuitBreaker(breaker(), "A").state()).isEqualTo(CircuitState.CLOSED);
        assertThat(one.rateLimiter(RateLimiter.builder().name("github"), "A"))
                .isSameAs(one.rateLimiter(RateLimiter.builder().name("github"), "B"));
        assertThat(one.bulkhead(Bulkhead.builder().name("github"), "A"))
                .isSameAs(one.bulkhead(Bulkhead.builder().name("github"), "B"))
                .isNotSameAs(other.bulkhead(Bulkhead.builder().name("github"), "A"));
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
        holdfast.bulkhead(Bulkhead.builder().name("x"), "A");
        assertThatIllegalStateException()
                .isThrownBy(() -> holdfast.bulkhead(Bulkhead.builder().name("x").maxConcurrent(2), "B"))
                .withMessageContaining("A has maxConcurrent=10, maxWait=0")
                .withMessageContaining("B has maxConcurrent=2, maxWait=0");
    }

    @Test
    void settingsThatDifferByANanosecondContradict() {
        Holdfast holdfast = Holdfast.builder().build();
        Duration recovery = Duration.ofNanos(1_000_400_000);
        holdfast.circuitBreaker(breaker().recoveryTimeout(recovery), "A");
        assertThatIllegalStateException()
                .isThrownBy(() -> holdfast.circuitBreaker(breaker().recoveryTimeout(recovery.plusNanos(1)), "B"))
                .withMessageContaining("recoveryTimeout=1.0004s")
                .withMessageContaining("recoveryTimeout=1.000400001s");
    }

    @Test
    void theSameClassesInAnotherOrderAreNoContradiction() {
        Holdfast holdfast = Holdfast.builder().build();
        CircuitBreakerBuilder one = breaker()
                .monitored(IOException.class, TimeoutException.class)
                .ignored(FileNotFoundException.class, EOFException.class);
        CircuitBreakerBuilder other = breaker()
                .monitored(TimeoutException.class, IOException.class)
                .ignored(EOFException.class, FileNotFoundException.class);
        assertThat(holdfast.circuitBreaker(other, "B")).isSameAs(holdfast.circuitBreaker(one, "A"));
        assertThatIllegalStateException()
                .isThrownBy(() -> holdfast.circuitBreaker(breaker().monitored(IOException.class), "C"));
    }

    @Test
    void refusesToShareWhatHasNoName() {
        Holdfast holdfast = Holdfast.builder().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holdfast.circuitBreaker(CircuitBreaker.builder(), "A"))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holdfast.rateLimiter(RateLimiter.builder(), "A"))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holdfast.bulkhead(Bulkhead.builder(), "A"))
                .withMessageContaining("name");
    }

    @Test
    void theDefaultContextIsOne() {
        assertThat(Holdfast.defaults()).isSameAs(Holdfast.defaults());
    }
}
