package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;

/** A class of exceptions with its hint. */
public final class FailureHint {

    public final Class<?> type;
    public final RateLimitHint<? super Throwable> hint;

    public FailureHint(Class<?> type, RateLimitHint<? super Throwable> hint) {
        this.type = type;
        this.hint = hint;
    }
}
