package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.unit.StatusSet;
import org.jspecify.annotations.Nullable;

/**
 * Calls a hint class, which is user code. An exception, or even an error, counts as "nothing to read", so that it does
 * not hide the answer.
 */
public final class HintCalls {

    private HintCalls() {}

    /** Returns an HTTP status from 100 to 599, or {@link RateLimitHint#NO_STATUS}. */
    public static <R> int status(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return RateLimitHint.NO_STATUS;
        }
        try {
            int status = hint.status(answer);
            return StatusSet.isStatus(status) ? status : RateLimitHint.NO_STATUS;
        } catch (Throwable unreadable) {
            return RateLimitHint.NO_STATUS;
        }
    }

    static <R> @Nullable String retryAfter(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.retryAfter(answer);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    static <R> @Nullable String date(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.date(answer);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    static <R> @Nullable String header(@Nullable RateLimitHint<? super R> hint, @Nullable R answer, String name) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.header(answer, name);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    static <R> long retryDelayNanos(@Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        if (hint == null || answer == null) {
            return RateLimitHint.NO_DELAY;
        }
        try {
            return hint.retryDelayNanos(answer, nowEpochMillis);
        } catch (Throwable unreadable) {
            return RateLimitHint.NO_DELAY;
        }
    }

    /** Closes an answer that is dropped. An exception is dropped too: the retry matters more. */
    public static <R> void discard(@Nullable RateLimitHint<? super R> hint, @Nullable R dropped) {
        try {
            if (hint != null && dropped != null) {
                hint.discard(dropped);
            } else if (dropped instanceof AutoCloseable) {
                ((AutoCloseable) dropped).close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Throwable ignored) {
            // See above.
        }
    }
}
