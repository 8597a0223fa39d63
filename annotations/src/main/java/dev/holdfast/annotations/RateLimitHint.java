package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/**
 * Reads the HTTP status and the requested wait from an answer: the result of a method, or the exception that it throws.
 *
 * <p>Implement it for your own types and name the class in {@link RateLimited#hint()}. The class needs an accessible
 * no-argument constructor. All calls of a generated class share one instance, so it must be thread-safe; a class without fields is.
 * Answers are never null. If a method throws, there is nothing to read. Besides {@link #status}, implement {@link #header}, or
 * {@link #retryAfter} if the type has no other header.
 *
 * @param <R> the type of the result or exception
 */
public interface RateLimitHint<R> {

    /** Result of {@link #status} for an answer without an HTTP status. */
    int NO_STATUS = 0;

    /** Result of {@link #retryDelayNanos} for an answer without a wait. */
    long NO_DELAY = -1;

    /**
     * Returns the HTTP status of an answer. It is called for every result of a protected method, so it should be cheap.
     *
     * @param answer the result or exception, never null
     * @return the status, 100 to 599, or {@link #NO_STATUS}
     */
    int status(R answer);

    /**
     * Returns the value of a header. It is called for rate-limited and retried answers, to read {@code Retry-After} and the other headers
     * that name a wait. For every other answer with a status, including good results, it is called for {@code RateLimit}, unless
     * {@link RateLimited#shared} or {@link RateLimited#respectRetryAfter} is off. So it should be cheap. A class with this method needs neither
     * {@link #retryAfter} nor {@link #date}.
     *
     * @param answer the result or exception, never null
     * @param name the name of the header; case-insensitive
     * @return the first value, unchanged, or null (the default) if the header is absent
     */
    default @Nullable String header(R answer, String name) {
        return null;
    }

    /**
     * Returns the value of the {@code Retry-After} header, in seconds or as a date. It is called for rate-limited and retried answers.
     *
     * @param answer the result or exception, never null
     * @return the value, unchanged, or null if the header is absent; by default from {@link #header}
     */
    default @Nullable String retryAfter(R answer) {
        return header(answer, "Retry-After");
    }

    /**
     * Returns the wait that an answer names in non-text form, such as an exception of a library that has already parsed the
     * header. It is called for rate-limited and retried answers without a {@link #retryAfter}.
     *
     * @param answer the result or exception, never null
     * @param nowEpochMillis the current time in milliseconds since 1970, for answers that name an instant
     * @return the wait in nanoseconds, 0 to retry at once, or {@link #NO_DELAY} (the default) if the answer names no wait
     */
    default long retryDelayNanos(R answer, long nowEpochMillis) {
        return NO_DELAY;
    }

    /**
     * Returns the value of the {@code Date} header. If it is present, a date in {@code Retry-After} is relative to
     * it, so a difference between the server's clock and the local clock does not change the wait.
     *
     * @param answer the result or exception, never null
     * @return the value, unchanged, or null if the header is absent; by default from {@link #header}
     */
    default @Nullable String date(R answer) {
        return header(answer, "Date");
    }

    /**
     * Closes an answer before a retry, so that it does not hold a connection. Exceptions from this method are ignored. If the time of
     * the call is limited, a separate thread calls this method, and the call waits at most one second for it.
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
