package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;
import org.jspecify.annotations.Nullable;

/**
 * Asks a hint class about an answer. Such classes are users' code and answers can be odd: what throws, even an error, counts as
 * "nothing to read", since hiding the answer behind an exception about it would help nobody and lose its permit.
 */
public final class Hints {

    private Hints() {}

    /** An HTTP status from 100 to 599, or {@link RateLimitHint#NO_STATUS}. */
    public static <R> int status(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return RateLimitHint.NO_STATUS;
        }
        try {
            return valid(hint.status(answer));
        } catch (Throwable unreadable) {
            return RateLimitHint.NO_STATUS;
        }
    }

    public static <R> @Nullable String retryAfter(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.retryAfter(answer);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    public static <R> @Nullable String date(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.date(answer);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    public static <R> @Nullable String header(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, String name) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.header(answer, name);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    public static <R> long retryDelayNanos(
            @Nullable RateLimitHint<? super R> hint, @Nullable R answer, long nowEpochMillis) {
        if (hint == null || answer == null) {
            return RateLimitHint.NO_DELAY;
        }
        try {
            return hint.retryDelayNanos(answer, nowEpochMillis);
        } catch (Throwable unreadable) {
            return RateLimitHint.NO_DELAY;
        }
    }

    /** Lets go of an answer that nobody will see. What that throws is dropped with it: the retry it makes room for matters more. */
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

    private static int valid(int status) {
        return status >= 100 && status <= 599 ? status : RateLimitHint.NO_STATUS;
    }
}
