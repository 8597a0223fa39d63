package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.breaker.NoOpPermit;
import dev.holdfast.runtime.internal.breaker.Probe;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.limit.Quota;
import dev.holdfast.runtime.internal.unit.StackRoom;
import dev.holdfast.runtime.spi.Sleeper;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt is let through: the waits for the end of a hold, also where it is extended meanwhile, the breaker's permit,
 * and the waits for a place in the quota and for one in the bulkhead, with the permit in hand. After these waits hold and breaker are
 * asked again, for much may have happened, and the time of the call begins only then. For one thread at a time.
 */
public final class Admission {

    /** The attempt may be made now, with {@link #permit()}. */
    static final long PASS = 0;

    /** The attempt will not be made, for {@link #rejection()}. */
    static final long REJECTED = -1;

    private final CallPolicy policy;

    /** The number of the attempt, from 1. */
    private final int attempt;

    public final long deadline;

    /** Who waits, or null for the thread that asks. */
    private final @Nullable AsyncWaits<?> call;

    /** For how long holds are accepted in all. */
    private long acceptedHold;

    /** How long the waits for places in the quota may take in all. */
    private long acceptedWait;

    /** How long the waits for places in the bulkhead may take in all. */
    private long acceptedQueueing;

    /** The right to look through a long hold, while the attempt is not let through. */
    private @Nullable Hold checkedHold;

    private @Nullable BreakerPermit permit;
    private Quota.@Nullable Place place;

    /** Waits for a place in the bulkhead, or has been granted one. */
    private @Nullable BulkheadWaiter waiter;

    /** How long it waits at most. */
    private long queueing;

    private long queueingSince;

    /** Whether the last thing that was abandoned is a wait for the bulkhead. */
    private boolean queued;

    private @Nullable ResilienceException rejection;

    Admission(CallPolicy policy, int attempt, long deadline, @Nullable AsyncWaits<?> call) {
        this.policy = policy;
        this.attempt = attempt;
        this.deadline = deadline;
        this.call = call;
        if (policy.limiter != null) {
            this.acceptedHold = policy.limiter.settings().maxDelayNanos;
            this.acceptedWait = policy.limiter.settings().maxWaitNanos;
        }
        if (policy.entrance != null) {
            this.acceptedQueueing = policy.entrance.bulkhead.settings().maxWaitNanos;
        }
    }

    /** Returns the next wait in nanoseconds, {@link #PASS} or {@link #REJECTED}. To be asked again after the wait. */
    public long next() {
        if (policy.entrance != null) {
            StackRoom.reserve();
        }
        Limiter limiter = policy.limiter;
        Hold hold = limiter == null ? null : limiter.currentHold();
        if (hold != null && limiter != null && !hold.equals(checkedHold)) {
            checkedHold = limiter.tryCheck(hold);
            if (checkedHold == null) {
                abandon();
                return holdWait(limiter, hold);
            }
        }
        if (waiter != null && policy.entrance != null && policy.entrance.bulkhead.dequeue(waiter)) {
            endQueueing(waiter);
            return reject(policy.entrance.bulkhead.full(queueing));
        }
        if (permit != null) {
            permit.release();
            permit = null;
        }
        BreakerPermit admitted = NoOpPermit.INSTANCE;
        if (policy.breaker != null) {
            admitted = (BreakerPermit) policy.breaker.tryAcquirePermit(policy.limitNanos(attempt));
            if (admitted == null) {
                return reject(policy.breaker.rejection());
            }
        }
        permit = admitted;
        long wait = limiter == null || limiter.quota() == null || place != null
                ? PASS
                : placeWait(limiter, limiter.quota());
        if (wait == PASS && policy.entrance != null) {
            wait = queue(policy.entrance, admitted);
        }
        if (wait == PASS) {
            place = null;
            if (checkedHold != null && limiter != null && permit != null) {
                permit = new HoldCheckPermit(permit, limiter, checkedHold);
                checkedHold = null;
            }
        } else if (wait > 0 && admitted instanceof Probe) {
            ((Probe) admitted).extendLease(wait);
        }
        return wait;
    }

    /**
     * Asks as {@link #next()} does, and takes nothing: returns a wait for the end of a hold, {@link #REJECTED} where the attempt can't be
     * made as far as is known now, or {@link #PASS}. Before the last answer is let go of, which may take a while, so that
     * nothing is in hand meanwhile; after that it is for {@code next} to decide.
     */
    long preview() {
        Limiter limiter = policy.limiter;
        Hold hold = limiter == null ? null : limiter.currentHold();
        if (hold != null && limiter != null && !limiter.mayCheck(hold)) {
            return holdWait(limiter, hold);
        }
        Breaker breaker = policy.breaker;
        if (breaker != null && isRejecting(breaker)) {
            return reject(breaker.rejection());
        }
        Quota quota = limiter == null ? null : limiter.quota();
        if (quota != null
                && limiter != null
                && quota.waitAfter(0) > Math.min(acceptedWait, policy.untilDeadline(deadline))) {
            return reject(limiter.quotaRejection(quota));
        }
        Places bulkhead = policy.entrance == null ? null : policy.entrance.bulkhead;
        if (bulkhead != null && acceptedQueueing <= 0 && (bulkhead.available() <= 0 || bulkhead.waiting() > 0)) {
            return reject(bulkhead.full(0));
        }
        return PASS;
    }

