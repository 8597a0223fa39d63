package dev.holdfast.annotations;

import org.jspecify.annotations.Nullable;

/**
 * Reads the HTTP status and the server's wish to wait from an answer: from a result that a method returns, or from an
 * exception that it throws.
 *
 * <p>Written by users for types of their own and named in {@link RateLimited#hint()}. Such a class needs an accessible
 * constructor without parameters; one instance serves a generated class, so it must be thread-safe, which it is when it has
 * no fields. It is asked only about non-null answers. A method that throws counts as "nothing to read".
 *
 * @param <R> the type of the result or of the exception that is read
 */
public interface RateLimitHint<R> {

    /** What {@link #status} returns for an answer that carries no HTTP status. */
    int NO_STATUS = 0;

    /**
     * Returns the HTTP status of an answer. Called for every result that a protected method returns, so it should be cheap.
     *
     * @param answer the result or exception, never null
     * @return the status, 100 to 599, or {@link #NO_STATUS}
     */
    int status(R answer);

    /**
     * Returns the value of the {@code Retry-After} header, seconds or an HTTP date. Called for rate-limited answers only.
     *
     * @param answer the result or exception, never null
     * @return the value as it came, or null where there is none
     */
    @Nullable
    String retryAfter(R answer);

    /**
     * Returns the value of the {@code Date} header. Where there is one, a date in {@code Retry-After} is taken relative to
     * it, which makes the wait independent of the difference between the server's clock and ours.
     *
     * @param answer the result or exception, never null
     * @return the value as it came, or null (the default) where there is none
     */
    default @Nullable String date(R answer) {
        return null;
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
