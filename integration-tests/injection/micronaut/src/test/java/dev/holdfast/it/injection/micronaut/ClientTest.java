package dev.holdfast.it.injection.micronaut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interface that Micronaut implements by {@code @Client}. */
@Timeout(120)
class ClientTest {

    private ScriptedServer server;
    private ApplicationContext context;
    private WeatherClient weather;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        context = ApplicationContext.run(Map.of(
                "micronaut.http.services.weather.url",
                server.uri().toString(),
                "micronaut.http.services.weather.read-timeout",
                "60s"));
        weather = context.getBean(Traveller.class).weather;
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        server.close();
    }

    private static Reply text(String words) {
        return Reply.status(200, words, "Content-Type: text/plain");
    }

    @Test
    void theProtectedClientIsInjected() {
        assertThat(weather).isInstanceOf(ResilientWeatherClient.class).isSameAs(context.getBean(WeatherClient.class));
        assertThat(context.getBean(WeatherClient.class, Qualifiers.byName("unprotected")))
                .isNotInstanceOf(ResilientWeatherClient.class);
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), text("sun"));
        assertThat(weather.forecast("Kyiv")).isEqualTo("sun");
        assertThat(server.paths()).containsExactly("/forecast/Kyiv", "/forecast/Kyiv", "/forecast/Kyiv");
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        server.then(Reply.tooManyRequests("1"), text("sun"));
        assertThat(weather.forecast("Kyiv")).isEqualTo("sun");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatMayHaveBeenDoneIsNotRepeated() {
        server.then(Reply.unavailable("down"));
        assertThatThrownBy(() -> weather.report("rain")).isInstanceOf(HttpClientResponseException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theBreakerOpens() {
        server.otherwise(Reply.unavailable("down"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> weather.forecast("Kyiv")).isInstanceOf(HttpClientResponseException.class);
        }
        assertThatThrownBy(() -> weather.forecast("Kyiv")).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }
}
