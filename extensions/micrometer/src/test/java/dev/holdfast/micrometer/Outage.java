package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** A bad day of a real server on loopback and of a generated client, which waits in virtual time, with the scrape of its metrics. */
final class Outage implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final VirtualTime time = new VirtualTime();
    private final ScriptedServer server = new ScriptedServer();
    private final Holdfast holdfast;
    private final GitHubClient client;

    Outage() throws IOException {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return DistributionStatisticConfig.builder()
                        .percentilesHistogram(true)
                        .build()
                        .merge(config);
            }
        });
        holdfast = time.holdfast().listener(HoldfastMetrics.of(registry)).build();
        client = new ResilientGitHubClient(new HttpGitHubClient(server.uri()), holdfast);
    }

    /** What a scrape shows after such a day. */
    static Scrape scraped() throws Exception {
        try (Outage outage = new Outage()) {
            outage.happen();
            return outage.scrape();
        }
    }

    ScriptedServer server() {
        return server;
    }

    Scrape scrape() {
        return Scrape.parse(registry.scrape());
    }

    void happen() throws Exception {
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
        recover();
    }

    private void call(int status) throws IOException, InterruptedException {
        int answered = client.user("octocat").statusCode();
        if (answered != status) {
            throw new AssertionError("answered " + answered);
        }
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

    private void recover() throws IOException, InterruptedException {
        time.advance(Duration.ofSeconds(61));
        call(200);
        call(200);
    }

    @Override
    public void close() throws IOException {
        holdfast.close();
        server.close();
        registry.close();
    }
}
