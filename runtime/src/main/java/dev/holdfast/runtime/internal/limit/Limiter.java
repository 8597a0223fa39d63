package dev.holdfast.runtime.internal.limit;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.internal.context.EventQueue;
import dev.holdfast.runtime.internal.context.QueuedEvent;
import dev.holdfast.runtime.internal.http.RetryAfter;
import dev.holdfast.runtime.internal.http.RetryDelay;
import dev.holdfast.runtime.spi.RandomSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link RateLimiter}: the hold in force, and the quota. */
public final class Limiter implements RateLimiter {

    /** In place of a time: an attempt would be rejected. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The first settings. */
    private final Object lock;

    private final @Nullable Quota quota;

    /** Replaced by new ones as a whole, so what needs several of them reads this once. */
    private volatile LimiterSettings settings;

    /**
     * The hold in force. Written with the lock held. A field, because an {@code AtomicReference} would cost every
     * call another read.
     */
    public volatile @Nullable Hold hold;

    Limiter(LimiterSettings settings) {
        this.lock = settings;
        this.settings = settings;
        this.quota = settings.newQuota();
    }

    /** Puts other settings in force. The hold and the places that were taken stay as they are. */
    void settings(LimiterSettings next) {
        settings = next;
        if (quota != null) {
            next.adjust(quota);
        }
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean isRateLimited(int status) {
        LimiterSettings now = settings;
        return !now.isOff() && now.statuses.contains(status);
    }

    @Override
    public Duration retryDelay(int status, @Nullable String retryAfter) {
        return retryDelay(status, retryAfter, null);
    }

    @Override
    public Duration retryDelay(int status, @Nullable String retryAfter, @Nullable String date) {
        LimiterSettings now = settings;
        boolean limited = isRateLimited(status)
                && RetryDelay.isRateLimited(status, retryAfter, date, now.clock.currentTimeMillis());
        return limited
                ? Duration.ofNanos(Math.min(requestedNanos(now, retryAfter, date), now.maxDelayNanos))
                : Duration.ZERO;
    }

    @Override
    public Duration heldFor() {
        return Duration.ofNanos(heldForNanos());
    }

    @Override
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
        return "RateLimiter[" + settings.name() + ", " + settings + "]";
    }

    /** Returns the quota, or null for none. */
    public @Nullable Quota quota() {
        return quota;
    }

    /** Returns whether each attempt needs a place in a quota. */
    public boolean hasQuota() {
        return quota != null;
    }

    /** Takes a place in the quota if an attempt need not wait for it; returns true without a quota. */
    public boolean tryTakePlace() {
        return quota == null || quota.tryTake();
    }

    /** Takes the first place in the quota; returns null if the wait for it is too long. */
    public Quota.@Nullable Place takePlace(long longestWait) {
        return quota == null ? null : quota.take(longestWait);
    }

    /** Returns the wait of an attempt for a place in the quota, as far as is known now. */
    public long placeWait() {
        return quota == null ? 0 : quota.waitAfter(0);
    }

    /** Returns the lowest status that can mean a rate limit. */
    public int lowestStatus() {
        return settings.statuses.lowest();
    }

    /** Returns the number of attempts where no backoff sets it. */
    public int maxAttempts() {
        return isOff() ? 1 : settings.maxAttempts;
    }

    /** Returns the longest hold, and the longest requested delay, that a call waits for. */
    public long maxDelayNanos() {
        return settings.maxDelayNanos;
    }

    /** Returns the longest wait for a place in the quota. */
    public long maxWaitNanos() {
        return settings.maxWaitNanos;
    }

    /** Returns whether overrides have switched it off: it holds nothing back. */
    public boolean isOff() {
        return settings.isOff();
    }

    /** Returns whether hints of answers are read. */
    public boolean respectsRetryAfter() {
        return isOff() || settings.respectRetryAfter;
    }

    /** Returns whether an answer with no quota left holds calls back, though it is no rate limit. */
    public boolean obeysServiceLimits() {
        return settings.shared && settings.respectRetryAfter;
    }

    /** Returns a requested delay, cut to the longest one where the limiter clamps, or {@link #NEVER} where it is too long. */
    public long accepted(long nanos) {
        return settings.accepted(nanos);
    }

    /**
     * Holds calls back for the delay that a rate-limit answer asks for, if holds are shared; returns what {@link #accepted} does
     * for it.
     */
    public <A> long beginHold(@Nullable RateLimitHint<? super A> hint, @Nullable A answer) {
        LimiterSettings now = settings;
        long requested = now.clamped(requestedNanos(now, hint, answer));
        if (now.shared && requested > 0) {
            holdFor(requested);
        }
        return now.accepted(requested);
    }

    /**
     * Begins a hold after an answer that is no rate limit but says that nothing remains.
     *
     * <p>The server has not refused anything yet, and may be one of several, so the hold is no longer than the longest
     * wait.
     */
    public void holdAfterUsedUp(long nanos) {
        holdFor(Math.min(nanos, settings.maxDelayNanos));
    }

    /**
     * Returns the nanoseconds from now until an attempt after a delay could be let through, or {@link #NEVER} where it would be
     * rejected.
     */
    public long untilAdmitted(long delay) {
        long until = delay;
        if (quota != null) {
            long wait = quota.waitAfter(delay);
            if (wait > settings.maxWaitNanos) {
                return NEVER;
            }
            until += wait;
        }
        Hold current = currentHold();
        if (current == null) {
            return until;
        }
        long remaining = remaining(current);
        return remaining - delay > settings.maxDelayNanos ? NEVER : Math.max(until, remaining);
    }

