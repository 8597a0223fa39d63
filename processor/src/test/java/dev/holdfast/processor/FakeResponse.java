package dev.holdfast.processor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** An answer of the JDK's client, made up. */
record FakeResponse<T>(int statusCode, T body, Map<String, List<String>> fields) implements HttpResponse<T> {

    public static <T> FakeResponse<T> of(int status, T body) {
        return new FakeResponse<>(status, body, Map.of());
    }

    public static <T> FakeResponse<T> limited(T body, String retryAfter) {
        return new FakeResponse<>(429, body, Map.of("Retry-After", List.of(retryAfter)));
    }

    @Override
    public HttpHeaders headers() {
        return HttpHeaders.of(fields, (name, value) -> true);
    }

    @Override
    public HttpRequest request() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return URI.create("https://example.com");
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_2;
    }
}
