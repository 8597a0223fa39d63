package dev.holdfast.it.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.runtime.CircuitBreaker;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code java.net.http}, with bodies that hold a connection until they are read or closed. */
final class JdkTest extends ClientScenarios {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private JdkApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        JdkApi plain = path -> HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/" + path)).build(), BodyHandlers.ofInputStream());
        api = ResilientJdkApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) throws Exception {
        HttpResponse<InputStream> response = api.get(path);
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), new String(body.readAllBytes(), UTF_8));
        }
    }

    @Override
    boolean reusesConnections() {
        return false;
    }
}
