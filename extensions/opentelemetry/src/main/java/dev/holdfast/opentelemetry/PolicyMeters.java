package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.event.StateChangeEvent.Reason;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The gauges of breakers, limiters and bulkheads, and the counter of transitions. Policies are kept weakly, and those of the same kind and name are
 * one series: no other attribute tells them apart.
 */
final class PolicyMeters {

    private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");
    private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");
    private static final AttributeKey<String> FROM = AttributeKey.stringKey("from");
    private static final AttributeKey<String> TO = AttributeKey.stringKey("to");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");

    private final LongCounter transitions;
    private final ObservableLongMeasurement state;
    private final ObservableDoubleMeasurement failureRate;
    private final ObservableDoubleMeasurement hold;
    private final ObservableLongMeasurement active;
    private final ObservableLongMeasurement queued;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** A policy, kept weakly. */
    private static final class Member extends WeakReference<Object> {

        private final String name;

        Member(String name, Object policy, ReferenceQueue<Object> gone) {
            super(policy, gone);
            this.name = name;
        }
    }

    /** The breakers of one name: how many are in each state, and the highest failure rate. */
    private static final class Breakers {

        private final Map<CircuitState, Long> states = new EnumMap<>(CircuitState.class);
        private double failureRate;

        void add(CircuitBreaker breaker) {
            states.merge(breaker.state(), 1L, Long::sum);
            failureRate = Math.max(failureRate, breaker.snapshot().failureRate());
        }
    }

    PolicyMeters(Meter meter) {
        transitions = meter.counterBuilder("holdfast.circuitbreaker.transitions")
                .setUnit("{transition}")
                .setDescription("Changes of a circuit breaker's state")
                .build();
        state = number(
                meter, "holdfast.circuitbreaker.state", "{circuitbreaker}", "Circuit breakers that are in the state");
        failureRate = meter.gaugeBuilder("holdfast.circuitbreaker.failure.rate")
                .setUnit("%")
                .setDescription("Failed calls in the window")
                .buildObserver();
        hold = meter.gaugeBuilder("holdfast.ratelimiter.hold")
                .setUnit("s")
                .setDescription("Time left of the hold")
                .buildObserver();
        active = number(meter, "holdfast.bulkhead.active", "{attempt}", "Attempts in flight");
        queued = number(meter, "holdfast.bulkhead.queued", "{attempt}", "Attempts that wait for a place");
    }

    /** Has the gauges read with each collection, until the returned object is closed. Keeps the listener as long. */
    BatchCallback observe(Meter meter, HoldfastMetrics listener) {
        // Two listeners would each record a series of its own: the one that observes must be found as long as it does.
        return meter.batchCallback(() -> listener.readGauges(), state, failureRate, hold, active, queued);
    }

    void add(PolicyEntry<?> entry) {
        removeGone();
        members.add(new Member(entry.name(), entry.policy(), gone));
        if (entry.policy() instanceof CircuitBreaker) {
            // They begin with zero, since the first change is the one that matters, and a rate sees none from nothing
            // to
            // one.
            for (Reason reason : List.of(Reason.FAILURES_IN_A_ROW, Reason.FAILURE_RATE, Reason.SLOW_CALL_RATE)) {
                count(0, entry.name(), CircuitState.CLOSED, CircuitState.OPEN, reason);
            }
            count(0, entry.name(), CircuitState.OPEN, CircuitState.HALF_OPEN, Reason.RECOVERY_TIME_OVER);
            count(0, entry.name(), CircuitState.HALF_OPEN, CircuitState.OPEN, Reason.PROBE_FAILED);
            count(0, entry.name(), CircuitState.HALF_OPEN, CircuitState.CLOSED, Reason.PROBES_SUCCEEDED);
        }
    }

    void stateChanged(StateChangeEvent event) {
        count(1, event.breaker(), event.from(), event.to(), event.reason());
    }

    private void count(int changes, String name, CircuitState from, CircuitState to, Reason reason) {
        transitions.add(
                changes,
                Attributes.of(NAME, name, FROM, Values.of(from), TO, Values.of(to), REASON, Values.of(reason)));
    }

    void read() {
        removeGone();
        Map<String, Breakers> breakers = new TreeMap<>();
        Map<String, Double> holds = new TreeMap<>();
        Map<String, Long> inFlight = new TreeMap<>();
        Map<String, Long> waiting = new TreeMap<>();
        for (Member member : members) {
            Object policy = member.get();
            if (policy instanceof CircuitBreaker) {
                breakers.computeIfAbsent(member.name, name -> new Breakers()).add((CircuitBreaker) policy);
            } else if (policy instanceof RateLimiter) {
                holds.merge(member.name, ((RateLimiter) policy).heldFor().toNanos() / 1e9, Math::max);
            } else if (policy instanceof Bulkhead) {
                Bulkhead bulkhead = (Bulkhead) policy;
                inFlight.merge(
                        member.name, (long) Math.max(0, bulkhead.maxConcurrent() - bulkhead.available()), Long::sum);
                waiting.merge(member.name, (long) bulkhead.waiting(), Long::sum);
            }
        }
        breakers.forEach((name, figures) -> {
            for (CircuitState each : CircuitState.values()) {
                state.record(figures.states.getOrDefault(each, 0L), Attributes.of(NAME, name, STATE, Values.of(each)));
            }
            failureRate.record(figures.failureRate, Attributes.of(NAME, name));
        });
        holds.forEach((name, seconds) -> hold.record(seconds, Attributes.of(NAME, name)));
        inFlight.forEach((name, attempts) -> active.record(attempts, Attributes.of(NAME, name)));
        waiting.forEach((name, attempts) -> queued.record(attempts, Attributes.of(NAME, name)));
    }

    private void removeGone() {
        for (Object each = gone.poll(); each != null; each = gone.poll()) {
            members.remove(each);
        }
    }

    private static ObservableLongMeasurement number(Meter meter, String name, String unit, String description) {
        return meter.gaugeBuilder(name)
                .ofLongs()
                .setUnit(unit)
                .setDescription(description)
                .buildObserver();
    }
}
