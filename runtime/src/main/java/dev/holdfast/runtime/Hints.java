package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import org.jspecify.annotations.Nullable;

/**
 * Asks a hint class about an answer. Such classes are users' code and answers can be odd: what throws counts as "nothing to
 * read", since hiding the answer behind an exception about it would help nobody.
 */
final class Hints {

    private Hints() {}

    /** An HTTP status from 100 to 599, or {@link RateLimitHint#NO_STATUS}. */
    static <R> int status(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return RateLimitHint.NO_STATUS;
        }
        try {
            return valid(hint.status(answer));
        } catch (Exception unreadable) {
            return RateLimitHint.NO_STATUS;
        }
    }

    static <R> @Nullable String retryAfter(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.retryAfter(answer);
        } catch (Exception unreadable) {
            return null;
        }
    }

    static <R> @Nullable String date(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (hint == null || answer == null) {
            return null;
        }
        try {
            return hint.date(answer);
        } catch (Exception unreadable) {
            return null;
        }
    }

    private static int valid(int status) {
        return status >= 100 && status <= 599 ? status : RateLimitHint.NO_STATUS;
    }
}
