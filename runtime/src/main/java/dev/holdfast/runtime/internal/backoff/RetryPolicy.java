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

/** The RetryPolicy of the runtime. */
public final class RetryPolicy implements ExponentialBackoff {

    /** Delays kept ready. With the defaults the longest is reached at the seventh; beyond the table they are computed. */
    private static final int TABLE = 64;

    /** Links of a decorrelated chain that are drawn at most: by then it has long settled and forgotten where it began. */
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

    /** Delays by attempt, before jitter. Shorter than {@link #TABLE}: the last one holds for all further attempts. */
    private final long[] delays;

    RetryPolicy(BackoffDraft builder, RandomSource random) {
        this.maxAttempts = builder.maxAttempts;
        this.baseDelay = builder.baseDelay;
        this.maxDelay = builder.maxDelay;
        this.factor = builder.factor;
        this.jitter = builder.jitter;
        this.retryOn = builder.retryOn;
        this.abortOn = builder.abortOn;
        this.retryStatuses = builder.retryStatuses;
        this.deadline = builder.deadline;
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

    /** Returns the settings, in the words of the annotation. */
    @Override
    public String toString() {
        return "ExponentialBackoff[maxAttempts=" + maxAttempts + ", baseDelay=" + DurationText.of(baseDelay)
                + ", maxDelay="
                + DurationText.of(maxDelay) + ", factor=" + factor + ", jitter=" + jitter + ", retryStatuses="
                + retryStatuses + "]";
    }

    /** The same as {@link #calculateDelay}, in nanoseconds and with the random numbers of a caller's context. */
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

    /** Returns whether {@code abortOn} matches: then not even a status has a retry. */
    public boolean isAborted(Throwable failure) {
        for (Class<?> aborting : abortOn) {
            if (aborting.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the lowest retryable status, or Integer.MAX_VALUE for none: what is below needs no further look. */
    public int lowestStatus() {
        return retryStatuses.lowest();
    }

    /** Returns the longest delay: the longest wait, too, that a server may name where no limiter says so. */
    public long maxDelayNanos() {
        return maxDelay;
    }

    /** Returns the budget of all attempts and waits, or 0 for none. */
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
     * Draws a chain of its own for each call: a policy is shared by all calls, and what one of them waited must not lengthen
     * the wait of another.
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
