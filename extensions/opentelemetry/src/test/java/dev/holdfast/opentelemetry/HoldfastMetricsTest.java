package dev.holdfast.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.RejectedEvent;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of metrics, and what they cost. */
class HoldfastMetricsTest {

    private static final int EVENTS = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Otel otel = new Otel();

    private static final class Call implements CallInfo {

        @Override
        public String client() {
            return "GitHubClient";
        }

        @Override
        public String method() {
            return "user";
        }

        @Override
        public String call() {
            return "GitHubClient.user";
        }

        @Override
        public @Nullable Object attachment(Object key) {
            return null;
        }

        @Override
        public void attach(Object key, Object value) {}
    }

    @AfterEach
    void close() {
        otel.close();
    }

    @Test
    void oneOpenTelemetryHasOneObject() {
        HoldfastMetrics metrics = HoldfastMetrics.of(otel.sdk());
        assertThat(HoldfastMetrics.of(otel.sdk())).isSameAs(metrics);
        assertThat(HoldfastMetrics.of(OpenTelemetry.noop())).isNotSameAs(metrics);
        metrics.close();
        assertThat(HoldfastMetrics.of(otel.sdk())).isNotSameAs(metrics);
    }

    @Test
    void policiesOfOneNameAreAddedUp() throws Exception {
        HoldfastMetrics metrics = HoldfastMetrics.of(otel.sdk());
        Bulkhead first = bulkhead(metrics);
        Bulkhead second = bulkhead(metrics);
        first.acquire();
        second.acquire();

        assertThat(otel.by("name", "holdfast.bulkhead.active")).isEqualTo(Map.of("shared", 2.0));
    }

    @Test
    void gaugesGoWithTheirPolicies() {
        HoldfastMetrics metrics = HoldfastMetrics.of(otel.sdk());
        bulkhead(metrics);
        int attempts = 0;
        while (!otel.by("name", "holdfast.bulkhead.active").isEmpty()) {
            assertThat(attempts++).as("garbage collections").isLessThan(100);
            System.gc();
        }
    }

    @Test
    void nothingIsObservedOrCountedAfterClose() {
        HoldfastMetrics metrics = HoldfastMetrics.of(otel.sdk());
        Bulkhead bulkhead = bulkhead(metrics);
        metrics.close();
        metrics.onCallEnded(new CallEnd(new Call(), 1, Outcome.SUCCESS, null, 0, 2_000));

        assertThat(otel.collect()).isEmpty();
        assertThat(bulkhead.available()).isEqualTo(2);
    }

    @Test
    void overloadsWithNestedTypesCountAsMethodsOfTheirClient() {
        HoldfastMetrics metrics = HoldfastMetrics.of(otel.sdk());
        metrics.onRejected(
                new RejectedEvent("Catalog.find(Map.Entry)", "catalog", 0, new CircuitOpenException("catalog", 0)));

        assertThat(otel.by("client", "holdfast.rejections")).containsOnlyKeys("Catalog");
        assertThat(otel.by("method", "holdfast.rejections")).containsOnlyKeys("find(Map.Entry)");
    }

    private static Bulkhead bulkhead(HoldfastMetrics metrics) {
        Bulkhead bulkhead = Bulkhead.builder().name("shared").maxConcurrent(2).build();
        metrics.onPolicyAdded(new PolicyEntry<>("bulkhead", "shared", true, List.of("GitHubClient"), bulkhead));
        return bulkhead;
    }

    @Test
    void theSuccessOfACallAllocatesNothing() {
        HoldfastMetrics metrics = HoldfastMetrics.of(otel.sdk());
        CallInfo call = new Call();
        AttemptEnd attempt = new AttemptEnd(call, 1, Outcome.SUCCESS, null, 0, 1_000, -1);
        CallEnd end = new CallEnd(call, 1, Outcome.SUCCESS, null, 0, 2_000);
        Runnable events = () -> {
            metrics.onCallBegun(call);
            metrics.onAttemptBegun(call, 1);
            metrics.onAttemptEnded(attempt);
            metrics.onCallEnded(end);
        };
        assertThat(bytesFor(events)).as("bytes of " + EVENTS + " calls").isLessThan(EVENTS);
    }

    private static long bytesFor(Runnable event) {
        for (int i = 0; i < EVENTS; i++) {
            event.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < EVENTS; i++) {
            event.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
