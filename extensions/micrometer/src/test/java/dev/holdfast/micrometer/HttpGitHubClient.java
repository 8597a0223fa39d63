package dev.holdfast.micrometer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionStage;

/** The client over {@code java.net.http}. */
final class HttpGitHubClient implements GitHubClient {

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpGitHubClient(URI base) {
        this.base = base;
    }

    @Override
    public HttpResponse<String> user(String login) throws IOException, InterruptedException {
        return http.send(get("/users/" + login), BodyHandlers.ofString());
    }

    @Override
    public CompletionStage<HttpResponse<String>> repositories(String login) {
        return http.sendAsync(get("/users/" + login + "/repos"), BodyHandlers.ofString());
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }
}
