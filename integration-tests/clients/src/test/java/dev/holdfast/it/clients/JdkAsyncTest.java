package dev.holdfast.it.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.runtime.CircuitBreaker;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code java.net.http} without a thread that waits. */
final class JdkAsyncTest extends ClientScenarios {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private JdkAsyncApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        JdkAsyncApi plain = path -> HTTP.sendAsync(
                HttpRequest.newBuilder(URI.create(address + "/" + path)).build(), BodyHandlers.ofInputStream());
        api = ResilientJdkAsyncApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) throws Exception {
        HttpResponse<InputStream> response = api.get(path).get();
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), new String(body.readAllBytes(), UTF_8));
        }
    }

    @Override
    boolean reusesConnections() {
        return false;
    }
}
