package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which clients share which policy. */
@Timeout(30)
class SharingTest {

    private ScriptedServer server;
    private HttpWeatherClient http;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(Reply.unavailable("1"), Reply.unavailable("2"));
        http = new HttpWeatherClient(server);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void twoClientsShareANamedBreakerWithinOneContext() throws Exception {
        Holdfast holdfast = Holdfast.builder().build();
        OrdersClient orders = new ResilientOrdersClient(http::today, holdfast);
        StockClient stock = new ResilientStockClient(http::today, holdfast);

        assertThat(orders.get("a").statusCode()).isEqualTo(503);
        assertThat(stock.get("b").statusCode()).isEqualTo(503);

        assertThatExceptionOfType(CircuitOpenException.class)
                .isThrownBy(() -> orders.get("c"))
                .satisfies(rejection -> assertThat(rejection.name()).isEqualTo("shop"));
        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> stock.get("c"));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void twoContextsDoNotKnowEachOther() throws Exception {
        OrdersClient one =
                new ResilientOrdersClient(http::today, Holdfast.builder().build());
        OrdersClient other =
                new ResilientOrdersClient(http::today, Holdfast.builder().build());

        one.get("a");
        one.get("b");

        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> one.get("c"));
        assertThat(other.get("d").body()).isEqualTo("fine");
    }

    @Test
    void twoInstancesOfOneClientDoNotShareAnUnnamedBreaker() throws Exception {
        Holdfast holdfast = Holdfast.builder().build();
        server.then(Reply.unavailable("3"), Reply.unavailable("4"), Reply.unavailable("5"));
        WeatherClient one = new ResilientWeatherClient(http, holdfast);
        WeatherClient other = new ResilientWeatherClient(http, holdfast);

        one.today("a");
        one.today("b");

        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> one.today("c"));
        assertThat(other.today("d").body()).isEqualTo("fine");
    }

    @Test
    void aClientTakesPoliciesOfTheUsersOwn() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .name("mine")
                .failureThreshold(2)
                .recoveryTimeout(Duration.ofMinutes(1))
                .build();
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofMillis(1))
                .jitter(Jitter.NONE)
                .build();
        RateLimiter limiter = RateLimiter.builder()
                .name("my limit")
                .maxDelay(Duration.ofMinutes(5))
                .build();
        WeatherClient client = ResilientWeatherClient.builder(http)
                .circuitBreaker(breaker)
                .backoff(backoff)
                .rateLimiter(limiter)
                .build();

        assertThat(client.today("two-attempts").body()).isEqualTo("2");
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThatExceptionOfType(CircuitOpenException.class)
                .isThrownBy(() -> client.today("a"))
                .satisfies(rejection -> assertThat(rejection.name()).isEqualTo("mine"));

        breaker.reset();
        server.then(Reply.tooManyRequests("3600"));
        assertThat(client.today("b").statusCode()).isEqualTo(429);
        assertThat(limiter.heldFor()).isPositive();
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> client.today("c"))
                .satisfies(rejection -> assertThat(rejection.name()).isEqualTo("my limit"));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aBackoffOfTheUsersOwnBringsItsDeadlineAlong() throws Exception {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .baseDelay(Duration.ofMinutes(1))
                .jitter(Jitter.NONE)
                .deadline(Duration.ofSeconds(30))
                .build();
        WeatherClient client =
                ResilientWeatherClient.builder(http).backoff(backoff).build();

        assertThat(client.today("no-time-to-wait").statusCode()).isEqualTo(503);
        assertThat(server.requests()).hasSize(1);
    }
}
