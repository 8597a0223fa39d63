package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/**
 * Reads the HTTP status and the requested delay from an answer: a result or an exception of a method.
 *
 * <p>Written by users for types of their own and named in {@link RateLimited#hint()}. Needs an accessible constructor
 * without parameters. A generated class has one instance, so it must be thread-safe; without fields it is. Called only
 * for non-null answers. An exception means "nothing to read". Implement {@link #header} besides {@link #status}, or
 * {@link #retryAfter} if there are no other headers.
 *
 * @param <R> the type of the result or exception
 */
public interface RateLimitHint<R> {

    /** In place of a status: the answer has none. */
    int NO_STATUS = 0;

    /** In place of a delay: the answer names none. */
    long NO_DELAY = -1;

    /**
     * Returns the HTTP status of an answer. Called for every result of a protected method, so it should be cheap.
     *
     * @param answer the result or exception, never null
     * @return the status, 100 to 599, or {@link #NO_STATUS}
     */
    int status(R answer);

    /**
     * Returns the value of a header. Called for {@code Retry-After} and other headers with a wait in answers that are
     * rate-limited or retried; and for {@code RateLimit} in every other answer with a status, even a good result,
     * unless {@link RateLimited#shared} or {@link RateLimited#respectRetryAfter} is off. So it should be cheap. With
     * this method, {@link #retryAfter} and {@link #date} are not needed.
     *
     * @param answer the result or exception, never null
     * @param name the header's name; case does not matter
     * @return the first value, unchanged, or null (the default) without one
     */
    default @Nullable String header(R answer, String name) {
        return null;
    }

    /**
     * Returns the value of the {@code Retry-After} header, seconds or a date. Called for answers that are rate-limited
     * or retried.
     *
     * @param answer the result or exception, never null
     * @return the value, unchanged, or null without one; by default the {@link #header}
     */
    default @Nullable String retryAfter(R answer) {
        return header(answer, "Retry-After");
    }

    /**
     * Returns a requested delay that is not in a header, such as a field of an exception whose library has read the
     * header. Called for answers that are rate-limited or retried and have no {@link #retryAfter}.
     *
     * @param answer the result or exception, never null
     * @param nowEpochMillis the current time in milliseconds since 1970, for answers with an instant
     * @return the delay in nanoseconds, 0 to retry at once, or {@link #NO_DELAY} (the default) if the answer names none
     */
    default long retryDelayNanos(R answer, long nowEpochMillis) {
        return NO_DELAY;
    }

    /**
     * Returns the value of the {@code Date} header. A date in {@code Retry-After} is relative to it, so that the clocks
     * of client and server need not agree.
     *
     * @param answer the result or exception, never null
     * @return the value, unchanged, or null without one; by default the {@link #header}
     */
    default @Nullable String date(R answer) {
        return header(answer, "Date");
    }

    /**
     * Closes an answer that is dropped for a retry, so that it does not keep a connection. Exceptions are dropped too.
     * If the time of the call is limited, a thread of Holdfast calls this, and the call waits for at most a second.
     *
     * @param answer the result or exception, never null
     * @throws Exception if it can't be closed
     */
    default void discard(R answer) throws Exception {
        if (answer instanceof AutoCloseable) {
            ((AutoCloseable) answer).close();
        }
    }
}
