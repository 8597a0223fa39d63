package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.testing.VirtualTime;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An SDK that exports to memory. */
final class Otel implements AutoCloseable {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();

    OpenTelemetrySdk sdk() {
        return sdk;
    }

    Tracer tracer() {
        return sdk.getTracer("test");
    }

    /** A context with all that the module has. */
    HoldfastBuilder holdfast(VirtualTime time) {
        return time.holdfast()
                .listener(HoldfastMetrics.of(sdk))
                .listener(HoldfastSpanEvents.create())
                .carrier(OpenTelemetryContext.create());
    }

    List<SpanData> spans(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    /** The events of the only span of that name, with their attributes in alphabetical order. */
    List<String> events(String name) {
        List<SpanData> found = spans(name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans " + name);
        }
        return found.get(0).getEvents().stream().map(Otel::text).toList();
    }

    private static String text(EventData event) {
        Map<String, Object> attributes = new TreeMap<>();
        event.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
        return event.getName() + attributes;
    }

    Collection<MetricData> collect() {
        return metrics.collectAllMetrics();
    }

    /** The values of a metric, or the counts of a histogram, by an attribute; only of points with the others. */
    Map<String, Double> by(String attribute, String metric, String... others) {
        Map<String, Double> sums = new TreeMap<>();
        for (MetricData each : collect()) {
            if (each.getName().equals(metric)) {
                each.getData().getPoints().stream()
                        .filter(point -> has(point, others))
                        .forEach(point -> sums.merge(value(point, attribute), number(each, point), Double::sum));
            }
        }
        return sums;
    }

    private static boolean has(PointData point, String... others) {
        for (int i = 0; i < others.length; i += 2) {
            if (!others[i + 1].equals(value(point, others[i]))) {
                return false;
            }
        }
        return true;
    }

    private static String value(PointData point, String attribute) {
        return String.valueOf(point.getAttributes().get(AttributeKey.stringKey(attribute)));
    }

    private static double number(MetricData metric, PointData point) {
        switch (metric.getType()) {
            case HISTOGRAM:
                return ((HistogramPointData) point).getCount();
            case LONG_SUM:
            case LONG_GAUGE:
                return ((LongPointData) point).getValue();
            default:
                return ((DoublePointData) point).getValue();
        }
    }

    @Override
    public void close() {
        sdk.close();
    }
}