    /** Returns the rejection of a call by the hold, or else by the quota. */
    public RateLimitedException rejection() {
        return quota == null || heldForNanos() > 0 ? holdRejection() : quotaRejection();
    }

    public RateLimitedException holdRejection() {
        return RateLimitedException.heldBack(settings.name(), heldForNanos());
    }

    public RateLimitedException quotaRejection() {
        return RateLimitedException.quotaUsedUp(settings.name(), placeWait());
    }

    /** Returns the requested delay, however long, or the default delay. */
    long requestedNanos(@Nullable String retryAfter, @Nullable String date) {
        return requestedNanos(settings, retryAfter, date);
    }

    private static long requestedNanos(LimiterSettings now, @Nullable String retryAfter, @Nullable String date) {
        return orDefault(
                now,
                now.respectRetryAfter
                        ? RetryAfter.parseNanos(retryAfter, date, now.clock.currentTimeMillis())
                        : RetryAfter.NONE);
    }

    /** The same, from all headers and hints of an answer. */
    private static <R> long requestedNanos(
            LimiterSettings now, @Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        return orDefault(
                now,
                now.respectRetryAfter
                        ? RetryDelay.nanos(hint, answer, now.clock.currentTimeMillis())
                        : RetryAfter.NONE);
    }

    private static long orDefault(LimiterSettings now, long hint) {
        return hint == RetryAfter.NONE ? now.defaultDelayNanos : hint;
    }

    /** Begins a hold, unless a longer one is in force. */
    public void holdFor(long nanos) {
        long now = settings.clock.nanoTime();
        long until = now + nanos;
        long nextCheck = now + Math.min(nanos, settings.maxDelayNanos);
        for (Hold current = currentHold();
                !isOff() && (current == null || current.checked || until - current.until > 0);
                current = currentHold()) {
            long since = current == null ? now : current.since;
            if (replace(current, new Hold(until, nanos, since, nextCheck, false), nanos)) {
                return;
            }
        }
    }

    /**
     * Lets one call through a hold that is longer than the maximum delay, to check it, each time that delay has passed.
     *
     * @return the hold in its new form, which is the call's right to check it; null if the call must not
     */
    public @Nullable Hold tryCheck(Hold current) {
        if (!mayCheck(current)) {
            return null;
        }
        Hold checked = current.withNextCheck(settings.clock.nanoTime() + settings.maxDelayNanos);
        return put(current, checked, null) ? checked : null;
    }

    public boolean mayCheck(Hold current) {
        long now = settings.clock.nanoTime();
        return now - current.nextCheck >= 0 && current.until - now > settings.maxDelayNanos;
    }

    /** Ends a check without a result: another call may check at once. */
    public void giveCheckBack(Hold checked) {
        put(checked, checked.withNextCheck(settings.clock.nanoTime()), null);
    }

    /** Gives back what was taken for an attempt that will not be made. */
    public void giveBack(@Nullable Hold checked, Quota.@Nullable Place place) {
        if (checked != null) {
            giveCheckBack(checked);
        }
        if (place != null && quota != null) {
            quota.giveBack(place);
        }
    }

    /** Returns a random addition to the wait for the end of a hold, which may be longer than the longest wait. */
    public long jitter(Hold current, RandomSource random) {
        return Hold.jitter(Math.min(current.nanos, settings.maxDelayNanos), random);
    }

    /** Ends a hold, unless another has replaced it; returns whether it did. */
    public boolean endHold(Hold ended) {
        long end = remaining(ended) > 0 ? settings.clock.nanoTime() : ended.until;
        return replace(ended, null, end - ended.since);
    }

    /** Returns the hold in force, or null; ends a hold whose time is over, and any if overrides have switched the limiter off. */
    public @Nullable Hold currentHold() {
        Hold current = hold;
        if (current == null || (!isOff() && remaining(current) > 0)) {
            return current;
        }
        endHold(current);
        return hold;
    }

    /**
     * Begins, extends or ends a hold, unless another thread was faster; returns whether it did.
     *
     * @param nanos the length of the hold, for the listener
     */
    private boolean replace(@Nullable Hold known, @Nullable Hold next, long nanos) {
        QueuedEvent event = settings.eventQueue == null ? null : QueuedHold.of(settings.name(), nanos, next != null);
        return put(known, next, event);
    }

    private boolean put(@Nullable Hold known, @Nullable Hold next, @Nullable QueuedEvent event) {
        EventQueue eventQueue = settings.eventQueue;
        synchronized (lock) {
            if (hold != known) {
                return false;
            }
            // No method call from here to the end, as in Breaker.transition.
            hold = next;
            if (eventQueue == null || event == null) {
                return true;
            }
            if (eventQueue.last == null) {
                eventQueue.first = event;
            } else {
                eventQueue.last.next = event;
            }
            eventQueue.last = event;
        }
        eventQueue.deliver();
        return true;
    }

    public long heldForNanos() {
        Hold current = hold;
        return current == null || isOff() ? 0 : Math.max(0, remaining(current));
    }

    public long remaining(Hold current) {
        return current.until - settings.clock.nanoTime();
    }
}
