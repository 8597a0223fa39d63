package dev.holdfast.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names, attributes and spans of events. */
@Timeout(60)
// A scope is there to be closed.
@SuppressWarnings("try")
class SpanEventsTest {

    private static final String CALL = "holdfast.client=GitHubClient, holdfast.method=";
    private static final String CLIENT_DELAY = "holdfast.client=GitHubClient, holdfast.delay=";

    private final Otel otel = new Otel();
    private final VirtualTime time = new VirtualTime();
    private final ExecutorService others = Executors.newSingleThreadExecutor();
    private ScriptedServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        others.shutdownNow();
        server.close();
        otel.close();
    }

    @Test
    void aRetryHasStatusAndDelay() throws Exception {
        server.then(Reply.unavailable("no"));
        client().user("octocat");
        inSpan("request", () -> {
            server.then(Reply.unavailable("no"));
            client().user("octocat");
        });

        assertThat(otel.events("request"))
                .containsExactly("holdfast.retry{error.type=503, holdfast.attempt=1, holdfast.client=GitHubClient, "
                        + "holdfast.delay=0.2, holdfast.method=user, http.response.status_code=503}");
    }

    @Test
    void aFailureHasTheClassOfItsException() throws Exception {
        inSpan("request", () -> {
            server.then(Reply.breakOff(), Reply.breakOff(), Reply.breakOff());
            assertThatThrownBy(() -> client().user("octocat")).isInstanceOf(IOException.class);
        });

        assertThat(otel.events("request"))
                .containsExactly(
                        "holdfast.retry{error.type=java.io.IOException, holdfast.attempt=1, " + CLIENT_DELAY + "0.2, "
                                + "holdfast.method=user}",
                        "holdfast.retry{error.type=java.io.IOException, holdfast.attempt=2, " + CLIENT_DELAY + "0.4, "
                                + "holdfast.method=user}",
                        "holdfast.give_up{error.type=java.io.IOException, holdfast.attempt=3, " + CALL + "user}");
    }

    @Test
    void aHoldAndItsEndHaveTheirTimes() throws Exception {
        inSpan("request", () -> {
            server.then(Reply.tooManyRequests("2"));
            client().user("octocat");
        });

        assertThat(otel.events("request"))
                .contains(
                        "holdfast.hold{holdfast.duration=2.0, holdfast.policy=ratelimiter, "
                                + "holdfast.policy.name=GitHubClient}",
                        "holdfast.release{holdfast.duration=2.0, holdfast.policy=ratelimiter, "
                                + "holdfast.policy.name=GitHubClient}");
    }

    @Test
    void aTransitionAndARejectionNameTheBreaker() throws Exception {
        Holdfast holdfast = otel.holdfast(time).build();
        GitHubClient client = client(holdfast);
        inSpan("request", () -> {
            server.otherwise(Reply.unavailable("no"));
            client.user("octocat");
            client.user("octocat");
            assertThatThrownBy(() -> client.user("octocat")).isInstanceOf(RuntimeException.class);
        });

        assertThat(otel.events("request"))
                .contains(
                        "holdfast.transition{holdfast.from=closed, holdfast.policy=circuitbreaker, "
                                + "holdfast.policy.name=GitHubClient, holdfast.reason=failures_in_a_row, "
                                + "holdfast.to=open}",
                        "holdfast.rejection{error.type=dev.holdfast.runtime.CircuitOpenException, " + CALL
                                + "user, holdfast.policy=circuitbreaker, holdfast.policy.name=GitHubClient, "
                                + "holdfast.retry_after=60.0}");
    }

    @Test
    void laterAsynchronousAttemptsHaveTheSpansOfTheirCallers() throws Exception {
        GitHubClient client = client(otel.holdfast(time).build());
        server.then(Reply.unavailable("1"), Reply.unavailable("2"));
        CompletableFuture<HttpResponse<String>> first = begin("first", client);
        complete(first);
        server.then(Reply.unavailable("3"));
        CompletableFuture<HttpResponse<String>> second = begin("second", client);
        complete(second);

        assertThat(otel.events("first"))
                .hasSize(2)
                .allMatch(event -> event.startsWith("holdfast.retry") && event.contains("repositories"));
        assertThat(otel.events("second")).hasSize(1);
        assertThat(otel.spans("of the pool"))
                .hasSize(2)
                .allMatch(span -> span.getEvents().isEmpty());
        assertThat(otel.spans("GET").stream()
                        .filter(request -> request.getParentSpanId()
                                .equals(otel.spans("first").get(0).getSpanId())))
                .hasSize(3);
    }

    @Test
    void aSpanThatHasEndedGetsNoMore() throws Exception {
        inSpan("request", () -> {
            Span.current().end();
            HoldfastSpanEvents.create().onRetry(new AttemptEvent("GitHubClient.user", 1, null, 503, 5));
        });

        assertThat(otel.events("request")).isEmpty();
    }

    @Test
    void noMessageOfAnExceptionIsExported() throws Exception {
        HoldfastSpanEvents events = HoldfastSpanEvents.create();
        inSpan("request", () -> {
            events.onRetry(new AttemptEvent("GitHubClient.user", 1, new IOException("secret"), 0, 5));
            events.onFallback(new FallbackEvent("GitHubClient.user", new IOException("secret")));
        });

        assertThat(otel.events("request"))
                .hasSize(2)
                .contains("holdfast.fallback{error.type=java.io.IOException, " + CALL + "user}")
                .noneMatch(event -> event.contains("secret"));
    }

    /** Begins a call in a span that stays open until its end, and is not current any more by then. */
    private CompletableFuture<HttpResponse<String>> begin(String name, GitHubClient client) {
        Span span = otel.tracer().spanBuilder(name).startSpan();
        try (Scope scope = span.makeCurrent()) {
            return client.repositories("octocat").toCompletableFuture().whenComplete((answer, failure) -> span.end());
        }
    }

    /** Lets waits end on a thread that has a span of its own. */
    private void complete(CompletableFuture<HttpResponse<String>> answer) throws Exception {
        others.submit(() -> {
                    inSpan("of the pool", () -> {
                        while (!answer.isDone()) {
                            time.drain();
                            Thread.onSpinWait();
                        }
                    });
                    return Context.current();
                })
                .get(30, TimeUnit.SECONDS);
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    private interface Step {
        void run() throws Exception;
    }

    private void inSpan(String name, Step step) throws Exception {
        Span span = otel.tracer().spanBuilder(name).startSpan();
        try (Scope scope = span.makeCurrent()) {
            step.run();
        } finally {
            span.end();
        }
    }

    private GitHubClient client() {
        return client(otel.holdfast(time).build());
    }

    private GitHubClient client(Holdfast holdfast) {
        return new ResilientGitHubClient(new TracedGitHubClient(server.uri(), otel.tracer()), holdfast);
    }
}
