package dev.holdfast.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Registers meters, and removes them again. */
final class Meters {

    private final MeterRegistry registry;
    private final Tags common;
    private final Set<Meter> made = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Meters(MeterRegistry registry, Tags common) {
        this.registry = registry;
        this.common = common;
    }

    boolean isClosed() {
        return closed;
    }

    Timer timer(String name, String description, Tags tags) {
        return added(Timer.builder(name)
                .description(description)
                .tags(common)
                .tags(tags)
                .register(registry));
    }

    Counter counter(String name, String description, Tags tags) {
        return added(Counter.builder(name)
                .description(description)
                .tags(common)
                .tags(tags)
                .register(registry));
    }

    <T> Meter gauge(
            String name, @Nullable String unit, String description, Tags tags, T state, ToDoubleFunction<T> value) {
        return added(Gauge.builder(name, state, value)
                .description(description)
                .baseUnit(unit)
                .tags(common)
                .tags(tags)
                .strongReference(true)
                .register(registry));
    }

    <T> Meter nanosGauge(String name, String description, Tags tags, T state, ToDoubleFunction<T> nanos) {
        return added(TimeGauge.builder(name, state, TimeUnit.NANOSECONDS, nanos)
                .description(description)
                .tags(common)
                .tags(tags)
                .strongReference(true)
                .register(registry));
    }

    void remove(Meter meter) {
        made.remove(meter);
        registry.remove(meter);
    }

    void close() {
        closed = true;
        made.forEach(this::remove);
    }

    private <M extends Meter> M added(M meter) {
        made.add(meter);
        // A meter that comes too late for close() sees here that it does.
        if (closed) {
            remove(meter);
        }
        return meter;
    }
}