    private static boolean isRejecting(Breaker breaker) {
        return breaker.isRejectingFor(0)
                || (breaker.state() == CircuitState.HALF_OPEN
                        && breaker.current().retryAfterNanos() > 0);
    }

    private long holdWait(Limiter limiter, Hold hold) {
        long remaining = Math.max(0, limiter.remaining(hold));
        // A hold may be longer than any wait that is accepted; what is added must not be.
        long jitter = Hold.jitter(Math.min(hold.nanos, limiter.settings().maxDelayNanos), policy.context.random());
        long wait = Math.max(1, remaining + jitter);
        if (remaining > acceptedHold || policy.overruns(wait, deadline)) {
            return reject(limiter.holdRejection());
        }
        if (policy.breaker != null && policy.breaker.isRejectingFor(wait)) {
            return reject(policy.breaker.rejection());
        }
        acceptedHold -= remaining;
        return wait;
    }

    private long placeWait(Limiter limiter, Quota quota) {
        place = quota.take(Math.min(acceptedWait, policy.untilDeadline(deadline)));
        if (place == null) {
            return reject(limiter.quotaRejection(quota));
        }
        acceptedWait -= place.wait;
        return place.wait;
    }

    private long queue(BulkheadEntrance entrance, BreakerPermit admitted) {
        Places bulkhead = entrance.bulkhead;
        // Made before, so that nothing can go wrong between taking a place and noting it.
        BreakerPermit entered = entrance.enter(admitted);
        if (waiter == null && bulkhead.tryAcquire()) {
            permit = entered;
            return PASS;
        }
        if (waiter == null) {
            queueing = Math.min(acceptedQueueing, policy.untilDeadline(deadline));
            if (queueing <= 0) {
                return reject(bulkhead.full(0));
            }
            queueingSince = policy.context.clock().nanoTime();
            waiter = bulkhead.enqueue(call);
            if (!waiter.isGranted()) {
                return queueing;
            }
        }
        BulkheadWaiter granted = waiter;
        permit = entered;
        endQueueing(granted);
        return PASS;
    }

    private void endQueueing(BulkheadWaiter ended) {
        waiter = null;
        ended.forgetTimeout();
        acceptedQueueing -= policy.context.clock().nanoTime() - queueingSince;
    }

    /** Makes the calling thread wait, as {@link #next} has said. */
    public void pause(Sleeper sleeper, long wait) throws InterruptedException {
        if (waiter == null) {
            sleeper.sleep(wait);
        } else {
            sleeper.await(waiter.granted, wait);
        }
    }

    /** Waits for a place in the bulkhead, if that is what {@link #next} has said. */
    public @Nullable BulkheadWaiter waiter() {
        return waiter;
    }

    private long reject(ResilienceException why) {
        abandon();
        rejection = why;
        return REJECTED;
    }

    /** The attempt will not be made, though it was not rejected: gives back what it has. */
    public void abandon() {
        BulkheadWaiter abandoned = waiter;
        queued = abandoned != null;
        // Before it may throw: a place is given back once.
        waiter = null;
        if (abandoned != null && policy.entrance != null) {
            policy.entrance.bulkhead.abandon(abandoned);
            endQueueing(abandoned);
        }
        if (permit != null) {
            permit.release();
            permit = null;
        }
        if (checkedHold != null && policy.limiter != null) {
            policy.limiter.giveCheckBack(checkedHold);
            checkedHold = null;
        }
        if (place != null && policy.limiter != null && policy.limiter.quota() != null) {
            policy.limiter.quota().giveBack(place);
        }
        place = null;
    }

    /** After {@link #PASS}. */
    public @Nullable Permit permit() {
        return permit;
    }

    /** Why there is no attempt where the wait for it was interrupted, and abandoned. */
    ResilienceException interruption() {
        if (policy.entrance != null && (queued || policy.limiter == null)) {
            return policy.entrance.bulkhead.full(0);
        }
        if (policy.limiter == null) {
            throw new IllegalStateException("nothing to wait for");
        }
        return policy.limiter.rejection();
    }

    /** After {@link #REJECTED}. */
    public ResilienceException rejection() {
        if (rejection == null) {
            throw new IllegalStateException("not rejected");
        }
        return rejection;
    }
}
