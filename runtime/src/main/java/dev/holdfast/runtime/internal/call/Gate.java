package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.ClosedState;
import dev.holdfast.runtime.internal.breaker.SharedPermit;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.unit.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * The fast path of a call: a closed breaker, no hold, and no other policy to ask. Both guards inherit it, and do not hold it in a
 * field, because that would cost every call a read. It is small, so that the compiled code of callers takes it in.
 */
public abstract class Gate {

    /** The policies of the call. */
    public final MethodPolicies policies;

    /** The same as in the policies, where it would cost every call another read. */
    private final @Nullable Limiter limiter;

    /** The permit of the last call that needed nothing else; it admits calls for as long as its breaker stays closed. */
    private volatile SharedPermit cachedPermit;

    /** Whether there is a fast path. */
    private final boolean fast;

    Gate(MethodPolicies policies, boolean fast) {
        this.policies = policies;
        this.limiter = policies.limiter;
        this.fast = fast;
        this.cachedPermit = fast ? firstPermit(policies) : SharedPermit.REJECTING;
    }

    /** Returns a permit for the first call already, so that it needs no class of the slow path. */
    private static SharedPermit firstPermit(MethodPolicies policies) {
        return policies.breaker == null ? SharedPermit.NO_OP : policies.breaker.sharedPermit();
    }

    /** Returns the permit of an attempt on the fast path, or null where policies must be asked. */
    final @Nullable Permit fastPathPermit() {
        SharedPermit permit = cachedPermit;
        return permit.admits() && (limiter == null || limiter.hold == null) ? permit : null;
    }

    /** Returns whether a success with this permit changes nothing, and need not be reported. */
    final boolean successIsNoOp(Permit permit) {
        SharedPermit cached = cachedPermit;
        return cached.equals(permit) && cached.successIsNoOp();
    }

    /** Returns whether a hold is in force. */
    final boolean isHeldBack() {
        return limiter != null && limiter.currentHold() != null;
    }

    /** Asks the breaker alone; returns null where it rejects the call. */
    final @Nullable Permit breakerPermit() {
        if (policies.bulkhead != null) {
            StackRoom.reserve();
        }
        return policies.breakerPermit(1);
    }

    /** Adds to a breaker's permit the places that a first attempt needs; releases it and returns null where it had to wait. */
    final @Nullable Permit withPlaces(Permit permit) {
        return cache(permit) ? permit : policies.withPlaces(permit);
    }

    /** Caches a permit for later calls if they need nothing else; returns whether it does. */
    final boolean cache(Permit permit) {
        boolean sufficient = fast && permit instanceof ClosedState;
        if (sufficient) {
            cachedPermit = (ClosedState) permit;
        }
        return sufficient;
    }
}
