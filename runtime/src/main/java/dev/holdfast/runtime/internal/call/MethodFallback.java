package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.fallback.FallbackPolicy;

/** The fallback of one method. Immutable. */
final class MethodFallback {

    private final FallbackPolicy fallback;

    /** What its own overloads take; empty where one of them takes anything. */
    private final Class<?>[] handledTypes;

    MethodFallback(FallbackPolicy fallback, Class<?>[] handledTypes) {
        this.fallback = fallback;
        this.handledTypes = handledTypes;
    }

    boolean answersFor(Throwable failure) {
        return fallback.covers(failure) && (handledTypes.length == 0 || FallbackPolicy.isAny(failure, handledTypes));
    }
}
