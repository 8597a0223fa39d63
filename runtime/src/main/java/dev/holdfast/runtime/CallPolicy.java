package dev.holdfast.runtime;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.RateLimitHint;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one kind of call, apart from how waiting is done: what its breaker is told, whether it is tried again
 * and after how long. Immutable; shared by all calls.
 */
final class CallPolicy {

    /** Instead of a delay: the answer is final. */
    static final long STOP = -1;

    final String call;
    final @Nullable CircuitBreaker breaker;
    final @Nullable ExponentialBackoff backoff;
    final @Nullable RateLimiter limiter;
    final Clock clock;
    final Sleeper sleeper;
    final Holdfast context;
    final Timer timer;
    final Executor executor;
    final RandomSource random;
    final Events events;

    /** A status below this means nothing to any of the policies. */
    final int lowestNotable;

    private final int maxAttempts;

    /** For all attempts and waits, in nanoseconds; 0 for none. */
    private final long budget;

    CallPolicy(
            String call,
            @Nullable CircuitBreaker breaker,
            @Nullable ExponentialBackoff backoff,
            @Nullable RateLimiter limiter,
            Holdfast holdfast) {
        this.call = call;
        this.breaker = breaker;
        this.backoff = backoff;
        this.limiter = limiter;
        this.clock = holdfast.clock();
        this.sleeper = holdfast.sleeper();
        this.context = holdfast;
        this.timer = holdfast.timer();
        this.executor = holdfast.executor();
        this.random = holdfast.random();
        this.events = holdfast.events();
        int lowest = limiter == null
                ? Integer.MAX_VALUE
                : limiter.settings().statuses.lowest();
        lowest = Math.min(lowest, backoff == null ? Integer.MAX_VALUE : backoff.lowestStatus());
        this.lowestNotable = Math.min(
                lowest, breaker == null ? Integer.MAX_VALUE : breaker.settings().lowestFailureStatus());
        int attempts = limiter == null ? 1 : limiter.settings().maxAttempts;
        this.maxAttempts = backoff == null ? attempts : backoff.maxAttempts();
        this.budget = backoff == null ? 0 : backoff.deadlineNanos();
    }

    /** Whether any policy has something to do about an answer of this status. */
    boolean isNotable(int status) {
        return isRateLimited(status) || isFailure(status) || isRetryable(status);
    }

    /** Tells the breaker of an exception and returns the wait before the next attempt, or {@link #STOP}. */
    <E extends Throwable> long afterFailure(
            Permit permit, int attempt, long deadline, E failure, int status, @Nullable RateLimitHint<? super E> hint) {
        record((BreakerPermit) permit, failure, status);
        long delay = STOP;
        if (limiter != null && limiter.isRateLimited(status)) {
            delay = limitedDelay(limiter, attempt, Hints.retryAfter(hint, failure), Hints.date(hint, failure));
        } else if (status != RateLimitHint.NO_STATUS ? isRetryable(status) : isRetryable(failure)) {
            delay = ownDelay(attempt);
        }
        // What the user calls hopeless is, whatever the answer says; but a server's wish still counts for other calls.
        boolean aborted = backoff != null && backoff.isAborted(failure);
        return conclude(attempt, deadline, failure, status, aborted ? STOP : delay);
    }

    /** Tells the breaker of a result that is not good and returns the wait before the next attempt, or {@link #STOP}. */
    <R> long afterResult(
            Permit permit,
            int attempt,
            long deadline,
            @Nullable R result,
            int status,
            @Nullable RateLimitHint<? super R> hint,
            boolean retry,
            boolean failure) {
        if (!isRateLimited(status) && (failure || isFailure(status))) {
            permit.failed();
        } else {
            permit.succeeded();
        }
        long delay = STOP;
        if (limiter != null && limiter.isRateLimited(status)) {
            delay = limitedDelay(limiter, attempt, Hints.retryAfter(hint, result), Hints.date(hint, result));
        } else if ((retry && backoff != null) || isRetryable(status)) {
            delay = ownDelay(attempt);
        }
        return conclude(attempt, deadline, null, status, delay);
    }

    /** When the budget of a call that begins now is used up. */
    long deadline() {
        if (budget == 0) {
            return TimedPermit.NO_DEADLINE;
        }
        long end = clock.nanoTime() + budget;
        // A clock may well read what stands for no deadline; a nanosecond less does no harm.
        return end == TimedPermit.NO_DEADLINE ? end - 1 : end;
    }

    boolean overruns(long delay, long deadline) {
        return deadline != TimedPermit.NO_DEADLINE && clock.nanoTime() + delay - deadline > 0;
    }

    /** Where an answer carries a status, that decides: one that is no failure shows a server that is alive. */
    private void record(BreakerPermit permit, Throwable failure, int status) {
        if (breaker == null) {
            return;
        }
        if (status == RateLimitHint.NO_STATUS) {
            permit.failed(failure);
        } else if (breaker.settings().isNeutral(failure)) {
            permit.release();
        } else if (isFailure(status) && !isRateLimited(status)) {
            permit.failedBecause(failure);
        } else {
            permit.succeeded();
        }
    }

    private boolean isRateLimited(int status) {
        return limiter != null && limiter.isRateLimited(status);
    }

    private boolean isFailure(int status) {
        return breaker != null && breaker.settings().isFailure(status);
    }

    private boolean isRetryable(int status) {
        return backoff != null && backoff.isRetryable(status);
    }

    private boolean isRetryable(Throwable failure) {
        return backoff != null
                && backoff.isRetryable(failure)
                && !(failure instanceof IOException && Interrupts.calledOff(failure));
    }

    private long ownDelay(int attempt) {
        return backoff == null ? 0 : backoff.delayNanos(attempt - 1, random);
    }

    /** The server's wish counts for other calls even where this one has no attempt left. */
    private long limitedDelay(RateLimiter limiter, int attempt, @Nullable String retryAfter, @Nullable String date) {
        LimiterSettings settings = limiter.settings();
        long hint = limiter.hintNanos(retryAfter, date);
        boolean beyond = hint > settings.maxDelayNanos;
        if (beyond && settings.beyondMaxDelay == BeyondMaxDelay.CLAMP) {
            hint = settings.maxDelayNanos;
            beyond = false;
        }
        if (settings.shared && hint > 0) {
            limiter.holdFor(hint);
        }
        return beyond ? STOP : Math.max(hint, ownDelay(attempt)) + Hold.spread(hint, random);
    }

    private long conclude(int attempt, long deadline, @Nullable Throwable failure, int status, long delay) {
        if (delay == STOP || attempt >= maxAttempts || isInVain(delay, deadline)) {
            events.gaveUp(call, attempt, failure, status);
            return STOP;
        }
        events.retry(call, attempt, failure, status, delay);
        return delay;
    }

    /** Whether a wait could only end in a rejection or too late, as far as can be known now. */
    private boolean isInVain(long delay, long deadline) {
        if (overruns(delay, deadline) || (breaker != null && breaker.isRejectingFor(0))) {
            return true;
        }
        Hold hold = limiter == null ? null : limiter.currentHold();
        if (limiter == null || hold == null) {
            return false;
        }
        long remaining = limiter.remaining(hold);
        return remaining - delay > limiter.settings().maxDelayNanos || overruns(Math.max(delay, remaining), deadline);
    }
}
