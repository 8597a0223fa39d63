package dev.holdfast.micrometer;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.event.StateChangeEvent.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;

/**
 * The gauges of breakers, limiters and bulkheads and the counters of transitions, one set for all of the same kind and name. Policies are kept weakly;
 * the meters of a set whose last policy is gone are removed when another is added, or when any gauge is read.
 */
final class PolicyGauges {

    static final String BREAKER = "circuitbreaker";
    static final String LIMITER = "ratelimiter";
    static final String BULKHEAD = "bulkhead";

    private final Meters meters;
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** By kind and name. Guarded by the lock. */
    private final Map<String, Group> groups = new HashMap<>();

    /**
     * Held while meters are registered or removed, so that those of a new policy are not removed with those of an old one of its name. A gauge that
     * is read only tries to get it: whoever has it may wait for a lock of the registry, which the reader may hold.
     */
    private final ReentrantLock lock = new ReentrantLock();

    /** All policies of one kind and name that are not gone. */
    private final class Group {

        private final String key;
        private final List<Member> members = new CopyOnWriteArrayList<>();
        private final List<Meter> meters = new ArrayList<>();

        Group(String key) {
            this.key = key;
        }

        /** Adds up a figure of all members. */
        <P> double sum(Class<P> kind, ToDoubleFunction<P> figure) {
            removeGone(false);
            double sum = 0;
            for (Member each : members) {
                Object policy = each.get();
                sum += policy == null ? 0 : figure.applyAsDouble(kind.cast(policy));
            }
            return members.isEmpty() ? Double.NaN : sum;
        }

        /** Returns the highest figure of all members. */
        <P> double max(Class<P> kind, ToDoubleFunction<P> figure) {
            removeGone(false);
            double max = 0;
            for (Member each : members) {
                Object policy = each.get();
                max = policy == null ? max : Math.max(max, figure.applyAsDouble(kind.cast(policy)));
            }
            return members.isEmpty() ? Double.NaN : max;
        }
    }

    /** A policy, kept weakly. */
    private static final class Member extends WeakReference<Object> {

        private final Group group;

        Member(Group group, Object policy, ReferenceQueue<Object> gone) {
            super(policy, gone);
            this.group = group;
        }
    }

    PolicyGauges(Meters meters) {
        this.meters = meters;
    }

    void stateChanged(StateChangeEvent event) {
        lock.lock();
        try {
            Group group = groups.get(key(BREAKER, event.breaker()));
            Counter counter = transitions(event.breaker(), event.from(), event.to(), event.reason());
            // A breaker that the user has built is of no group, and its counters stay.
            if (group != null && !group.meters.contains(counter)) {
                group.meters.add(counter);
            }
            counter.increment();
        } finally {
            lock.unlock();
        }
    }

    private Counter transitions(String name, CircuitState from, CircuitState to, Reason reason) {
        return meters.counter(
                "holdfast.circuitbreaker.transitions",
                "Changes of a circuit breaker's state",
                Tags.of(
                        "name", name,
                        "from", TagValues.of(from),
                        "to", TagValues.of(to),
                        "reason", TagValues.of(reason)));
    }

    void add(PolicyEntry<?> entry) {
        lock.lock();
        try {
            removeGone(true);
            Group group = groups.computeIfAbsent(key(entry.kind(), entry.name()), Group::new);
            group.members.add(new Member(group, entry.policy(), gone));
            if (group.meters.isEmpty()) {
                register(group, entry);
            }
        } finally {
            lock.unlock();
        }
    }

    private void register(Group group, PolicyEntry<?> entry) {
        Tags tags = Tags.of("name", entry.name());
        if (entry.policy() instanceof CircuitBreaker) {
            registerBreaker(group, entry.name());
        } else if (entry.policy() instanceof RateLimiter) {
            group.meters.add(meters.nanosGauge(
                    "holdfast.ratelimiter.hold",
                    "Time left of the hold",
                    tags,
                    group,
                    held -> held.max(
                            RateLimiter.class, limiter -> limiter.heldFor().toNanos())));
        } else if (entry.policy() instanceof Bulkhead) {
            group.meters.add(meters.gauge(
                    "holdfast.bulkhead.active",
                    null,
                    "Attempts in flight",
                    tags,
                    group,
                    taken -> taken.sum(Bulkhead.class, each -> Math.max(0, each.maxConcurrent() - each.available()))));
            group.meters.add(meters.gauge(
                    "holdfast.bulkhead.queued",
                    null,
                    "Attempts that wait for a place",
                    tags,
                    group,
                    waiting -> waiting.sum(Bulkhead.class, each -> each.waiting())));
        }
    }

    private void registerBreaker(Group group, String name) {
        Tags tags = Tags.of("name", name);
        for (CircuitState state : CircuitState.values()) {
            group.meters.add(meters.gauge(
                    "holdfast.circuitbreaker.state",
                    null,
                    "Circuit breakers that are in the state",
                    tags.and("state", TagValues.of(state)),
                    group,
                    breakers -> breakers.sum(CircuitBreaker.class, breaker -> breaker.state() == state ? 1 : 0)));
        }
        group.meters.add(meters.gauge(
                "holdfast.circuitbreaker.failure.rate",
                "percent",
                "Failed calls in the window",
                tags,
                group,
                breakers -> breakers.max(
                        CircuitBreaker.class, breaker -> breaker.snapshot().failureRate())));
        // They begin with zero, since the first change is the one that matters, and Prometheus sees none from nothing
        // to one.
        for (Reason reason : List.of(Reason.FAILURES_IN_A_ROW, Reason.FAILURE_RATE, Reason.SLOW_CALL_RATE)) {
            group.meters.add(transitions(name, CircuitState.CLOSED, CircuitState.OPEN, reason));
        }
        group.meters.add(transitions(name, CircuitState.OPEN, CircuitState.HALF_OPEN, Reason.RECOVERY_TIME_OVER));
        group.meters.add(transitions(name, CircuitState.HALF_OPEN, CircuitState.OPEN, Reason.PROBE_FAILED));
        group.meters.add(transitions(name, CircuitState.HALF_OPEN, CircuitState.CLOSED, Reason.PROBES_SUCCEEDED));
    }

    private static String key(String kind, String name) {
        return kind + " " + name;
    }

    /** Removes the meters of groups whose policies are gone. Without patience it leaves that to another time if the lock is taken. */
    private void removeGone(boolean patient) {
        if (patient) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return;
        }
        try {
            for (Object each = gone.poll(); each != null; each = gone.poll()) {
                Group group = ((Member) each).group;
                group.members.remove(each);
                if (group.members.isEmpty()) {
                    groups.remove(group.key);
                    group.meters.forEach(meters::remove);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
