package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.fallback.FallbackPolicy;

/** The fallback of one method. Immutable. */
final class MethodFallback {

    private final FallbackPolicy fallback;

    /** The types of failures that the fallback's overloads take; empty if one takes any. */
    private final Class<?>[] handledTypes;

    MethodFallback(FallbackPolicy fallback, Class<?>[] handledTypes) {
        this.fallback = fallback;
        this.handledTypes = handledTypes;
    }

    boolean answersFor(Throwable failure) {
        return fallback.covers(failure) && (handledTypes.length == 0 || FallbackPolicy.isAny(failure, handledTypes));
    }
}
