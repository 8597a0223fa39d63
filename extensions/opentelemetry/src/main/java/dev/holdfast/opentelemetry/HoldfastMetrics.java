package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Metrics of calls, attempts, retries, rejections and transitions, and gauges of breakers, limiters and bulkheads:
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder().listener(HoldfastMetrics.of(openTelemetry)).build();
 * }</pre>
 *
 * <p>Names, units and attributes are those of Holdfast's page about observability; the scope of instrumentation is {@code dev.holdfast}. Metrics of
 * one name always have the same attributes; {@code none} stands for an absent value. No attribute has the message of an exception, or anything else
 * from a request or an answer but its status.
 *
 * <p>The gauges of a breaker, limiter or bulkhead go with it: nothing here keeps it alive. Those of the same kind and name share their gauges: numbers
 * of breakers in a state, of active and of waiting attempts are added up, and of rates and holds the highest counts.
 *
 * <p>Thread-safe. One object serves any number of contexts.
 */
public final class HoldfastMetrics implements CallListener, AutoCloseable {

    /** Those that are not closed, so that two never observe the same gauges. Guarded by itself. */
    private static final Map<OpenTelemetry, WeakReference<HoldfastMetrics>> OPEN = new WeakHashMap<>();

    private final CallMeters calls;
    private final PolicyMeters policies;
    private final BatchCallback observation;
    private volatile boolean closed;

    private HoldfastMetrics(Meter meter) {
        calls = new CallMeters(meter);
        policies = new PolicyMeters(meter);
        observation = policies.observe(meter, this);
    }

    /**
     * Returns the metrics of an OpenTelemetry.
     *
     * @param openTelemetry has the provider of meters
     * @return the same object for the same OpenTelemetry, until it is closed
     */
    public static HoldfastMetrics of(OpenTelemetry openTelemetry) {
        synchronized (OPEN) {
            WeakReference<HoldfastMetrics> open = OPEN.get(openTelemetry);
            HoldfastMetrics found = open == null ? null : open.get();
            if (found != null) {
                return found;
            }
            HoldfastMetrics made =
                    new HoldfastMetrics(openTelemetry.getMeterProvider().get("dev.holdfast"));
            OPEN.put(openTelemetry, new WeakReference<>(made));
            return made;
        }
    }

    @Override
    public void onCallEnded(CallEnd end) {
        if (!closed) {
            calls.callEnded(end);
        }
    }

    @Override
    public void onAttemptEnded(AttemptEnd attempt) {
        if (!closed) {
            calls.attemptEnded(attempt);
        }
    }

    @Override
    public void onRejected(RejectedEvent event) {
        if (!closed) {
            calls.rejected(event.call(), event.rejection());
        }
    }

    @Override
    public void onStateChange(StateChangeEvent event) {
        if (!closed) {
            policies.stateChanged(event);
        }
    }

    @Override
    public void onPolicyAdded(PolicyEntry<?> policy) {
        if (!closed) {
            policies.add(policy);
        }
    }

    void readGauges() {
        policies.read();
    }

    /** Ends the gauges. Later events of the contexts are not counted; what was counted stays in the provider. */
    @Override
    public void close() {
        closed = true;
        synchronized (OPEN) {
            OPEN.values().removeIf(open -> open.get() == this);
        }
        observation.close();
    }
}
