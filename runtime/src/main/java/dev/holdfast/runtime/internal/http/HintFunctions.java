package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The functions that a user of {@link Resilience} gives to read one kind of answers, while they are collected. */
public final class HintFunctions<R extends @Nullable Object> {

    public @Nullable ToIntFunction<? super R> status;

    public @Nullable BiFunction<? super R, String, @Nullable String> header;

    public @Nullable Function<? super R, @Nullable String> retryAfter;

    public @Nullable Function<? super R, @Nullable String> date;

    public @Nullable Consumer<? super R> discard;

    /** Refuses functions that nobody would ask, and names them as the setters are called. */
    public void check(String statusName, String headerName, String retryAfterName) {
        Settings.needs(header, headerName, status, statusName);
        Settings.needs(retryAfter, retryAfterName, status, statusName);
        Settings.needs(date, "date", status, statusName);
    }

    /** Returns what asks the functions, or null where there are none. */
    public @Nullable RateLimitHint<R> hint() {
        return status == null && discard == null ? null : new FunctionHint<>(this);
    }
}
