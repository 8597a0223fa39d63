package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.event.StateChangeEvent.Reason;
import dev.holdfast.testing.VirtualTime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PolicyGaugesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HoldfastMetrics metrics = HoldfastMetrics.of(registry);

    @Test
    void aBreakerIsInOneStateAtATime() {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        metrics.onPolicyAdded(breaker("payments", breaker));
        assertThat(state("payments", "closed")).isOne();
        assertThat(state("payments", "forced_open")).isZero();

        breaker.forceOpen();

        assertThat(state("payments", "closed")).isZero();
        assertThat(state("payments", "forced_open")).isOne();
        assertThat(registry.find("holdfast.circuitbreaker.state").gauges()).hasSize(5);
    }

    @Test
    void transitionsBeginWithZero() {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        metrics.onPolicyAdded(breaker("payments", breaker));
        Counter opened = registry.get("holdfast.circuitbreaker.transitions")
                .tags("name", "payments", "from", "closed", "to", "open", "reason", "failures_in_a_row")
                .counter();
        assertThat(opened.count()).isZero();

        metrics.onStateChange(new StateChangeEvent(
                "payments", CircuitState.CLOSED, CircuitState.OPEN, Reason.FAILURES_IN_A_ROW, null));
        metrics.onStateChange(
                new StateChangeEvent("payments", CircuitState.OPEN, CircuitState.DISABLED, Reason.BY_HAND, null));

        assertThat(opened.count()).isOne();
        assertThat(registry.get("holdfast.circuitbreaker.transitions")
                        .tags("from", "open", "to", "disabled", "reason", "by_hand")
                        .counter()
                        .count())
                .isOne();
        assertThat(breaker.state()).as("kept until here").isNotNull();
    }

    @Test
    void breakersOfOneNameAreAddedUp() {
        CircuitBreaker first = CircuitBreaker.builder().build();
        CircuitBreaker second = CircuitBreaker.builder().build();
        CircuitBreaker third = CircuitBreaker.builder().build();
        metrics.onPolicyAdded(breaker("GitHubClient", first));
        metrics.onPolicyAdded(breaker("GitHubClient", second));
        metrics.onPolicyAdded(breaker("GitHubClient", third));
        second.disable();

        assertThat(state("GitHubClient", "closed")).isEqualTo(2);
        assertThat(state("GitHubClient", "disabled")).isOne();
        assertThat(List.of(first, second, third)).as("kept until here").hasSize(3);
    }

    @Test
    void theFailureRateIsThatOfTheWindowInPercent() {
        CircuitBreaker well = CircuitBreaker.builder()
                .failureRate(50)
                .minimumCalls(4)
                .windowCalls(10)
                .build();
        CircuitBreaker ill = CircuitBreaker.builder()
                .failureRate(50)
                .minimumCalls(4)
                .windowCalls(10)
                .build();
        metrics.onPolicyAdded(breaker("payments", ill));
        metrics.onPolicyAdded(breaker("payments", well));
        ill.recordSuccess();
        ill.recordSuccess();
        ill.recordSuccess();
        ill.recordFailure(new IllegalStateException("secret"));
        well.recordSuccess();

        Gauge rate = registry.get("holdfast.circuitbreaker.failure.rate")
                .tag("name", "payments")
                .gauge();
        assertThat(rate.value()).isEqualTo(25);
        assertThat(rate.getId().getBaseUnit()).isEqualTo("percent");
    }

    @Test
    void theLongestHoldCounts() {
        RateLimiter free = RateLimiter.builder().build();
        RateLimiter other = RateLimiter.builder().build();
        metrics.onPolicyAdded(limiter("GitHubClient", free));
        metrics.onPolicyAdded(limiter("GitHubClient", other));

        assertThat(registry.get("holdfast.ratelimiter.hold")
                        .tag("name", "GitHubClient")
                        .timeGauge()
                        .value(TimeUnit.SECONDS))
                .isZero();
        assertThat(List.of(free, other)).as("kept until here").hasSize(2);
    }

    @Test
    void placesOfABulkheadAreTakenAndGivenBack() {
        Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(3).build();
        metrics.onPolicyAdded(new PolicyEntry<>("bulkhead", "reports", true, List.of("test"), bulkhead));
        assertThat(bulkhead.tryAcquire()).isTrue();
        assertThat(bulkhead.tryAcquire()).isTrue();
        assertThat(value("holdfast.bulkhead.active", "reports")).isEqualTo(2);
        assertThat(value("holdfast.bulkhead.queued", "reports")).isZero();

        bulkhead.release();

        assertThat(value("holdfast.bulkhead.active", "reports")).isOne();
    }

    @Test
    void metersGoWithTheLastPolicyOfTheirName() throws InterruptedException {
        CircuitBreaker kept = CircuitBreaker.builder().build();
        metrics.onPolicyAdded(breaker("kept", kept));
        WeakReference<Object> dropped = addOneThatNobodyHolds("dropped");
        metrics.onStateChange(
                new StateChangeEvent("dropped", CircuitState.CLOSED, CircuitState.DISABLED, Reason.BY_HAND, null));
        assertThat(names()).contains("dropped");

        awaitCollection(dropped);
        scrape();

        assertThat(names()).contains("kept").doesNotContain("dropped");
        assertThat(state("kept", "closed")).isOne();
    }

    @Test
    void metersOfAClientGoWithTheClientWhileItsContextLives() throws InterruptedException {
        Holdfast holdfast = Holdfast.builder().listener(metrics).build();
        WeakReference<?> client = callWithAClientThatNobodyHolds(holdfast);
        assertThat(names()).contains("CatalogClient");

        awaitCollection(client);
        scrape();

        assertThat(names()).doesNotContain("CatalogClient");
        assertThat(holdfast.circuitBreakers()).as("kept until here").isEmpty();
    }

    @Test
    void aNewPolicyOfANameWhoseOldOneIsGoneHasGauges() throws InterruptedException {
        awaitCollection(addOneThatNobodyHolds("GitHubClient"));

        CircuitBreaker next = CircuitBreaker.builder().build();
        metrics.onPolicyAdded(breaker("GitHubClient", next));
        next.disable();

        assertThat(state("GitHubClient", "disabled")).isOne();
        assertThat(state("GitHubClient", "closed")).isZero();
    }

    @Test
    void aScrapeOfPrometheusRemovesGaugesOfPoliciesThatAreGone() throws InterruptedException {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        HoldfastMetrics scraped = HoldfastMetrics.of(prometheus);
        WeakReference<Object> dropped = new WeakReference<>(add(scraped, "dropped"));
        assertThat(prometheus.scrape())
                .contains("holdfast_circuitbreaker_state{name=\"dropped\",state=\"closed\"} 1.0");

        awaitCollection(dropped);
        prometheus.scrape();

        assertThat(prometheus.scrape()).doesNotContain("dropped");
        prometheus.close();
    }

    private static WeakReference<?> callWithAClientThatNobodyHolds(Holdfast holdfast) {
        CatalogClient client = new ResilientCatalogClient(new ScriptedCatalog(new VirtualTime()), holdfast);
        assertThat(client.find("tea").status()).isEqualTo(200);
        return new WeakReference<>(client);
    }

    /** Reads all gauges. */
    private void scrape() {
        registry.getMeters().forEach(meter -> meter.measure().forEach(each -> each.getValue()));
    }

    private WeakReference<Object> addOneThatNobodyHolds(String name) {
        return new WeakReference<>(add(metrics, name));
    }

    private static Object add(HoldfastMetrics metrics, String name) {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        metrics.onPolicyAdded(breaker(name, breaker));
        return breaker;
    }

    private static void awaitCollection(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 500 && reference.get() != null; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(reference.get()).as("collected as garbage").isNull();
        // References are queued by a thread of the JVM, after they are cleared.
        TimeUnit.MILLISECONDS.sleep(100);
    }

    private static PolicyEntry<CircuitBreaker> breaker(String name, CircuitBreaker breaker) {
        return new PolicyEntry<>("circuitbreaker", name, false, List.of("com.acme.Client"), breaker);
    }

    private static PolicyEntry<RateLimiter> limiter(String name, RateLimiter limiter) {
        return new PolicyEntry<>("ratelimiter", name, false, List.of("com.acme.Client"), limiter);
    }

    private double state(String name, String state) {
        return registry.get("holdfast.circuitbreaker.state")
                .tag("name", name)
                .tag("state", state)
                .gauge()
                .value();
    }

    private double value(String gauge, String name) {
        return registry.get(gauge).tag("name", name).gauge().value();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Meter meter : registry.getMeters()) {
            names.add(meter.getId().getTag("name"));
        }
        return names;
    }
}
