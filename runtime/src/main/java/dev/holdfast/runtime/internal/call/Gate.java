package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.ClosedState;
import dev.holdfast.runtime.internal.breaker.NoOpPermit;
import dev.holdfast.runtime.internal.breaker.SharedPermit;
import dev.holdfast.runtime.internal.limit.HoldSlot;
import dev.holdfast.runtime.internal.unit.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * What a call passes where all is well: a breaker that is plainly closed, no hold, and nothing else to ask. It is kept small,
 * for every call of every guard goes through it, and a caller's compiled code takes it in.
 */
public abstract class Gate {

    public final CallPolicy policy;

    /** The limiter, or what stands for none. */
    private final HoldSlot holdSlot;

    /** What lets an attempt through where nothing is held back. */
    private volatile SharedPermit cachedPermit;

    Gate(CallPolicy policy) {
        this.policy = policy;
        this.holdSlot = policy.limiter == null ? HoldSlot.EMPTY : policy.limiter;
        this.cachedPermit = policy.breaker == null && policy.isFastPath() ? NoOpPermit.INSTANCE : NoOpPermit.REJECTING;
    }

    /** The permit of an attempt, where breaker and limiter are at rest; null where there is more to ask. */
    final @Nullable Permit fastPathPermit() {
        SharedPermit permit = cachedPermit;
        return permit.admits() && holdSlot.hold == null ? permit : null;
    }

    /** Whether a success of this permit changes nothing: then it need not be reported. */
    final boolean successIsNoOp(Permit permit) {
        SharedPermit quiet = cachedPermit;
        return quiet.equals(permit) && quiet.successIsNoOp();
    }

    /** Whether calls are held back now. */
    final boolean isHeldBack() {
        return policy.limiter != null && policy.limiter.currentHold() != null;
    }

    /** The breaker's permit alone, or null where it rejects the call. */
    final @Nullable Permit breakerPermit() {
        if (policy.entrance != null) {
            StackRoom.reserve();
        }
        return policy.breaker == null ? NoOpPermit.INSTANCE : policy.breaker.tryAcquirePermit(policy.limitNanos(1));
    }

    /** Adds to a breaker's permit what else a first attempt needs; where it would have to wait, gives it back and returns null. */
    public final @Nullable Permit withPlaces(Permit permit) {
        return cache(permit) ? permit : policy.withPlaces(permit);
    }

    /** Keeps a permit for later calls if it is all that they need; says whether it is. */
    final boolean cache(Permit permit) {
        boolean sufficient = permit instanceof ClosedState && policy.isFastPath();
        if (sufficient) {
            cachedPermit = (ClosedState) permit;
        }
        return sufficient;
    }
}
