package dev.holdfast.jfr;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionStage;

/** The client over {@code java.net.http}. */
final class HttpCatalogClient implements CatalogClient {

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpCatalogClient(URI base) {
        this.base = base;
    }

    @Override
    public HttpResponse<String> find(String name) throws IOException, InterruptedException {
        return http.send(get(name), BodyHandlers.ofString());
    }

    @Override
    public CompletionStage<HttpResponse<String>> findLater(String name) {
        return http.sendAsync(get(name), BodyHandlers.ofString());
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(base.resolve("/" + path)).build();
    }
}
