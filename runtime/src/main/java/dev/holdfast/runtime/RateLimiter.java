package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Knows which answers of a server are a rate limit, how long the server wants to be left alone, and until when calls are held
 * back for it. With a quota it also keeps to a number of calls of its own accord.
 *
 * <p>{@code Retry-After} is read by RFC 9110, section 10.2.3: seconds, also with a fraction, or one of the three HTTP-date
 * forms of section 5.6.7, or what servers send besides, such as days of one digit, zones by number and ISO 8601; of several values the
 * longest counts. A date that is past, or zero, means "try at once"; a value that is negative, empty, unreadable or
 * beyond 365 days means the default delay. Calls through a client read other headers too, where there is no such one.
 *
 * <p>Thread-safe. Where nothing is held back, a call costs one volatile read; a quota costs one atomic write more. Only to begin or
 * end a hold takes a lock, for a comparison and a write.
 */
public interface RateLimiter {

    /**
     * Starts to build a limiter; the defaults are those of {@link dev.holdfast.annotations.RateLimited}.
     *
     * @return a builder
     */
    static RateLimiterBuilder builder() {
        return new RateLimiterBuilder();
    }

    /**
     * Returns the name that rejections and events carry.
     *
     * @return the name
     */
    String name();

    /**
     * Says whether an HTTP status may mean a rate limit. A 429 does; another needs an answer that shows it, as by a
     * {@code Retry-After}.
     *
     * @param status any number
     * @return whether it is one of this limiter's statuses
     */
    boolean isRateLimited(int status);

    /**
     * Returns how long to wait after an answer: nothing where it is no rate limit, else what the server asked for or
     * the default delay, but never more than {@code maxDelay}. Without a {@code Retry-After} only a 429 is a rate limit. Whether a wait cut short by {@code maxDelay} is worth making is
     * for {@link BeyondMaxDelay} to say.
     *
     * @param status the answer's HTTP status
     * @param retryAfter the value of its {@code Retry-After} header, or null
     * @return the duration, from zero to {@code maxDelay}
     */
    Duration retryDelay(int status, @Nullable String retryAfter);

    /**
     * The same as {@link #retryDelay(int, String)}, where a date is taken relative to the answer's own.
     *
     * @param status the answer's HTTP status
     * @param retryAfter the value of its {@code Retry-After} header, or null
     * @param date the value of its {@code Date} header, or null to use the local clock
     * @return the duration, from zero to {@code maxDelay}
     */
    Duration retryDelay(int status, @Nullable String retryAfter, @Nullable String date);

    /**
     * Returns for how long calls are held back from now. Of a hold that is longer than {@code maxDelay} one call looks each time
     * that has passed whether the server still means it.
     *
     * @return the duration, zero where none are
     */
    Duration heldFor();

    /** Lets calls through again at once, whatever the server asked for. Those that wait already wait on. */
    void release();
}
