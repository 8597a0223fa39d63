package dev.holdfast.runtime;

import dev.holdfast.annotations.Jitter;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * How often, when and after how long a failed call is tried again.
 *
 * <p>The delay after attempt {@code n}, counted from 0, is {@code min(maxDelay, baseDelay * factor^n)}, spread at random as
 * {@link Jitter} says; no jitter leads past the longest delay. Made by {@link #builder()}, whose defaults are those of
 * {@link dev.holdfast.annotations.Backoff}. Immutable, hence safe for use by many threads and for sharing.
 */
public final class ExponentialBackoff {

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

    ExponentialBackoff(ExponentialBackoffBuilder builder, RandomSource random) {
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

    private ExponentialBackoff(ExponentialBackoff other, Class<?>[] retryOn) {
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

    /**
     * Returns a builder whose defaults are those of {@link dev.holdfast.annotations.Backoff}.
     *
     * @return a new builder
     */
    public static ExponentialBackoffBuilder builder() {
        return new ExponentialBackoffBuilder();
    }

    /**
     * Returns the delay to wait after an attempt, jitter applied: another one each time, unless jitter is
     * {@link Jitter#NONE}. It is from zero to the longest delay for every attempt number, however high, and also beyond
     * {@link #maxAttempts()}.
     *
     * @param attempt the attempt that failed, counted from 0
     * @return the delay, in nanoseconds' resolution
     * @throws IllegalArgumentException if the attempt is negative
     */
    public Duration calculateDelay(int attempt) {
        return Duration.ofNanos(delayNanos(attempt, random));
    }

    /**
     * Returns how many calls are made in all, the first included.
     *
     * @return the number, from 1 to 1,000
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Returns whether a failure that carries no HTTP status may be retried: some class of {@code retryOn} matches it and none
     * of {@code abortOn}. An {@link Error}, {@link InterruptedException}, {@link CancellationException} or
     * {@link ResilienceException} is only matched by a class of {@code retryOn} that is one of these or a subclass.
     *
     * @param failure what was thrown
     * @return whether another attempt may help
     */
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

    /**
     * Returns whether an answer with this HTTP status may be retried. Where there is a status it decides alone, whether the
     * answer was returned or thrown, except that {@code abortOn} wins.
     *
     * @param status any number; what is no HTTP status is not retryable
     * @return whether another attempt may help
     */
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
    long delayNanos(int attempt, RandomSource random) {
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
    ExponentialBackoff retryingOn(Class<?>[] classes) {
        return new ExponentialBackoff(this, classes);
    }

    /** Returns whether {@code abortOn} matches: then not even a status has a retry. */
    boolean isAborted(Throwable failure) {
        for (Class<?> aborting : abortOn) {
            if (aborting.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the lowest retryable status, or Integer.MAX_VALUE for none: what is below needs no further look. */
    int lowestStatus() {
        return retryStatuses.lowest();
    }

    /** Returns the longest delay: the longest wait, too, that a server may name where no limiter says so. */
    long maxDelayNanos() {
        return maxDelay;
    }

    /** Returns the budget of all attempts and waits, or 0 for none. */
    long deadlineNanos() {
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
