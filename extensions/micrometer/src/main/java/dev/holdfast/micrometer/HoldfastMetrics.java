package dev.holdfast.micrometer;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Meters of calls, attempts, retries, rejections and transitions, and gauges of breakers, limiters and bulkheads:
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder().listener(HoldfastMetrics.of(registry)).build();
 * }</pre>
 *
 * <p>Names and tags are those of Holdfast's page about observability. A meter of one name always has the same tag keys; {@code none} stands for
 * an absent value. No tag has the message of an exception, or anything else from a request or an answer but its status.
 *
 * <p>Timers and counters of calls are made with the first event and kept until {@link #close()}. The meters of a breaker, limiter or bulkhead are
 * made and go with it: they are removed with the first scrape, or the first new policy, after it was collected as garbage. No meter keeps it alive.
 * Those of the same kind and name share their meters: numbers of breakers in a state, of active and of waiting attempts are added up, and of rates
 * and holds the highest counts.
 *
 * <p>Thread-safe. One object serves any number of contexts.
 */
public final class HoldfastMetrics implements CallListener, AutoCloseable {

    /** Those that are not closed, by registry, so that two never make the same meters. Guarded by itself. */
    private static final Map<MeterRegistry, List<WeakReference<HoldfastMetrics>>> OPEN = new WeakHashMap<>();

    private final Tags tags;
    private final Meters meters;
    private final PolicyGauges gauges;
    private final ConcurrentMap<String, MethodMeters> methods = new ConcurrentHashMap<>();

    private HoldfastMetrics(MeterRegistry registry, Tags tags) {
        this.tags = tags;
        this.meters = new Meters(registry, tags);
        this.gauges = new PolicyGauges(meters);
    }

    /**
     * Returns the metrics of a registry.
     *
     * @param registry receives the meters
     * @return the same object for the same registry, until it is closed
     */
    public static HoldfastMetrics of(MeterRegistry registry) {
        return of(registry, Tags.empty());
    }

    /**
     * Returns the metrics of a registry, with more tags on each meter.
     *
     * @param registry receives the meters
     * @param tags such as the name of a part of the program
     * @return the same object for the same registry and tags, until it is closed
     */
    public static HoldfastMetrics of(MeterRegistry registry, Iterable<Tag> tags) {
        Tags wanted = Tags.of(tags);
        synchronized (OPEN) {
            List<WeakReference<HoldfastMetrics>> open = OPEN.computeIfAbsent(registry, key -> new ArrayList<>(1));
            open.removeIf(each -> each.get() == null);
            for (WeakReference<HoldfastMetrics> each : open) {
                HoldfastMetrics found = each.get();
                if (found != null && found.tags.equals(wanted)) {
                    return found;
                }
            }
            HoldfastMetrics made = new HoldfastMetrics(registry, wanted);
            open.add(new WeakReference<>(made));
            return made;
        }
    }

    @Override
    public void onCallEnded(CallEnd end) {
        if (!meters.isClosed()) {
            method(end.call().call()).callEnded(end);
        }
    }

    @Override
    public void onAttemptEnded(AttemptEnd attempt) {
        if (!meters.isClosed()) {
            method(attempt.call().call()).attemptEnded(attempt);
        }
    }

    @Override
    public void onRejected(RejectedEvent event) {
        if (!meters.isClosed()) {
            method(event.call()).rejected(event.rejection());
        }
    }

    @Override
    public void onStateChange(StateChangeEvent event) {
        if (!meters.isClosed()) {
            gauges.stateChanged(event);
        }
    }

    @Override
    public void onPolicyAdded(PolicyEntry<?> policy) {
        if (!meters.isClosed()) {
            gauges.add(policy);
        }
    }

    /** Removes all meters from the registry. Later events of the contexts are not counted. */
    @Override
    public void close() {
        synchronized (OPEN) {
            for (List<WeakReference<HoldfastMetrics>> each : OPEN.values()) {
                each.removeIf(reference -> reference.get() == this);
            }
        }
        meters.close();
    }

    private MethodMeters method(String call) {
        @Nullable MethodMeters found = methods.get(call);
        return found != null ? found : methods.computeIfAbsent(call, key -> new MethodMeters(meters, key));
    }
}
