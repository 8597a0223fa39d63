package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/**
 * Reads the HTTP status and the server's wish to wait from an answer: from a result that a method returns, or from an
 * exception that it throws.
 *
 * <p>Written by users for types of their own and named in {@link RateLimited#hint()}. Such a class needs an accessible
 * constructor without parameters; one instance serves a generated class, so it must be thread-safe, which it is when it has
 * no fields. It is asked only about non-null answers. A method that throws counts as "nothing to read". Besides
 * {@link #status} it should have {@link #header}, or {@link #retryAfter} where that is all there is.
 *
 * @param <R> the type of the result or of the exception that is read
 */
public interface RateLimitHint<R> {

    /** What {@link #status} returns for an answer that carries no HTTP status. */
    int NO_STATUS = 0;

    /** What {@link #retryDelayNanos} returns for an answer that names no wait. */
    long NO_DELAY = -1;

    /**
     * Returns the HTTP status of an answer. Called for every result that a protected method returns, so it should be cheap.
     *
     * @param answer the result or exception, never null
     * @return the status, 100 to 599, or {@link #NO_STATUS}
     */
    int status(R answer);

    /**
     * Returns the value of a header. Called for answers that are rate-limited or retried, for {@code Retry-After} and the other headers
     * that servers name a wait in; and for every other answer with a status, good results too, for {@code RateLimit}, unless
     * {@link RateLimited#shared} or {@link RateLimited#respectRetryAfter} is off. So a class that has this needs no
     * {@link #retryAfter} and no {@link #date}, and it should be cheap.
     *
     * @param answer the result or exception, never null
     * @param name the header's name, in any case of letters: {@code Retry-After} is {@code retry-after}
     * @return the first value as it came, or null (the default) where there is none
     */
    default @Nullable String header(R answer, String name) {
        return null;
    }

    /**
     * Returns the value of the {@code Retry-After} header, seconds or a date. Called for answers that are rate-limited or retried.
     *
     * @param answer the result or exception, never null
     * @return the value as it came, or null where there is none; by default the {@link #header}
     */
    default @Nullable String retryAfter(R answer) {
        return header(answer, "Retry-After");
    }

    /**
     * Returns the wait that an answer names otherwise than in text, such as an exception whose library has read the header
     * already. Called for answers that are rate-limited or retried and have no {@link #retryAfter}.
     *
     * @param answer the result or exception, never null
     * @param nowEpochMillis the present, in milliseconds from 1970, for answers that name an instant
     * @return the wait in nanoseconds, 0 for none at all, or {@link #NO_DELAY} (the default) where the answer does not say
     */
    default long retryDelayNanos(R answer, long nowEpochMillis) {
        return NO_DELAY;
    }

    /**
     * Returns the value of the {@code Date} header. Where there is one, a date in {@code Retry-After} is taken relative to
     * it, which makes the wait independent of the difference between the server's clock and ours.
     *
     * @param answer the result or exception, never null
     * @return the value as it came, or null where there is none; by default the {@link #header}
     */
    default @Nullable String date(R answer) {
        return header(answer, "Date");
    }

    /**
     * Lets go of an answer that is dropped for a retry, so that it does not hold on to a connection. What it throws is dropped
     * as well.
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
