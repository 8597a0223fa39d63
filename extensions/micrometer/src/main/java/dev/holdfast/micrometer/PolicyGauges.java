package dev.holdfast.micrometer;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.StateChangeEvent;
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
 * The gauges of breakers, limiters and bulkheads, one set for all of the same kind and name. Policies are kept weakly; gauges of a set whose last
 * policy is gone are removed when another is added, or when any gauge is read.
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
     * Held while gauges are registered or removed, so that those of a new policy are not removed with those of an old one of its name. A gauge that
     * is read only tries to get it: whoever has it may wait for a lock of the registry, which the reader may hold.
     */
    private final ReentrantLock lock = new ReentrantLock();

    /** All policies of one kind and name that are not gone. */
    private final class Group {

        private final String key;
        private final List<Member> members = new CopyOnWriteArrayList<>();
        private final List<Meter> gauges = new ArrayList<>();

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
        // Too rare to keep the counters at hand.
        meters.counter(
                        "holdfast.circuitbreaker.transitions",
                        "Changes of a circuit breaker's state",
                        Tags.of(
                                "name", event.breaker(),
                                "from", TagValues.of(event.from()),
                                "to", TagValues.of(event.to()),
                                "reason", TagValues.of(event.reason())))
                .increment();
    }

    void add(PolicyEntry<?> entry) {
        lock.lock();
        try {
            removeGone(true);
            String key = entry.kind() + " " + entry.name();
            Group group = groups.computeIfAbsent(key, Group::new);
            group.members.add(new Member(group, entry.policy(), gone));
            if (group.gauges.isEmpty()) {
                register(group, entry);
            }
        } finally {
            lock.unlock();
        }
    }

    private void register(Group group, PolicyEntry<?> entry) {
        Tags tags = Tags.of("name", entry.name());
        if (entry.policy() instanceof CircuitBreaker) {
            registerBreaker(group, tags);
        } else if (entry.policy() instanceof RateLimiter) {
            group.gauges.add(meters.nanosGauge(
                    "holdfast.ratelimiter.hold",
                    "Time left of the hold",
                    tags,
                    group,
                    held -> held.max(
                            RateLimiter.class, limiter -> limiter.heldFor().toNanos())));
        } else if (entry.policy() instanceof Bulkhead) {
            group.gauges.add(meters.gauge(
                    "holdfast.bulkhead.active",
                    null,
                    "Attempts in flight",
                    tags,
                    group,
                    taken -> taken.sum(Bulkhead.class, each -> Math.max(0, each.maxConcurrent() - each.available()))));
            group.gauges.add(meters.gauge(
                    "holdfast.bulkhead.queued",
                    null,
                    "Attempts that wait for a place",
                    tags,
                    group,
                    waiting -> waiting.sum(Bulkhead.class, each -> each.waiting())));
        }
    }

    private void registerBreaker(Group group, Tags tags) {
        for (CircuitState state : CircuitState.values()) {
            group.gauges.add(meters.gauge(
                    "holdfast.circuitbreaker.state",
                    null,
                    "Circuit breakers that are in the state",
                    tags.and("state", TagValues.of(state)),
                    group,
                    breakers -> breakers.sum(CircuitBreaker.class, breaker -> breaker.state() == state ? 1 : 0)));
        }
        group.gauges.add(meters.gauge(
                "holdfast.circuitbreaker.failure.rate",
                "percent",
                "Failed calls in the window",
                tags,
                group,
                breakers -> breakers.max(
                        CircuitBreaker.class, breaker -> breaker.snapshot().failureRate())));
    }

    /** Removes the gauges of groups whose policies are gone. Without patience it leaves that to another time if the lock is taken. */
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
                    group.gauges.forEach(meters::remove);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
