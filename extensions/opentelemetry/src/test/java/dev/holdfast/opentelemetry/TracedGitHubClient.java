package dev.holdfast.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionStage;

/** The client over {@code java.net.http}, with a span for each request, as an instrumented library has. */
final class TracedGitHubClient implements GitHubClient {

    private final URI base;
    private final Tracer tracer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TracedGitHubClient(URI base, Tracer tracer) {
        this.base = base;
        this.tracer = tracer;
    }

    @Override
    public HttpResponse<String> user(String login) throws IOException, InterruptedException {
        Span span = request();
        try {
            return http.send(get("/users/" + login), BodyHandlers.ofString());
        } finally {
            span.end();
        }
    }

    @Override
    public CompletionStage<HttpResponse<String>> repositories(String login) {
        Span span = request();
        return http.sendAsync(get("/users/" + login + "/repos"), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> span.end());
    }

    private Span request() {
        Span span = tracer.spanBuilder("GET").startSpan();
        HoldfastSpanEvents.setResendCount(span);
        return span;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }
}
