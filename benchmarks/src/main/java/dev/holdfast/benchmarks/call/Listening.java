package dev.holdfast.benchmarks.call;

import dev.holdfast.micrometer.HoldfastMetrics;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.ResilienceListener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Who listens to calls, and does nothing else. */
public enum Listening {

    /** A context without a listener. */
    NOBODY,

    /** A listener to what policies do. */
    POLICIES,

    /** A listener to calls that wants no times. */
    CALLS,

    /** A listener to calls. */
    TIMES,

    /** Micrometer's meters in a registry for Prometheus, without histograms. */
    MICROMETER;

    Holdfast holdfast() {
        HoldfastBuilder builder = Holdfast.builder();
        switch (this) {
            case NOBODY -> {}
            case POLICIES -> builder.listener(new ResilienceListener() {});
            case MICROMETER ->
                builder.listener(HoldfastMetrics.of(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
            case CALLS, TIMES -> builder.listener(new Calls(this == TIMES));
        }
        return builder.build();
    }

    private record Calls(boolean wantsTimes) implements CallListener {}
}
