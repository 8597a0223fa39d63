package dev.holdfast.it;

import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The plain client that is wrapped. Remembers every exception it threw and every stream it gave out. */
final class HttpWeatherClient implements WeatherClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI server;
    private final Duration timeout;
    private final List<Exception> thrown = new CopyOnWriteArrayList<>();
    private final List<TrackedStream> streams = new CopyOnWriteArrayList<>();

    HttpWeatherClient(ScriptedServer server) {
        this(server, Duration.ofSeconds(5));
    }

    HttpWeatherClient(ScriptedServer server, Duration timeout) {
        this.server = server.uri();
        this.timeout = timeout;
    }

    List<Exception> thrown() {
        return thrown;
    }

    List<TrackedStream> streams() {
        return streams;
    }

    @Override
    public HttpResponse<String> today(String city) throws IOException, InterruptedException {
        return get("/today/" + city, BodyHandlers.ofString());
    }

    @Override
    public HttpResponse<InputStream> map(String city) throws IOException, InterruptedException {
        return get("/map/" + city, head -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), this::track));
    }

    @Override
    public HttpResponse<String> tomorrow(String city) throws IOException {
        try {
            return get("/tomorrow/" + city, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private <T> HttpResponse<T> get(String path, BodyHandler<T> body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(timeout).build();
        try {
            return HTTP.send(request, body);
        } catch (IOException failure) {
            thrown.add(failure);
            throw failure;
        }
    }

    private InputStream track(InputStream body) {
        TrackedStream stream = new TrackedStream(body);
        streams.add(stream);
        return stream;
    }
}
