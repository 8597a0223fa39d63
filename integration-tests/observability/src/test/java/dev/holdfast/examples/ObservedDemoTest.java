package dev.holdfast.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.micrometer.HoldfastMetrics;
import dev.holdfast.opentelemetry.HoldfastSpanEvents;
import dev.holdfast.runtime.Holdfast;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo of the README, seen by Prometheus, by OpenTelemetry and by its server: all three count the same. */
class ObservedDemoTest {

    private static final String NOBODY_LISTENS = "java.net.ConnectException";
    private static final Pattern ATTEMPTS =
            Pattern.compile("holdfast_attempts_seconds_count\\{.*error_type=\"([^\"]*)\".*} ([0-9.E]+)");
    private static final Pattern RETRIES = Pattern.compile("holdfast_retries_total\\{.*} ([0-9.E]+)");

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Test
    void allCountTheSame() throws Exception {
        ServerLog server;
        Timeline timeline = new Timeline(event -> {});
        try (OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build()) {
            server = watch(telemetry, timeline);
            assertThat(fromOpenTelemetry()).isEqualTo(fromServer(server, timeline));
            assertThat(spans.getFinishedSpanItems().stream()
                            .flatMap(span -> span.getEvents().stream())
                            .map(EventData::getName)
                            .filter("holdfast.retry"::equals))
                    .as("but for those of the two calls that wait on other threads")
                    .hasSize((int) count(timeline, Event.Waiting.class) - 2);
        }
        assertThat(fromPrometheus(ATTEMPTS)).isEqualTo(fromServer(server, timeline));
        assertThat(fromPrometheus(RETRIES)).containsEntry("", count(timeline, Event.Waiting.class));
    }

    private ServerLog watch(OpenTelemetrySdk telemetry, Timeline timeline) throws Exception {
        Script script = new Script();
        Span day = telemetry.getTracer("demo").spanBuilder("a bad day").startSpan();
        try (FlakyServer server = new FlakyServer(script)) {
            Watch watch = new Watch(new HttpGitHubClient(server.uri()), timeline);
            GitHubClient client = new ResilientGitHubClient(watch, holdfast(watch, telemetry));
            try (Scope inSpan = day.makeCurrent()) {
                assertThat(inSpan).isNotNull();
                new Story(script, server, new Caller(client, timeline), timeline).tell();
            }
            return server.log();
        } finally {
            day.end();
        }
    }

    private Holdfast holdfast(Watch watch, OpenTelemetrySdk telemetry) {
        return Holdfast.builder()
                .listener(watch)
                .listener(HoldfastMetrics.of(prometheus))
                .listener(dev.holdfast.opentelemetry.HoldfastMetrics.of(telemetry))
                .listener(HoldfastSpanEvents.create())
                .build();
    }

    /** Attempts by type of error: the requests that the server saw, and those that found no server. */
    private static Map<String, Long> fromServer(ServerLog server, Timeline timeline) {
        Map<String, Long> counts = new TreeMap<>();
        for (ServerLog.Request request : server.requests()) {
            Answer answer = request.answer();
            String error = switch (answer.form()) {
                case ANSWER -> answer.status() == 200 ? "none" : Integer.toString(answer.status());
                case BREAK, STALL -> "exception";
            };
            counts.merge(error, 1L, Long::sum);
        }
        long requests = server.requests().size();
        long sent = count(timeline, Event.Sent.class);
        assertThat(sent).isGreaterThan(requests);
        counts.put(NOBODY_LISTENS, sent - requests);
        return counts;
    }

    private Map<String, Long> fromPrometheus(Pattern line) {
        Map<String, Long> counts = new TreeMap<>();
        Matcher sample = line.matcher(prometheus.scrape());
        while (sample.find()) {
            boolean hasError = sample.groupCount() > 1;
            String error = hasError ? kind(sample.group(1)) : "";
            counts.merge(error, (long) Double.parseDouble(sample.group(hasError ? 2 : 1)), Long::sum);
        }
        return counts;
    }

    private Map<String, Long> fromOpenTelemetry() {
        Map<String, Long> counts = new TreeMap<>();
        metrics.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals("holdfast.attempts"))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                .forEach((HistogramPointData point) -> counts.merge(
                        kind(point.getAttributes().get(AttributeKey.stringKey("error.type"))),
                        point.getCount(),
                        Long::sum));
        return counts;
    }

    /** A connection that ends early is one exception or another, as the HTTP client finds out. */
    private static String kind(String error) {
        return error.startsWith("java.") && !error.equals(NOBODY_LISTENS) ? "exception" : error;
    }

    private static long count(Timeline timeline, Class<? extends Event> type) {
        return timeline.events().stream().filter(type::isInstance).count();
    }
}
