package dev.holdfast.runtime;

/** The fallback of one method. Immutable. */
final class MethodFallback {

    private final Fallback fallback;

    /** What its own overloads take; empty where one of them takes anything. */
    private final Class<?>[] taken;

    MethodFallback(Fallback fallback, Class<?>[] taken) {
        this.fallback = fallback;
        this.taken = taken;
    }

    boolean answersFor(Throwable failure) {
        return fallback.covers(failure) && (taken.length == 0 || Fallback.isAny(failure, taken));
    }
}
