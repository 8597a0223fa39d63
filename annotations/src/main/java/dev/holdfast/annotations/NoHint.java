package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/** The default of {@link RateLimited#hint()}: no hint class. Never instantiated. */
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
