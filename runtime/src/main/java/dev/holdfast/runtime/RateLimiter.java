package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the rate limits of a server, reads the requested delay, and holds calls back for that time. With a quota
 * it also limits the rate of calls from this side.
 *
 * <p>{@code Retry-After} is read by RFC 9110, section 10.2.3: seconds, with or without a fraction, or one of the three
 * HTTP-date forms of section 5.6.7. Common deviations are understood: days of one digit, numeric zones, ISO 8601. Of
 * several values the longest counts. A past date or zero means "retry at once"; a value that is negative, empty,
 * unreadable or beyond 365 days means the default delay. Without this header, calls through a client read other headers
 * too.
 *
 * <p>Thread-safe. Without a hold, a call costs one volatile read, and with a quota one atomic write more. Only the
 * beginning or end of a hold takes a lock, for a comparison and a write.
 */
public interface RateLimiter {

    /**
     * Returns a builder with the defaults of {@link dev.holdfast.annotations.RateLimited}.
     *
     * @return a builder
     */
    static RateLimiterBuilder builder() {
        return new RateLimiterBuilder();
    }

    /**
     * Returns the name in rejections and events.
     *
     * @return the name
     */
    String name();

    /**
     * Returns whether an HTTP status can mean a rate limit. A 429 always does; others need evidence in the answer, such
     * as {@code Retry-After}.
     *
     * @param status any number
     * @return whether it is one of this limiter's statuses
     */
    boolean isRateLimited(int status);

    /**
     * Returns the delay after an answer: zero without a rate limit, otherwise the delay that the server asks for or the
     * default delay, cut to {@code maxDelay}. Without {@code Retry-After} only a 429 is a rate limit. {@link
     * BeyondMaxDelay} says whether a delay that was cut is worth waiting.
     *
     * @param status the answer's HTTP status
     * @param retryAfter the value of its {@code Retry-After} header, or null
     * @return the duration, from zero to {@code maxDelay}
     */
    Duration retryDelay(int status, @Nullable String retryAfter);

    /**
     * The same as {@link #retryDelay(int, String)}, with a date in {@code Retry-After} relative to the date of the
     * answer.
     *
     * @param status the answer's HTTP status
     * @param retryAfter the value of its {@code Retry-After} header, or null
     * @param date the value of its {@code Date} header, or null to use the local clock
     * @return the duration, from zero to {@code maxDelay}
     */
    Duration retryDelay(int status, @Nullable String retryAfter, @Nullable String date);

    /**
     * Returns the time left of the hold. In a hold longer than {@code maxDelay}, one call every {@code maxDelay} is let
     * through to check whether the server still refuses calls.
     *
     * @return the duration, zero without a hold
     */
    Duration heldFor();

    /** Ends the hold at once. Calls that wait already go on waiting. */
    void release();
}
