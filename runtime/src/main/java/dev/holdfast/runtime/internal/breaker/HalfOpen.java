package dev.holdfast.runtime.internal.breaker;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.internal.unit.StackRoom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * HALF_OPEN: counts successful probes, and has as many places for probes as successes are needed. A probe leases its
 * place for the time that the breaker was OPEN, or the time limit of the attempt if that is longer.
 */
@SuppressWarnings("serial")
public final class HalfOpen extends AtomicInteger implements BreakerState {

    private final Breaker breaker;
    private final int failures;
    private final int reopenings;
    private final int since;
    private final long lease;
    private final AtomicReferenceArray<@Nullable Probe> places;

    /** The number of probes without a permit that have lost their places, and may still report. */
    private final AtomicInteger expiredManualProbes = new AtomicInteger();

    HalfOpen(Breaker breaker, int failures, int reopenings) {
        this.breaker = breaker;
        this.failures = failures;
        this.reopenings = reopenings;
        this.since = BreakerState.ticks(breaker.settings().clock.nanoTime());
        this.lease = breaker.settings().recoveryNanos(reopenings);
        this.places = new AtomicReferenceArray<>(breaker.settings().successThreshold);
    }

    @Override
    public CircuitState kind() {
        return CircuitState.HALF_OPEN;
    }

    @Override
    public @Nullable Permit tryAcquire(boolean manual, long limitNanos) {
        StackRoom.reserve();
        long now = breaker.settings().clock.nanoTime();
        for (int place = 0; place < places.length(); place++) {
            Probe holder = places.get(place);
            // Again if another thread was faster: a probe may just have freed the place, or another taken it.
            while (holder == null || holder.leaseLeft(now) <= 0) {
                Probe probe = new Probe(this, place, now, Math.max(lease, limitNanos), manual);
                if (places.compareAndSet(place, holder, probe)) {
                    if (holder != null && holder.manual) {
                        expiredManualProbes.incrementAndGet();
                    }
                    return probe;
                }
                holder = places.get(place);
            }
        }
        return null;
    }

    /** Returns the time until the next lease ends; a probe that reports frees its place sooner. */
    @Override
    public long retryAfterNanos() {
        long now = breaker.settings().clock.nanoTime();
        long shortest = Long.MAX_VALUE;
        for (int place = 0; place < places.length(); place++) {
            Probe holder = places.get(place);
            shortest = Math.min(shortest, holder == null ? 0 : Math.max(0, holder.leaseLeft(now)));
        }
        return shortest;
    }

    @Override
    public int since() {
        return since;
    }

    @Override
    public int failures() {
        return failures;
    }

    @Override
    public int successes() {
        return get();
    }

    /**
     * An outcome without a permit counts for the oldest such probe, first of all for one that has lost its place. It
     * counts even if no such probe is in flight.
     */
    @Override
    public Permit manualPermit() {
        if (!takeExpiredManualProbe()) {
            for (Probe oldest = oldestManual(); oldest != null && !free(oldest); ) {
                oldest = oldestManual();
            }
        }
        return new Probe(this);
    }

    private boolean takeExpiredManualProbe() {
        int number = expiredManualProbes.get();
        while (number > 0 && !expiredManualProbes.compareAndSet(number, number - 1)) {
            number = expiredManualProbes.get();
        }
        return number > 0;
    }

    private @Nullable Probe oldestManual() {
        Probe oldest = null;
        for (int place = 0; place < places.length(); place++) {
            Probe holder = places.get(place);
            if (holder != null && holder.manual && (oldest == null || holder.started - oldest.started < 0)) {
                oldest = holder;
            }
        }
        return oldest;
    }

    /** Frees the place of a probe; returns false if the probe has lost it. */
    boolean free(Probe probe) {
        return probe.place != Probe.NO_PLACE && places.compareAndSet(probe.place, probe, null);
    }

    /** Returns whether a probe was slow, and so is no success. */
    boolean isSlow(Probe probe) {
        BreakerSettings settings = breaker.settings();
        return settings.slowNanos > 0 && !probe.manual && settings.isSlow(settings.clock.nanoTime() - probe.started);
    }

    boolean counts(Throwable failure) {
        return breaker.settings().counts(failure);
    }

    void probeSucceeded() {
        int threshold = breaker.settings().successThreshold;
        for (int successes = get(); successes < threshold - 1; successes = get()) {
            if (compareAndSet(successes, successes + 1)) {
                return;
            }
        }
        breaker.transition(this, BreakerState.closed(breaker), StateChangeEvent.Reason.PROBES_SUCCEEDED, null);
    }

    void probeFailed(@Nullable Throwable cause) {
        breaker.transition(
                this, new Open(breaker, failures + 1, reopenings + 1), StateChangeEvent.Reason.PROBE_FAILED, cause);
    }
}
