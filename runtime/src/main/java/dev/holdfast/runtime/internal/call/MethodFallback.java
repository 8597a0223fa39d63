package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.fallback.FallbackPolicy;

/** The fallback of one method. Immutable. */
final class MethodFallback {

    private final FallbackPolicy fallback;

    /** What its own overloads take; empty where one of them takes anything. */
    private final Class<?>[] taken;

    MethodFallback(FallbackPolicy fallback, Class<?>[] taken) {
        this.fallback = fallback;
        this.taken = taken;
    }

    boolean answersFor(Throwable failure) {
        return fallback.covers(failure) && (taken.length == 0 || FallbackPolicy.isAny(failure, taken));
    }
}
