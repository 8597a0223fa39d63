package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/** Stands for "no hint class" as the default of {@link RateLimited#hint()}. It is never instantiated. */
public final class NoHint implements RateLimitHint<Object> {

    private NoHint() {}

    /** Always {@link RateLimitHint#NO_STATUS}. */
    @Override
    public int status(Object answer) {
        return NO_STATUS;
    }

    /** Always {@code null}. */
    @Override
    public @Nullable String retryAfter(Object answer) {
        return null;
    }
}
