package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/** Default of {@link RateLimited#hint()}: no hint class. Never instantiated. */
public final class NoHint implements RateLimitHint<Object> {

    private NoHint() {}

    /** Returns {@link RateLimitHint#NO_STATUS}. */
    @Override
    public int status(Object answer) {
        return NO_STATUS;
    }

    /** Returns {@code null}. */
    @Override
    public @Nullable String retryAfter(Object answer) {
        return null;
    }
}
