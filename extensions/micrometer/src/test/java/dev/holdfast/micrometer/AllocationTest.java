package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the listener allocates for an event, beside the event. */
class AllocationTest {

    private static final int EVENTS = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

    static List<MeterRegistry> registries() {
        return List.of(new SimpleMeterRegistry(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void theSuccessOfACallAllocatesNothing(MeterRegistry registry) {
        HoldfastMetrics metrics = HoldfastMetrics.of(registry);
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

    @ParameterizedTest
    @MethodSource("registries")
    void anAttemptWithAStatusAllocatesItsText(MeterRegistry registry) {
        HoldfastMetrics metrics = HoldfastMetrics.of(registry);
        AttemptEnd attempt = new AttemptEnd(new Call(), 1, Outcome.FAILURE, null, 503, 1_000, 1_000);
        assertThat(bytesFor(() -> metrics.onAttemptEnded(attempt)) / EVENTS).isLessThanOrEqualTo(48);
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
