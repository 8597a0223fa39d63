package dev.holdfast.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The plain client over {@code java.net.http}, as a user writes it: one request for one call, no word of resilience. */
final class HttpGitHubClient implements GitHubClient {

    /** A server that takes longer to answer counts as failed. */
    static final Duration REQUEST_TIMEOUT = Duration.ofMillis(800);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(REQUEST_TIMEOUT)
            .build();

    HttpGitHubClient(URI base) {
        this.base = base;
    }

    @Override
    public HttpResponse<String> user(String login) throws IOException, InterruptedException {
        return get("/users/" + login);
    }

    @Override
    public HttpResponse<String> repositories(String login) throws IOException, InterruptedException {
        return get("/users/" + login + "/repos");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
