package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** The fallback of one method: whether it answers for a failure, of which the listener is then told. */
final class MethodFallback {

    private final CallPolicy policy;
    private final Fallback fallback;

    /** What its own overloads take; empty where one of them takes anything. */
    private final Class<?>[] taken;

    private MethodFallback(CallPolicy policy, Fallback fallback, Class<?>[] taken) {
        this.policy = policy;
        this.fallback = fallback;
        this.taken = taken;
    }

    static @Nullable MethodFallback of(CallPolicy policy, @Nullable Fallback fallback, Class<?>[] taken) {
        return fallback == null ? null : new MethodFallback(policy, fallback, taken);
    }

    boolean answersFor(Throwable failure) {
        if (!fallback.covers(failure) || (taken.length > 0 && !Fallback.isAny(failure, taken))) {
            return false;
        }
        policy.events.fellBack(policy.call, failure);
        return true;
    }
}
