package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.limit.Quota;
import dev.holdfast.runtime.internal.unit.StackRoom;
import dev.holdfast.runtime.spi.Sleeper;
import org.jspecify.annotations.Nullable;

/**
 * Lets one attempt through: asks the hold, the breaker, the quota and the bulkhead, in this order, and says how long to wait for
 * each. The waits for places are made with the breaker's permit in hand. After every wait hold and breaker are asked again, for
 * much may have happened meanwhile. The time of the attempt begins only after the last wait. For one thread at a time.
 */
final class Admission {

    /** The attempt may be made now, with {@link #permit()}. */
    static final long PASS = 0;

    /** The attempt will not be made, for {@link #rejection()}. */
    static final long REJECTED = -1;

    final long deadline;

    private final MethodPolicies policies;

    /** The number of the attempt, from 1. */
    private final int attempt;

    /** The asynchronous call that waits, or null for the calling thread. */
    private final @Nullable QueuedCall call;

    /** The time left for waits for the end of holds. */
    private long holdBudget;

    /** The time left for waits for places in the quota. */
    private long quotaBudget;

    /** The time left for waits for places in the bulkhead. */
    private long queueBudget;

    /** The right to check a long hold by this attempt, until the attempt is let through. */
    private @Nullable Hold checkedHold;

    private @Nullable BreakerPermit permit;
    private Quota.@Nullable Place place;

    /** The wait for a place in the bulkhead, which may have been granted. */
    private @Nullable BulkheadWaiter waiter;

    /** The longest time that this wait may take. */
    private long queueNanos;

    private long queuedSince;

    /** Whether the last wait was for the bulkhead when the admission was abandoned. */
    private boolean wasQueued;

    private @Nullable ResilienceException rejection;

    Admission(MethodPolicies policies, int attempt, long deadline, @Nullable QueuedCall call) {
        this.policies = policies;
        this.attempt = attempt;
        this.deadline = deadline;
        this.call = call;
        if (policies.limiter != null) {
            this.holdBudget = policies.limiter.maxDelayNanos();
            this.quotaBudget = policies.limiter.maxWaitNanos();
        }
        if (policies.bulkhead != null) {
            this.queueBudget = policies.bulkhead.places.maxWaitNanos();
        }
    }

    /** Returns the next wait in nanoseconds, {@link #PASS} or {@link #REJECTED}. To be called again after the wait. */
    long next() {
        if (policies.bulkhead != null) {
            StackRoom.reserve();
        }
        long wait = awaitHold(true);
        if (wait == PASS) {
            wait = takePermit();
        }
        if (wait == PASS) {
            wait = takePlace();
        }
        if (wait == PASS) {
            wait = enterBulkhead();
        }
        if (wait == PASS) {
            pass();
        } else if (wait > 0 && permit != null) {
            permit.extendLease(wait);
        }
        return wait;
    }

    /**
     * Asks the same as {@link #next()} and takes nothing: returns a wait for the end of a hold, {@link #REJECTED} where the attempt
     * can't be made as far as is known now, or {@link #PASS}. For the time before the last answer is closed, which may take a while
     * and must not hold a permit or a place; {@code next} decides after that.
     */
    long preview() {
        long wait = awaitHold(false);
        if (wait == PASS && policies.breaker != null && policies.breaker.isRejecting()) {
            return reject(policies.breaker.rejection());
        }
        if (wait == PASS && policies.limiter != null && policies.limiter.placeWait() > quotaWait()) {
            return reject(policies.limiter.quotaRejection());
        }
        Places places = policies.bulkhead == null ? null : policies.bulkhead.places;
        if (wait == PASS && places != null && queueBudget <= 0 && places.isFull()) {
            return reject(places.full(0));
        }
        return wait;
    }

    /**
     * Returns the wait for the end of a hold.
     *
     * @param takeCheck whether to take the right to check a long hold, or only to see whether it can be had
     */
    private long awaitHold(boolean takeCheck) {
        Limiter limiter = policies.limiter;
        Hold hold = limiter == null ? null : limiter.currentHold();
        if (hold == null || limiter == null || hold.equals(checkedHold)) {
            return PASS;
        }
        if (takeCheck) {
            checkedHold = limiter.tryCheck(hold);
        }
        if (takeCheck ? checkedHold != null : limiter.mayCheck(hold)) {
            return PASS;
        }
        abandon();
        long remaining = Math.max(0, limiter.remaining(hold));
        long wait = Math.max(1, remaining + limiter.jitter(hold, policies.context.random()));
        if (remaining > holdBudget || policies.overruns(wait, deadline)) {
            return reject(limiter.holdRejection());
        }
        if (policies.breaker != null && policies.breaker.isRejectingFor(wait)) {
            return reject(policies.breaker.rejection());
        }
        holdBudget -= remaining;
        return wait;
    }

