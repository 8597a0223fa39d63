package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.RateLimitHint;
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
public final class RateLimiter extends Holds {

    private final LimiterSettings settings;
    private final @Nullable Quota quota;

    RateLimiter(LimiterSettings settings) {
        this.settings = settings;
        this.quota = settings.newQuota();
    }

    /**
     * Starts to build a limiter; the defaults are those of {@link dev.holdfast.annotations.RateLimited}.
     *
     * @return a builder
     */
    public static RateLimiterBuilder builder() {
        return new RateLimiterBuilder();
    }

    /**
     * Returns the name that rejections and events carry.
     *
     * @return the name
     */
    public String name() {
        return settings.name;
    }

    /**
     * Says whether an HTTP status may mean a rate limit. A 429 does; another needs an answer that shows it, as by a
     * {@code Retry-After}.
     *
     * @param status any number
     * @return whether it is one of this limiter's statuses
     */
    public boolean isRateLimited(int status) {
        return settings.statuses.contains(status);
    }

    /**
     * Returns how long to wait after an answer: nothing where it is no rate limit, else what the server asked for or
     * the default delay, but never more than {@code maxDelay}. Without a {@code Retry-After} only a 429 is a rate limit. Whether a wait cut short by {@code maxDelay} is worth making is
     * for {@link BeyondMaxDelay} to say.
     *
     * @param status the answer's HTTP status
     * @param retryAfter the value of its {@code Retry-After} header, or null
     * @return the duration, from zero to {@code maxDelay}
     */
    public Duration retryDelay(int status, @Nullable String retryAfter) {
        return retryDelay(status, retryAfter, null);
    }

    /**
     * The same as {@link #retryDelay(int, String)}, where a date is taken relative to the answer's own.
     *
     * @param status the answer's HTTP status
     * @param retryAfter the value of its {@code Retry-After} header, or null
     * @param date the value of its {@code Date} header, or null to use the local clock
     * @return the duration, from zero to {@code maxDelay}
     */
    public Duration retryDelay(int status, @Nullable String retryAfter, @Nullable String date) {
        boolean limited = isRateLimited(status)
                && RetryDelay.isRateLimited(status, retryAfter, date, settings.clock.currentTimeMillis());
        return limited
                ? Duration.ofNanos(Math.min(hintNanos(retryAfter, date), settings.maxDelayNanos))
                : Duration.ZERO;
    }

    /**
     * Returns for how long calls are held back from now. Of a hold that is longer than {@code maxDelay} one call looks each time
     * that has passed whether the server still means it.
     *
     * @return the duration, zero where none are
     */
    public Duration heldFor() {
        return Duration.ofNanos(heldForNanos());
    }

    /** Lets calls through again at once, whatever the server asked for. Those that wait already wait on. */
    public void release() {
        for (Hold current = hold; current != null; current = hold) {
            if (endHold(current)) {
                return;
            }
        }
    }

    /** Name and settings, for logs. */
    @Override
    public String toString() {
        return "RateLimiter[" + settings.name + ", " + settings + "]";
    }

    LimiterSettings settings() {
        return settings;
    }

    /** How often this client calls by its own will, or null where it is not limited. */
    @Nullable
    Quota quota() {
        return quota;
    }

    /** Why a call is not made now, for all that is known. */
    RateLimitedException rejection() {
        return quota == null || heldForNanos() > 0 ? heldBack() : usedUp(quota);
    }

    RateLimitedException heldBack() {
        return new RateLimitedException(settings.name, heldForNanos(), false);
    }

    RateLimitedException usedUp(Quota quota) {
        return new RateLimitedException(settings.name, quota.waitAfter(0), true);
    }

    /** What the server asked for, however long, or the default delay. */
    long hintNanos(@Nullable String retryAfter, @Nullable String date) {
        return orDefault(
                settings.respectRetryAfter
                        ? RetryAfter.parseNanos(retryAfter, date, settings.clock.currentTimeMillis())
                        : RetryAfter.NONE);
    }

    /** The same, of all that an answer may say it with. */
    <R> long hintNanos(@Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        return orDefault(
                settings.respectRetryAfter
                        ? RetryDelay.nanos(hint, answer, settings.clock.currentTimeMillis())
                        : RetryAfter.NONE);
    }

    private long orDefault(long hint) {
        return hint == RetryAfter.NONE ? settings.defaultDelayNanos : hint;
    }

    /** Holds calls back from now on, unless they are held back for longer already. */
    void holdFor(long nanos) {
        long now = settings.clock.nanoTime();
        long until = now + nanos;
        long look = now + Math.min(nanos, settings.maxDelayNanos);
        for (Hold current = currentHold();
                current == null || current.looked || until - current.until > 0;
                current = currentHold()) {
            long since = current == null ? now : current.since;
            if (replace(current, new Hold(until, nanos, since, look, false), nanos)) {
                return;
            }
        }
    }

    /**
     * Lets one call through a hold that is longer than any wait that is accepted, where it has lasted as long as one.
     *
     * @return the hold as that call leaves it, which stands for its right to look; null where it must not
     */
    @Nullable
    Hold look(Hold current) {
        if (!mayLook(current)) {
            return null;
        }
        Hold looked = current.lookedAt(settings.clock.nanoTime() + settings.maxDelayNanos);
        return put(current, looked, null) ? looked : null;
    }

    boolean mayLook(Hold current) {
        long now = settings.clock.nanoTime();
        return now - current.look >= 0 && current.until - now > settings.maxDelayNanos;
    }

    /** A look has brought nothing: another call may look at once. */
    void giveLookBack(Hold looked) {
        put(looked, looked.lookedAt(settings.clock.nanoTime()), null);
    }

    /** Ends a hold, unless another is in its place; returns whether it does. */
    boolean endHold(Hold ended) {
        long end = remaining(ended) > 0 ? settings.clock.nanoTime() : ended.until;
        return replace(ended, null, end - ended.since);
    }

    /** The hold in force, or null; ends one whose time is over. */
    @Nullable
    Hold currentHold() {
        Hold current = hold;
        if (current == null || remaining(current) > 0) {
            return current;
        }
        replace(current, null, current.until - current.since);
        return hold;
    }

    /**
     * Begins, extends or ends a hold, unless another thread has done something about it before; returns whether it does.
     *
     * @param nanos for how long calls are held back, or were, for the listener
     */
    private boolean replace(@Nullable Hold known, @Nullable Hold next, long nanos) {
        Notice notice = settings.notices == null ? null : new Notice(new HoldEvent(settings.name, nanos), next != null);
        return put(known, next, notice);
    }

    private boolean put(@Nullable Hold known, @Nullable Hold next, @Nullable Notice notice) {
        Notices notices = settings.notices;
        synchronized (settings) {
            if (hold != known) {
                return false;
            }
            // No call from here to the end, as where a breaker changes its state.
            hold = next;
            if (notices == null || notice == null) {
                return true;
            }
            if (notices.last == null) {
                notices.first = notice;
            } else {
                notices.last.next = notice;
            }
            notices.last = notice;
        }
        notices.tell();
        return true;
    }

    long heldForNanos() {
        Hold current = hold;
        return current == null ? 0 : Math.max(0, remaining(current));
    }

    long remaining(Hold current) {
        return current.until - settings.clock.nanoTime();
    }
}
