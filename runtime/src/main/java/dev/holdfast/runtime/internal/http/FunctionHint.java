package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A hint made of functions of the user. A missing function has its default. */
public final class FunctionHint<R extends @Nullable Object> implements RateLimitHint<R> {

    private final @Nullable ToIntFunction<? super R> status;
    private final @Nullable BiFunction<? super R, String, @Nullable String> header;
    private final @Nullable Function<? super R, @Nullable String> retryAfter;
    private final @Nullable Function<? super R, @Nullable String> date;
    private final @Nullable Consumer<? super R> discard;

    FunctionHint(HintFunctions<R> functions) {
        this.status = functions.status;
        this.header = functions.header;
        this.retryAfter = functions.retryAfter;
        this.date = functions.date;
        this.discard = functions.discard;
    }

    public boolean discards() {
        return discard != null;
    }

    @Override
    public int status(R answer) {
        return status == null ? NO_STATUS : status.applyAsInt(answer);
    }

    @Override
    public @Nullable String header(R answer, String name) {
        return header == null ? null : header.apply(answer, name);
    }

    @Override
    public @Nullable String retryAfter(R answer) {
        return retryAfter == null ? RateLimitHint.super.retryAfter(answer) : retryAfter.apply(answer);
    }

    @Override
    public @Nullable String date(R answer) {
        return date == null ? RateLimitHint.super.date(answer) : date.apply(answer);
    }

    @Override
    public void discard(R answer) throws Exception {
        if (discard == null) {
            RateLimitHint.super.discard(answer);
        } else {
            discard.accept(answer);
        }
    }
}
