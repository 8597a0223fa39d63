package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The functions that a user of {@link Resilience} gives to read one kind of answers, while they are collected. */
final class HintFunctions<R extends @Nullable Object> {

    @Nullable
    ToIntFunction<? super R> status;

    @Nullable
    BiFunction<? super R, String, @Nullable String> header;

    @Nullable
    Function<? super R, @Nullable String> retryAfter;

    @Nullable
    Function<? super R, @Nullable String> date;

    @Nullable
    Consumer<? super R> discard;

    /** Refuses functions that nobody would ask, and names them as the setters are called. */
    void check(String statusName, String headerName, String retryAfterName) {
        Settings.needs(header, headerName, status, statusName);
        Settings.needs(retryAfter, retryAfterName, status, statusName);
        Settings.needs(date, "date", status, statusName);
    }

    /** Returns what asks the functions, or null where there are none. */
    @Nullable
    RateLimitHint<R> hint() {
        return status == null && discard == null ? null : new FunctionHint<>(this);
    }
}
