package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Reply;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Micronaut's client for HTTP, the blocking one. */
class MicronautTest extends ClientContract {

    private BlockingHttpClient real;
    private BlockingHttpClient http;

    @Override
    void connect(Duration patience) throws IOException {
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(patience);
        real = HttpClient.create(server.uri().toURL(), configuration).toBlocking();
        http = new ResilientBlockingHttpClient(real);
    }

    @Override
    void disconnect() throws IOException {
        real.close();
    }

    @Override
    Object call() {
        return http.exchange("/a", String.class).body();
    }

    @Override
    Reply good() {
        return Reply.ok("a");
    }

    @Override
    Object content() {
        return "a";
    }

    @Override
    Class<? extends Throwable> failure() {
        return HttpClientResponseException.class;
    }

    @Override
    void useWithoutCalls() {
        assertThat(http.isRunning()).isEqualTo(real.isRunning());
    }

    @Test
    void aConvenienceMethodIsOneProtectedCall() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"));
        assertThat(http.retrieve("/a")).isEqualTo("fine");
        assertThat(server.requests()).hasSize(3);
    }
}
