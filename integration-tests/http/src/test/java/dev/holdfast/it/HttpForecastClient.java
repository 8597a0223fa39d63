package dev.holdfast.it;

import dev.holdfast.testkit.ScriptedServer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The plain client that is wrapped. Remembers every future and every stream that it gave out. */
final class HttpForecastClient implements ForecastClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final List<CompletableFuture<?>> futures = new CopyOnWriteArrayList<>();
    private final List<TrackedStream> streams = new CopyOnWriteArrayList<>();

    HttpForecastClient(ScriptedServer server) {
        this.server = server.uri();
    }

    List<CompletableFuture<?>> futures() {
        return futures;
    }

    List<TrackedStream> streams() {
        return streams;
    }

    @Override
    public CompletableFuture<HttpResponse<String>> today(String city) {
        return get("/today/" + city, BodyHandlers.ofString());
    }

    @Override
    public CompletableFuture<HttpResponse<InputStream>> map(String city) {
        return get("/map/" + city, head -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), this::track));
    }

    private <T> CompletableFuture<HttpResponse<T>> get(String path, HttpResponse.BodyHandler<T> body) {
        CompletableFuture<HttpResponse<T>> future =
                HTTP.sendAsync(HttpRequest.newBuilder(server.resolve(path)).build(), body);
        futures.add(future);
        return future;
    }

    private InputStream track(InputStream body) {
        TrackedStream stream = new TrackedStream(body);
        streams.add(stream);
        return stream;
    }
}
