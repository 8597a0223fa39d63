package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import org.jspecify.annotations.Nullable;

/** A class of exceptions with its hint. */
public final class FailureHint {

    private final Class<?> type;
    private final RateLimitHint<? super Throwable> hint;

    public FailureHint(Class<?> type, RateLimitHint<? super Throwable> hint) {
        this.type = type;
        this.hint = hint;
    }

    /** Returns the hint of the first class that an exception has, or null. */
    public static @Nullable RateLimitHint<? super Throwable> find(FailureHint[] hints, Throwable failure) {
        for (FailureHint each : hints) {
            if (each.type.isInstance(failure)) {
                return each.hint;
            }
        }
        return null;
    }
}
