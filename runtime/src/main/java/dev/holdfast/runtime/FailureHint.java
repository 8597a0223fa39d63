package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;

/** A class of exceptions and what reads their status. */
final class FailureHint {

    final Class<?> type;
    final RateLimitHint<? super Throwable> hint;

    FailureHint(Class<?> type, RateLimitHint<? super Throwable> hint) {
        this.type = type;
        this.hint = hint;
    }
}
