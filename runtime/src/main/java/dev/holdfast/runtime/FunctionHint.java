package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A hint made of the functions that a user of {@link Resilience} gives. */
final class FunctionHint<R extends @Nullable Object> implements RateLimitHint<R> {

    private final ToIntFunction<? super R> status;
    private final @Nullable Function<? super R, @Nullable String> retryAfter;

    FunctionHint(ToIntFunction<? super R> status, @Nullable Function<? super R, @Nullable String> retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    @Override
    public int status(R answer) {
        return status.applyAsInt(answer);
    }

    @Override
    public @Nullable String retryAfter(R answer) {
        return retryAfter == null ? null : retryAfter.apply(answer);
    }
}
