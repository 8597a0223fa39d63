package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Collects the user's functions that read one kind of answers. */
public final class HintFunctions<R extends @Nullable Object> {

    public @Nullable ToIntFunction<? super R> status;

    public @Nullable BiFunction<? super R, String, @Nullable String> header;

    public @Nullable Function<? super R, @Nullable String> retryAfter;

    public @Nullable Function<? super R, @Nullable String> date;

    public @Nullable Consumer<? super R> discard;

    /** Rejects functions without effect, named after their setters. */
    public void check(String statusName, String headerName, String retryAfterName) {
        Settings.needs(header, headerName, status, statusName);
        Settings.needs(retryAfter, retryAfterName, status, statusName);
        Settings.needs(date, "date", status, statusName);
    }

    /** Returns the hint, or null without functions. */
    public @Nullable RateLimitHint<R> hint() {
        return status == null && discard == null ? null : new FunctionHint<>(this);
    }
}