    /** Takes the breaker's permit, unless the wait for the bulkhead has ended without a place. */
    private long takePermit() {
        BulkheadPermits bulkhead = policies.bulkhead;
        if (waiter != null && bulkhead != null && bulkhead.places.dequeue(waiter)) {
            endQueueing(waiter);
            return reject(bulkhead.places.full(queueNanos));
        }
        if (permit != null) {
            permit.release();
            permit = null;
        }
        permit = policies.breakerPermit(attempt);
        return permit == null && policies.breaker != null ? reject(policies.breaker.rejection()) : PASS;
    }

    private long takePlace() {
        Limiter limiter = policies.limiter;
        if (limiter == null || place != null || !limiter.hasQuota()) {
            return PASS;
        }
        place = limiter.takePlace(quotaWait());
        if (place == null) {
            return reject(limiter.quotaRejection());
        }
        quotaBudget -= place.wait;
        return place.wait;
    }

    private long quotaWait() {
        return Math.min(quotaBudget, policies.untilDeadline(deadline));
    }

    private long enterBulkhead() {
        BulkheadPermits bulkhead = policies.bulkhead;
        if (bulkhead == null || permit == null) {
            return PASS;
        }
        Places places = bulkhead.places;
        // Made first, so that nothing can go wrong between taking a place and storing it.
        BreakerPermit withPlace = bulkhead.of(permit);
        if (waiter == null && places.tryAcquire()) {
            permit = withPlace;
            return PASS;
        }
        if (waiter == null) {
            queueNanos = Math.min(queueBudget, policies.untilDeadline(deadline));
            if (queueNanos <= 0) {
                return reject(places.full(0));
            }
            queuedSince = policies.context.clock().nanoTime();
            waiter = places.enqueue(call);
            if (!waiter.isGranted()) {
                return queueNanos;
            }
        }
        BulkheadWaiter granted = waiter;
        permit = withPlace;
        endQueueing(granted);
        return PASS;
    }

    private void endQueueing(BulkheadWaiter ended) {
        waiter = null;
        ended.forgetTimeout();
        queueBudget -= policies.context.clock().nanoTime() - queuedSince;
    }

    /** Lets the attempt through; from now on its permit gives back all that it has taken. */
    private void pass() {
        place = null;
        if (checkedHold != null && policies.limiter != null && permit != null) {
            permit = new HoldCheckPermit(permit, policies.limiter, checkedHold);
            checkedHold = null;
        }
    }

    /** Makes the calling thread wait, as {@link #next} has said. */
    void pause(Sleeper sleeper, long wait) throws InterruptedException {
        if (waiter == null) {
            sleeper.sleep(wait);
        } else {
            sleeper.await(waiter.granted, wait);
        }
    }

    /** Returns the waiter in the bulkhead, if {@link #next} has said to wait for a place there. */
    @Nullable
    BulkheadWaiter waiter() {
        return waiter;
    }

    private long reject(ResilienceException why) {
        abandon();
        rejection = why;
        return REJECTED;
    }

    /** Gives back all that was taken for the attempt, which will not be made. */
    void abandon() {
        BulkheadWaiter abandoned = waiter;
        wasQueued = abandoned != null;
        // First, for what follows may throw: a place is given back once.
        waiter = null;
        if (abandoned != null && policies.bulkhead != null) {
            policies.bulkhead.places.abandon(abandoned);
            endQueueing(abandoned);
        }
        if (permit != null) {
            permit.release();
            permit = null;
        }
        if (policies.limiter != null) {
            policies.limiter.giveBack(checkedHold, place);
        }
        checkedHold = null;
        place = null;
    }

    /** Returns the permit, after {@link #PASS}. */
    @Nullable
    Permit permit() {
        return permit;
    }

    /** Returns the rejection of an attempt whose wait was interrupted, and abandoned. */
    ResilienceException interruption() {
        if (policies.bulkhead != null && (wasQueued || policies.limiter == null)) {
            return policies.bulkhead.places.full(0);
        }
        if (policies.limiter == null) {
            throw new IllegalStateException("nothing to wait for");
        }
        return policies.limiter.rejection();
    }

    /** Returns the rejection, after {@link #REJECTED}. */
    ResilienceException rejection() {
        if (rejection == null) {
            throw new IllegalStateException("not rejected");
        }
        return rejection;
    }
}
