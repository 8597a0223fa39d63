package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testing.VirtualTime;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HoldfastMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VirtualTime time = new VirtualTime();
    private final ScriptedCatalog delegate = new ScriptedCatalog(time);

    @Test
    void timesAreThoseOfAttemptsAndOfWholeCalls() {
        CatalogClient client = client(HoldfastMetrics.of(registry));
        delegate.then(503);

        client.find("tea");

        Timer calls = registry.get("holdfast.calls").tag("outcome", "success").timer();
        assertThat(calls.totalTime(TimeUnit.MILLISECONDS))
                .as("10 ms, 200 ms, 10 ms")
                .isEqualTo(220);
        assertThat(attempts("503").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(10);
        assertThat(attempts("none").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(10);
    }

    @Test
    void asynchronousCallsCountAlike() {
        CatalogClient client = client(HoldfastMetrics.of(registry));
        delegate.then(503);
        client.findLater("tea");
        time.drain();
        delegate.then(503);
        client.findReactive("tea").subscribe();
        time.drain();

        for (String method : List.of("findLater", "findReactive")) {
            assertThat(registry.get("holdfast.calls")
                            .tags("method", method, "outcome", "success")
                            .timer()
                            .totalTime(TimeUnit.MILLISECONDS))
                    .as(method)
                    .isEqualTo(220);
            assertThat(registry.get("holdfast.retries")
                            .tags("method", method, "reason", "status")
                            .counter()
                            .count())
                    .as(method)
                    .isOne();
        }
    }

    @Test
    void anErrorIsTheExceptionWithoutItsWrapper() {
        CatalogClient client = client(HoldfastMetrics.of(registry));
        delegate.then(ScriptedCatalog.FAIL);

        client.findLater("tea");
        time.drain();

        assertThat(attempts("java.io.UncheckedIOException").count()).isOne();
        assertThat(registry.get("holdfast.retries")
                        .tag("reason", "exception")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void allMetersOfOneNameHaveTheSameKeys() {
        CatalogClient client = client(HoldfastMetrics.of(registry));
        callWithEveryOutcome(client);

        Map<String, List<String>> keys = new HashMap<>();
        for (Meter meter : registry.getMeters()) {
            List<String> own = meter.getId().getTags().stream().map(Tag::getKey).toList();
            assertThat(keys.computeIfAbsent(meter.getId().getName(), name -> own))
                    .as(meter.getId().getName())
                    .isEqualTo(own);
        }
        assertThat(keys)
                .containsEntry("holdfast.calls", List.of("client", "method", "outcome"))
                .containsEntry("holdfast.attempts", List.of("client", "error.type", "method", "outcome"))
                .containsEntry("holdfast.retries", List.of("client", "method", "reason"))
                .containsEntry("holdfast.rejections", List.of("client", "method", "policy"))
                .containsEntry("holdfast.circuitbreaker.transitions", List.of("from", "name", "reason", "to"))
                .containsEntry("holdfast.circuitbreaker.state", List.of("name", "state"))
                .containsEntry("holdfast.circuitbreaker.failure.rate", List.of("name"))
                .containsEntry("holdfast.ratelimiter.hold", List.of("name"))
                .containsEntry("holdfast.bulkhead.active", List.of("name"))
                .containsEntry("holdfast.bulkhead.queued", List.of("name"))
                .hasSize(10);
    }

    @Test
    void noMessageOfAnExceptionIsATag() {
        CatalogClient client = client(HoldfastMetrics.of(registry));
        delegate.then(ScriptedCatalog.FAIL);

        client.find("tea");

        assertThat(registry.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .contains("java.io.UncheckedIOException")
                .noneMatch(value -> value.contains(ScriptedCatalog.SECRET));
    }

    @Test
    void aHoldIsShownUntilItIsOver() {
        List<Double> atBeginning = new ArrayList<>();
        ResilienceListener looks = new ResilienceListener() {
            @Override
            public void onHold(HoldEvent event) {
                atBeginning.add(hold());
            }
        };
        Holdfast holdfast = time.holdfast()
                .listener(HoldfastMetrics.of(registry))
                .listener(looks)
                .build();
        CatalogClient client = new ResilientCatalogClient(delegate, holdfast);
        delegate.then(429);

        client.find("tea");

        assertThat(atBeginning).containsExactly(2.0);
        assertThat(hold()).isZero();
    }

    @Test
    void callsWithoutAnInterfaceCountByTheirName() {
        Holdfast holdfast =
                time.holdfast().listener(HoldfastMetrics.of(registry)).build();

        Resilience.of(() -> "tea").name("catalog.find").holdfast(holdfast).call();
        Resilience.of(() -> "tea").name("catalog").holdfast(holdfast).call();

        assertThat(registry.get("holdfast.calls")
                        .tags("client", "catalog", "method", "find", "outcome", "success")
                        .timer()
                        .count())
                .isOne();
        assertThat(registry.get("holdfast.calls")
                        .tags("client", "catalog", "method", "call", "outcome", "success")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void overloadsWithNestedTypesCountAsMethodsOfTheirClient() {
        Holdfast holdfast =
                time.holdfast().listener(HoldfastMetrics.of(registry)).build();

        Resilience.of(() -> "tea")
                .name("Catalog.find(Map.Entry)")
                .holdfast(holdfast)
                .call();

        assertThat(registry.get("holdfast.calls")
                        .tags("client", "Catalog", "method", "find(Map.Entry)")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void eachMeterHasTheGivenTagsToo() {
        CatalogClient client = client(HoldfastMetrics.of(registry, Tags.of("team", "shop")));

        callWithEveryOutcome(client);

        assertThat(registry.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().getTag("team")).isEqualTo("shop"));
    }

    @Test
    void twoContextsOfOneRegistryShareTheMetrics() {
        HoldfastMetrics first = HoldfastMetrics.of(registry);
        assertThat(HoldfastMetrics.of(registry)).isSameAs(first);
        assertThat(HoldfastMetrics.of(registry, Tags.of("team", "shop"))).isNotSameAs(first);
        assertThat(HoldfastMetrics.of(new SimpleMeterRegistry())).isNotSameAs(first);
        CatalogClient here = client(first);
        CatalogClient there = client(HoldfastMetrics.of(registry));

        here.find("tea");
        there.find("tea");

        assertThat(registry.get("holdfast.calls").timer().count()).isEqualTo(2);
        assertThat(registry.get("holdfast.circuitbreaker.state")
                        .tag("state", "closed")
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    @Test
    void closingRemovesAllMeters() {
        HoldfastMetrics metrics = HoldfastMetrics.of(registry);
        CatalogClient client = client(metrics);
        callWithEveryOutcome(client);
        registry.counter("of.somebody.else");

        metrics.close();
        time.advance(Duration.ofSeconds(61));
        client.find("tea");
        CatalogClient later = client(metrics);
        later.find("tea");

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactly("of.somebody.else");
        assertThat(HoldfastMetrics.of(registry)).isNotSameAs(metrics);
    }

    private void callWithEveryOutcome(CatalogClient client) {
        delegate.then(503, 200, 429, 200, ScriptedCatalog.FAIL, 200, 404, 503, 503, 503, 503);
        for (int i = 0; i < 12; i++) {
            try {
                client.find("tea");
            } catch (ResilienceException rejected) {
                assertThat(rejected.name()).isEqualTo("CatalogClient");
            }
        }
    }

    private CatalogClient client(HoldfastMetrics metrics) {
        return new ResilientCatalogClient(
                delegate, time.holdfast().listener(metrics).build());
    }

    private Timer attempts(String error) {
        return registry.get("holdfast.attempts").tag("error.type", error).timer();
    }

    private double hold() {
        return registry.get("holdfast.ratelimiter.hold").timeGauge().value(TimeUnit.SECONDS);
    }
}
