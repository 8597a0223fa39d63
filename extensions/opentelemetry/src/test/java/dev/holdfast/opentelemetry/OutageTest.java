package dev.holdfast.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is exported after a bad day of a real server is what the server has written down, and what the caller has seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// A scope is there to be closed.
@SuppressWarnings("try")
class OutageTest {

    private final Otel otel = new Otel();
    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = otel.holdfast(time).build();
    private ScriptedServer server;
    private GitHubClient client;

    @BeforeAll
    void happen() throws Exception {
        server = new ScriptedServer();
        client = new ResilientGitHubClient(new TracedGitHubClient(server.uri(), otel.tracer()), holdfast);
        Span day = otel.tracer().spanBuilder("day").startSpan();
        try (Scope scope = day.makeCurrent()) {
            call(200);
            server.then(Reply.unavailable("no"));
            call(200);
            server.then(Reply.tooManyRequests("2"));
            call(200);
            server.then(Reply.breakOff());
            call(200);
            server.then(Reply.status(404, "who?"));
            call(404);
            fillBulkhead();
            openBreaker();
            time.advance(Duration.ofSeconds(61));
            call(200);
            call(200);
        }
        day.end();
    }

    private void call(int status) throws IOException, InterruptedException {
        assertThat(client.user("octocat").statusCode()).isEqualTo(status);
    }

    private void fillBulkhead() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.then(Reply.ok("1").after(gate), Reply.ok("2").after(gate));
        CompletionStage<HttpResponse<String>> first = client.repositories("octocat");
        CompletionStage<HttpResponse<String>> second = client.repositories("octocat");
        assertThatThrownBy(() -> client.user("octocat")).isInstanceOf(BulkheadFullException.class);
        gate.countDown();
        first.toCompletableFuture().get();
        second.toCompletableFuture().get();
    }

    /** Four failures in a row: three attempts of one call, and the first of another. */
    private void openBreaker() throws IOException, InterruptedException {
        server.then(Reply.unavailable("1"), Reply.unavailable("2"), Reply.unavailable("3"), Reply.unavailable("4"));
        call(503);
        call(503);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> client.user("octocat")).isInstanceOf(CircuitOpenException.class);
        }
    }

    @AfterAll
    void close() throws IOException {
        holdfast.close();
        server.close();
        otel.close();
    }

    @Test
    void attemptsAreTheRequestsOfTheServersLog() {
        Map<String, Double> requests = server.paths().stream()
                .collect(Collectors.groupingBy(
                        path -> path.endsWith("/repos") ? "repositories" : "user",
                        Collectors.summingDouble(path -> 1)));

        assertThat(otel.by("method", "holdfast.attempts")).isEqualTo(requests);
    }

    @Test
    void attemptsAreToldApartByOutcomeAndError() {
        assertThat(otel.by("outcome", "holdfast.attempts", "method", "user"))
                .isEqualTo(Map.of("success", 7.0, "failure", 6.0, "rate_limited", 1.0));
        assertThat(otel.by("error.type", "holdfast.attempts", "method", "user"))
                .isEqualTo(Map.of("none", 7.0, "503", 5.0, "429", 1.0, "java.io.IOException", 1.0));
    }

    @Test
    void callsAreWhatTheCallerHasSeen() {
        assertThat(otel.by("outcome", "holdfast.calls", "method", "user"))
                .isEqualTo(Map.of("success", 7.0, "failure", 2.0, "rejected", 6.0));
        assertThat(otel.by("outcome", "holdfast.calls", "method", "repositories"))
                .isEqualTo(Map.of("success", 2.0));
    }

    @Test
    void retriesAndRejectionsAreToldApart() {
        assertThat(otel.by("reason", "holdfast.retries", "client", "GitHubClient"))
                .isEqualTo(Map.of("status", 3.0, "rate_limited", 1.0, "exception", 1.0));
        assertThat(otel.by("policy", "holdfast.rejections")).isEqualTo(Map.of("circuitbreaker", 5.0, "bulkhead", 1.0));
    }

    @Test
    void transitionsAndGaugesTellTheStory() {
        assertThat(otel.by("reason", "holdfast.circuitbreaker.transitions"))
                .isEqualTo(Map.of(
                        "failures_in_a_row", 1.0,
                        "failure_rate", 0.0,
                        "slow_call_rate", 0.0,
                        "recovery_time_over", 1.0,
                        "probe_failed", 0.0,
                        "probes_succeeded", 1.0));
        assertThat(otel.by("state", "holdfast.circuitbreaker.state", "name", "GitHubClient"))
                .isEqualTo(Map.of("closed", 1.0, "open", 0.0, "half_open", 0.0, "forced_open", 0.0, "disabled", 0.0));
        for (String gauge : List.of(
                "holdfast.circuitbreaker.failure.rate",
                "holdfast.ratelimiter.hold",
                "holdfast.bulkhead.active",
                "holdfast.bulkhead.queued")) {
            assertThat(otel.by("name", gauge)).as(gauge).isEqualTo(Map.of("GitHubClient", 0.0));
        }
    }

    @Test
    void metricsHaveTheUnitsAndAttributesOfThePage() throws IOException {
        Map<String, Set<String>> page = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../../docs/observability.md"))) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| `holdfast.") && cells[2].matches(" (histogram|counter|gauge)\\b.*")) {
                codes(cells[1]).forEach(name -> page.put(name, codes(cells[3]).collect(Collectors.toSet())));
            }
        }
        Map<String, String> units = new HashMap<>();
        Map<String, Set<String>> exported = new HashMap<>();
        for (MetricData each : otel.collect()) {
            units.put(each.getName(), each.getUnit());
            for (PointData point : each.getData().getPoints()) {
                Set<String> own = point.getAttributes().asMap().keySet().stream()
                        .map(AttributeKey::getKey)
                        .collect(Collectors.toSet());
                assertThat(exported.computeIfAbsent(each.getName(), name -> own))
                        .isEqualTo(own);
            }
        }

        assertThat(exported).isEqualTo(page).hasSize(10);
        assertThat(units)
                .containsEntry("holdfast.calls", "s")
                .containsEntry("holdfast.attempts", "s")
                .containsEntry("holdfast.ratelimiter.hold", "s")
                .containsEntry("holdfast.circuitbreaker.failure.rate", "%");
    }

    private static Stream<String> codes(String cell) {
        return Pattern.compile("`([^`]*)`").matcher(cell).results().map(code -> code.group(1));
    }

    @Test
    void eventsOfTheSpanAreAsManyAsTheMetricsCount() {
        Map<String, Long> events = new HashMap<>();
        List<String> all = new ArrayList<>(otel.events("day"));
        all.forEach(event -> events.merge(event.substring(0, event.indexOf('{')), 1L, Long::sum));

        assertThat(events)
                .isEqualTo(Map.of(
                        "holdfast.retry", 5L,
                        "holdfast.give_up", 2L,
                        "holdfast.rejection", 6L,
                        "holdfast.transition", 3L,
                        "holdfast.hold", 1L,
                        "holdfast.release", 1L));
    }

    @Test
    void requestsAreChildrenOfTheCallersSpanAndNumbered() {
        assertThat(otel.spans("GET"))
                .hasSize(server.requests().size())
                .allSatisfy(request -> assertThat(request.getParentSpanId())
                        .isEqualTo(otel.spans("day").get(0).getSpanId()));
        assertThat(otel.spans("GET").stream()
                        .map(request -> request.getAttributes().get(AttributeKey.longKey("http.request.resend_count")))
                        .filter(count -> count != null)
                        .toList())
                .containsExactly(1L, 1L, 1L, 1L, 2L);
    }
}
