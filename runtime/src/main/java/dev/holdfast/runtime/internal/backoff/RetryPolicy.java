package dev.holdfast.runtime.internal.backoff;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.spi.RandomSource;
import java.time.Duration;

/** The implementation of {@link ExponentialBackoff}. */
public final class RetryPolicy implements ExponentialBackoff {

    /** The maximum number of links drawn in a decorrelated chain, which no longer depends on its beginning by then. */
    private static final int CHAIN = 64;

    /** Replaced by new ones as a whole, so what needs several of them reads this once. */
    private volatile BackoffSettings settings;

    /** Asked for random numbers only when there is a delay. */
    private final Context context;

    RetryPolicy(BackoffSettings settings, Context context) {
        this.settings = settings;
        this.context = context;
    }

    void settings(BackoffSettings next) {
        settings = next;
    }

    @Override
    public Duration calculateDelay(int attempt) {
        return Duration.ofNanos(delayNanos(attempt, context.random()));
    }

    @Override
    public int maxAttempts() {
        return isOff() ? 1 : settings.maxAttempts;
    }

    @Override
    public boolean isRetryable(Throwable failure) {
        return isRetryable(failure, mostGeneral(failure));
    }

    /** The same for an exception that is neither a rejection nor an interrupt, as its causes have shown. */
    public boolean isRetryableAnswer(Throwable failure) {
        return isRetryable(failure, Interrupts.mostGeneralOfAnswer(failure));
    }

    private boolean isRetryable(Throwable failure, Class<?> bound) {
        BackoffSettings now = settings;
        for (Class<?> retried : now.isOff() ? BackoffSettings.NONE : now.retryOn) {
            if (bound.isAssignableFrom(retried) && retried.isInstance(failure)) {
                return !isAborted(failure);
            }
        }
        return false;
    }

    private static Class<?> mostGeneral(Throwable failure) {
        return failure instanceof ResilienceException ? ResilienceException.class : Interrupts.mostGeneral(failure);
    }

    @Override
    public boolean isRetryable(int status) {
        BackoffSettings now = settings;
        return !now.isOff() && now.retryStatuses.contains(status);
    }

    /** Returns the settings, named as in the annotation. */
    @Override
    public String toString() {
        BackoffSettings now = settings;
        return "ExponentialBackoff[maxAttempts=" + now.maxAttempts + ", baseDelay=" + DurationText.of(now.baseDelay)
                + ", maxDelay=" + DurationText.of(now.maxDelay) + ", factor=" + now.factor + ", jitter=" + now.jitter()
                + ", retryStatuses=" + now.retryStatuses + "]";
    }

    /** The same as {@link #calculateDelay}, in nanoseconds and with the random numbers of the caller's context. */
    public long delayNanos(int attempt, RandomSource random) {
        BackoffSettings now = settings;
        long delay = cap(now, attempt);
        Jitter jitter = now.jitter();
        if (jitter == Jitter.NONE) {
            return delay;
        }
        if (jitter == Jitter.EQUAL) {
            long half = delay / 2;
            return delay - half + uniform(half, random);
        }
        return jitter == Jitter.DECORRELATED ? decorrelated(now, attempt, random) : uniform(delay, random);
    }

    /** Returns whether overrides have switched it off, but for its deadline: there is one attempt. */
    public boolean isOff() {
        return settings.isOff();
    }

    /** Returns the same backoff for other exceptions. */
    public RetryPolicy retryingOn(Class<?>[] classes) {
        return new RetryPolicy(settings.retryingOn(classes), context);
    }

    /** Returns whether {@code abortOn} matches, which takes precedence over any status. */
    public boolean isAborted(Throwable failure) {
        for (Class<?> aborting : settings.abortOn) {
            if (aborting.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the lowest retryable status, or Integer.MAX_VALUE for none. */
    public int lowestStatus() {
        return settings.retryStatuses.lowest();
    }

    /** Returns the maximum delay, which also limits a server's requested delay without a limiter. */
    public long maxDelayNanos() {
        return settings.maxDelay;
    }

    /** Returns the time for all attempts and waits, or 0 for no deadline. */
    public long deadlineNanos() {
        return settings.deadline;
    }

    /** Returns a delay before jitter. Not from a table, since a client would keep it for the few calls that fail. */
    private static long cap(BackoffSettings now, int attempt) {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt is " + attempt + ", must be 0 or more");
        }
        double growth = now.factor == 2.0 && attempt < Long.SIZE - 1 ? 1L << attempt : Math.pow(now.factor, attempt);
        return Nanos.multiply(now.baseDelay, growth, now.maxDelay);
    }

    /**
     * Draws a new chain for each delay: calls share the policy, and the delay of one must not lengthen that of another.
     */
    private static long decorrelated(BackoffSettings now, int attempt, RandomSource random) {
        long previous = now.baseDelay;
        for (int link = Math.min(attempt, CHAIN - 1); link >= 0; link--) {
            // Three times 365 days is far from an overflow.
            previous = Math.min(now.maxDelay, now.baseDelay + uniform(3 * previous - now.baseDelay, random));
        }
        return previous;
    }

    /** Returns a random number from zero to a length, both included. */
    private static long uniform(long length, RandomSource random) {
        return length == 0 ? 0 : random.nextLong(length + 1);
    }
}
