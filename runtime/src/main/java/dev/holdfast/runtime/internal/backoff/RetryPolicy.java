package dev.holdfast.runtime.internal.backoff;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.failure.NamedFailures;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.RandomSource;
import java.time.Duration;
import java.util.Arrays;

/** The implementation of {@link ExponentialBackoff}. */
public final class RetryPolicy implements ExponentialBackoff {

    /**
     * The size of the table of delays. With the defaults, the seventh is the maximum; beyond the table they are
     * computed.
     */
    private static final int TABLE = 64;

    /** The maximum number of links drawn in a decorrelated chain, which no longer depends on its beginning by then. */
    private static final int CHAIN = 64;

    private final int maxAttempts;
    private final long baseDelay;
    private final long maxDelay;
    private final double factor;
    private final Jitter jitter;
    private final Class<?>[] retryOn;
    private final Class<?>[] abortOn;
    private final StatusSet retryStatuses;
    private final long deadline;
    private final RandomSource random;

    /**
     * Delays by attempt, before jitter. If shorter than {@link #TABLE}, the last one applies to all further attempts.
     */
    private final long[] delays;

    RetryPolicy(BackoffDraft draft, RandomSource random) {
        this.maxAttempts = draft.maxAttempts;
        this.baseDelay = draft.baseDelay;
        this.maxDelay = draft.maxDelay;
        this.factor = draft.factor;
        this.jitter = draft.jitter;
        this.retryOn = draft.retryOn;
        this.abortOn = draft.abortOn;
        this.retryStatuses = draft.retryStatuses;
        this.deadline = draft.deadline;
        this.random = random;
        this.delays = delays();
    }

    private RetryPolicy(RetryPolicy other, Class<?>[] retryOn) {
        this.maxAttempts = other.maxAttempts;
        this.baseDelay = other.baseDelay;
        this.maxDelay = other.maxDelay;
        this.factor = other.factor;
        this.jitter = other.jitter;
        this.retryOn = retryOn;
        this.abortOn = other.abortOn;
        this.retryStatuses = other.retryStatuses;
        this.deadline = other.deadline;
        this.random = other.random;
        this.delays = other.delays;
    }

    @Override
    public Duration calculateDelay(int attempt) {
        return Duration.ofNanos(delayNanos(attempt, random));
    }

    @Override
    public int maxAttempts() {
        return maxAttempts;
    }

    @Override
    public boolean isRetryable(Throwable failure) {
        Class<?> bound =
                failure instanceof ResilienceException ? ResilienceException.class : NamedFailures.mostGeneral(failure);
        for (Class<?> retried : retryOn) {
            if (bound.isAssignableFrom(retried) && retried.isInstance(failure)) {
                return !isAborted(failure);
            }
        }
        return false;
    }

    @Override
    public boolean isRetryable(int status) {
        return retryStatuses.contains(status);
    }

    /** Returns the settings, named as in the annotation. */
    @Override
    public String toString() {
        return "ExponentialBackoff[maxAttempts=" + maxAttempts + ", baseDelay=" + DurationText.of(baseDelay)
                + ", maxDelay="
                + DurationText.of(maxDelay) + ", factor=" + factor + ", jitter=" + jitter + ", retryStatuses="
                + retryStatuses + "]";
    }

    /** The same as {@link #calculateDelay}, in nanoseconds and with the random numbers of the caller's context. */
    public long delayNanos(int attempt, RandomSource random) {
        long delay = cap(attempt);
        if (jitter == Jitter.NONE) {
            return delay;
        }
        if (jitter == Jitter.EQUAL) {
            long half = delay / 2;
            return delay - half + uniform(half, random);
        }
        return jitter == Jitter.DECORRELATED ? decorrelated(attempt, random) : uniform(delay, random);
    }

    /** Returns the same backoff for other exceptions. */
    public RetryPolicy retryingOn(Class<?>[] classes) {
        return new RetryPolicy(this, classes);
    }

    /** Returns whether {@code abortOn} matches, which takes precedence over any status. */
    public boolean isAborted(Throwable failure) {
        for (Class<?> aborting : abortOn) {
            if (aborting.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the lowest retryable status, or Integer.MAX_VALUE for none. */
    public int lowestStatus() {
        return retryStatuses.lowest();
    }

    /** Returns the maximum delay, which also limits a server's requested delay without a limiter. */
    public long maxDelayNanos() {
        return maxDelay;
    }

    /** Returns the time for all attempts and waits, or 0 for no deadline. */
    public long deadlineNanos() {
        return deadline;
    }

    private long[] delays() {
        long[] table = new long[TABLE];
        int size = 0;
        boolean constant = false;
        while (size < TABLE && !constant) {
            table[size] = compute(size);
            constant = table[size] == maxDelay || factor == 1.0 || baseDelay == 0;
            size++;
        }
        return Arrays.copyOf(table, size);
    }

    private long cap(int attempt) {
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt is " + attempt + ", must be 0 or more");
        }
        if (attempt < delays.length) {
            return delays[attempt];
        }
        return delays.length < TABLE ? delays[delays.length - 1] : compute(attempt);
    }

    private long compute(int attempt) {
        return Nanos.multiply(baseDelay, Math.pow(factor, attempt), maxDelay);
    }

    /**
     * Draws a new chain for each delay: calls share the policy, and the delay of one must not lengthen that of another.
     */
    private long decorrelated(int attempt, RandomSource random) {
        long previous = baseDelay;
        for (int link = Math.min(attempt, CHAIN - 1); link >= 0; link--) {
            // Three times 365 days is far from an overflow.
            previous = Math.min(maxDelay, baseDelay + uniform(3 * previous - baseDelay, random));
        }
        return previous;
    }

    /** Returns a random number from zero to a length, both included. */
    private static long uniform(long length, RandomSource random) {
        return length == 0 ? 0 : random.nextLong(length + 1);
    }
}
