package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Micronaut's client for HTTP, the blocking one. */
@Timeout(60)
class MicronautTest {

    private ScriptedServer server;
    private BlockingHttpClient real;
    private BlockingHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(Duration.ofMillis(500));
        real = HttpClient.create(server.uri().toURL(), configuration).toBlocking();
        http = new ResilientBlockingHttpClient(real);
    }

    @AfterEach
    void stop() throws IOException {
        real.close();
        server.close();
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"));
        assertThat(http.retrieve("/a")).isEqualTo("fine");
        assertThat(server.paths()).containsExactly("/a", "/a", "/a");
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        server.then(Reply.tooManyRequests("1"));
        HttpResponse<String> response = http.exchange("/a", String.class);
        assertThat(response.body()).isEqualTo("fine");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aHangingServerIsAFailure() {
        server.otherwise(Reply.stall());
        assertThatThrownBy(() -> http.retrieve("/a")).isInstanceOf(ReadTimeoutException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void whatIsWrongWithTheCallIsNotRepeated() {
        server.then(Reply.status(404, "none"));
        assertThatThrownBy(() -> http.retrieve("/a")).isInstanceOf(HttpClientResponseException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theBreakerOpensAndTheClientStillSaysWhetherItRuns() {
        server.otherwise(Reply.unavailable("down"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> http.retrieve("/a")).isInstanceOf(HttpClientResponseException.class);
        }
        assertThatThrownBy(() -> http.retrieve("/a")).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
        assertThat(http.isRunning()).isEqualTo(real.isRunning());
    }
}
