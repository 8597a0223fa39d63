package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.breaker.SharedPermit;
import dev.holdfast.runtime.internal.bulkhead.Places;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.http.FailureHint;
import dev.holdfast.runtime.internal.http.RetryDelay;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.timeout.TimeWatch;
import dev.holdfast.runtime.internal.unit.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one method, and the decisions about its calls: what is reported to the breaker, whether there is a
 * next attempt, and after which delay. Unchanged once it is {@linkplain #complete complete}; shared by all calls.
 */
public final class MethodPolicies {

    /** In place of a delay: the answer is final. */
    static final long STOP = -1;

    /** In place of a requested delay: the answer is no rate limit. */
    private static final long NOT_LIMITED = -1;

    public final String call;

    public @Nullable Breaker breaker;

    public @Nullable RetryPolicy backoff;

    public @Nullable Limiter limiter;

    public @Nullable TimeLimit timeout;

    @Nullable
    BulkheadPermits bulkhead;

    @Nullable
    MethodFallback fallback;

    /** Whether an interrupted wait ends with {@code InterruptedException}. */
    public boolean interruptible;

    /** Whether the hint closes results that are not {@link AutoCloseable}. */
    public boolean discards;

    final Context context;

    /** Whether a listener hears of each call. */
    final boolean isWatched;

    /** Reads refused results and closes dropped ones; null for none. */
    public @Nullable RateLimitHint<Object> resultHint;

    /** Null for none, so that no class is loaded. */
    public FailureHint @Nullable [] failureHints;

    /** The lowest status that matters to any policy. */
    int lowestNotable;

    /** Whether an answer that is no rate limit begins a hold if it says that nothing remains. */
    boolean obeysServiceLimits;

    /** Kept alive by the method, so that new overrides find the client; null without overrides. */
    public @Nullable Object owner;

    public MethodPolicies(String call, Context context) {
        this.call = call;
        this.context = context;
        this.isWatched = context.watchesCalls();
    }

    public void bulkhead(@Nullable Places places) {
        this.bulkhead = places == null ? null : new BulkheadPermits(places);
    }

    /**
     * Sets the fallback.
     *
     * @param handledTypes the types of failures that the fallback's overloads take; empty if one takes any
     */
    public void fallback(@Nullable FallbackPolicy policy, Class<?>[] handledTypes) {
        this.fallback = policy == null ? null : new MethodFallback(policy, handledTypes);
    }

    /** Ends the setup: computes what the policies mean together. Nothing is set after that. */
    public MethodPolicies complete() {
        int lowest = limiter == null ? Integer.MAX_VALUE : limiter.lowestStatus();
        lowest = Math.min(lowest, backoff == null ? Integer.MAX_VALUE : backoff.lowestStatus());
        lowestNotable = Math.min(lowest, breaker == null ? Integer.MAX_VALUE : breaker.lowestFailureStatus());
        obeysServiceLimits = limiter != null && limiter.obeysServiceLimits();
        return this;
    }

    /** Returns whether only the breaker and the hold decide about an attempt, and nobody watches it. */
    boolean isFastPath() {
        return !isWatched && !limitsTime() && bulkhead == null && (limiter == null || !limiter.hasQuota());
    }

    /** Returns whether a status matters to any policy. */
    boolean isNotable(int status) {
        return isRateLimited(status) || isFailure(status) || isRetryable(status);
    }

    /**
     * Reports an answer that is not plainly good, and decides whether there is a next attempt.
     *
     * @param permit of the attempt; used up, even where this throws
     * @return the delay before the next attempt, or {@link #STOP}
     */
    <A extends @Nullable Object> long judge(Permit permit, Answer<A> answer) {
        return isWatched ? WatchedAttempt.judge(this, permit, answer) : decide(permit, answer);
    }

    /** The same, untold. */
    <A extends @Nullable Object> long decide(Permit permit, Answer<A> answer) {
        // The hold comes first, for the next attempt that the breaker lets through.
        long requested = beginHold(permit, answer);
        boolean limited = requested != NOT_LIMITED;
        if (limited && isWatched) {
            WatchedAttempt.of(permit).isLimited = true;
        }
        boolean failed = answer.thrown
                ? recordFailure((BreakerPermit) permit, answer, limited)
                : recordResult(permit, answer, limited);
        if (limiter != null && limited) {
            return retryOrStop(answer, delayAfterRateLimit(answer, requested));
        }
        obeyServiceLimits(answer.status, answer.hint, answer.value);
        boolean retried = isRetried(answer);
        if (!retried && !failed && !answer.wantsRetry) {
            // No rate limit after all: a final answer, without an event.
            return STOP;
        }
        return retryOrStop(answer, retried ? delayAfterFailure(answer) : STOP);
    }

    /** Tells the listener that the call ends with this answer. */
    void gaveUp(Answer<?> answer) {
        context.events().gaveUp(call, answer.attempt, answer.told(), answer.status);
    }

    /** Tells the listener of a rejection, and returns it. */
    ResilienceException rejected(ResilienceException rejection) {
        context.events().rejected(call, rejection);
        return rejection;
    }

    /**
     * Holds calls back for the delay that a rate limit asks for, and returns it, or {@link #NOT_LIMITED}. Where that fails the
     * permit is released.
     */
    private <A extends @Nullable Object> long beginHold(Permit permit, Answer<A> answer) {
        try {
            return limiter != null && isRateLimited(answer)
                    ? limiter.beginHold(answer.hint, answer.value)
                    : NOT_LIMITED;
        } catch (Throwable broken) {
            permit.release();
            throw broken;
        }
    }

    /**
     * Begins a hold if an answer that is no rate limit says that nothing remains. Small and here, since every good answer
     * with a hint comes by.
     */
    <A extends @Nullable Object> void obeyServiceLimits(int status, @Nullable RateLimitHint<? super A> hint, A answer) {
        if (limiter == null || !obeysServiceLimits || status == RateLimitHint.NO_STATUS) {
            return;
        }
        long wait = RetryDelay.usedUpNanos(hint, answer);
        if (wait > 0) {
            limiter.holdAfterUsedUp(wait);
        }
    }

    /** Asks the breaker for the permit of an attempt, counted from 1; returns null where it rejects the call. */
    @Nullable
    BreakerPermit breakerPermit(int attempt) {
        return breaker == null ? SharedPermit.NO_OP : (BreakerPermit) breaker.tryAcquirePermit(limitNanos(attempt));
    }

    /**
     * Adds to a breaker's permit the places that a first attempt needs, if they are free; otherwise releases the permit
     * and returns null. Without a wait, the order of the places makes no difference.
     */
    @Nullable
    Permit withPlaces(Permit permit) {
        Permit held = permit;
        try {
            Permit entered = bulkhead == null ? permit : bulkhead.tryAcquire((BreakerPermit) permit);
            if (entered != null) {
                held = entered;
                if (limiter == null || limiter.tryTakePlace()) {
                    return entered;
                }
            }
        } catch (Throwable broken) {
            // Such as a clock that throws.
            held.release();
            throw broken;
        }
        held.release();
        return null;
    }

    /** Returns whether the fallback handles a failure. */
    boolean answersFor(Throwable failure) {
        return fallback != null && fallback.answersFor(failure);
    }

    /** The same, and tells the listener if it does. */
    boolean fallsBack(Throwable failure) {
        boolean answered = answersFor(failure);
        if (answered) {
            context.events().fellBack(call, failure);
        }
        return answered;
    }

    /** Returns the hint that reads and closes an exception, or null. */
    public @Nullable RateLimitHint<? super Throwable> hint(Throwable failure) {
        return failureHints == null || failure instanceof CallTimeoutException
                ? null
                : FailureHint.find(failureHints, failure);
    }

    /** Returns whether attempts have a time limit, or calls a deadline. */
    boolean limitsTime() {
        return budget() != 0;
    }

    /**
     * Returns the time for all attempts and waits in nanoseconds; 0 for no limit. Only calls with a deadline carry more than a
     * permit, so a call with a timeout gets one that is never over.
     */
    long budget() {
        long deadline = backoff == null ? 0 : backoff.deadlineNanos();
        return deadline == 0 && timeout != null ? Nanos.MAX : deadline;
    }

    /** Returns the exception of a call whose deadline is over. */
    CallTimeoutException deadlineExceeded() {
        return new CallTimeoutException(call, budget(), null);
    }

    /** Returns the longest wait for the closing of an answer, which is at most the time limit of the next attempt. */
    long closingNanos(int nextAttempt, long deadline) {
        long left = Math.min(Closing.PATIENCE, untilDeadline(deadline));
        return timeout == null ? left : timeout.limitNanos(nextAttempt, left);
    }

    /** Returns the deadline of a call that begins now. */
    long deadline() {
        if (!limitsTime()) {
            return TimedPermit.NO_DEADLINE;
        }
        return TimedPermit.deadlineAt(context.clock().nanoTime() + budget());
    }

    /** Returns whether a watch serves for the time limit of an attempt, in place of a task of the timer. */
    boolean watches(long limit) {
        // Not for what is left before a deadline: anything, down to nothing.
        return context.hasSystemTime() && timeout != null && limit >= timeout.limitNanos() && TimeWatch.watches(limit);
    }

    /** Returns the time limit of an attempt, counted from 1; 0 for none. */
    long limitNanos(int attempt) {
        return timeout == null || timeout.isOff() ? 0 : timeout.limitNanos(attempt - 1);
    }

    /** Returns the beginning of a call with a deadline. */
    long startOf(long deadline) {
        return deadline - budget();
    }

    boolean overruns(long delay, long deadline) {
        return deadline < TimedPermit.NO_END && context.clock().nanoTime() + delay - deadline > 0;
    }

    /** Returns the time left before a deadline; Long.MAX_VALUE without one. */
    long untilDeadline(long deadline) {
        return deadline >= TimedPermit.NO_END
                ? Long.MAX_VALUE
                : Math.max(0, deadline - context.clock().nanoTime());
    }

    /**
     * Reports an exception. A status decides: one that is no failure shows a server that is alive.
     *
     * @return true, for an exception is never a good answer
     */
    private boolean recordFailure(BreakerPermit permit, Answer<?> answer, boolean limited) {
        Throwable failure = (Throwable) answer.value;
        if (breaker == null) {
            // For a call that has checked a hold.
            if (!answer.statusDecides(this) || (isRetryable(answer.status) && !limited)) {
                permit.release();
            } else {
                permit.succeeded();
            }
        } else if (answer.noAnswer || breaker.ignores(failure)) {
            permit.release();
        } else {
            boolean byStatus = answer.statusDecides(this);
            if (byStatus ? isFailure(answer.status) && !limited : breaker.monitors(failure)) {
                permit.failedBecause(failure);
            } else if (byStatus) {
                permit.succeeded();
            } else {
                permit.release();
            }
        }
        return true;
    }

    /** Reports a result; returns whether it is a failure. */
    private boolean recordResult(Permit permit, Answer<?> answer, boolean limited) {
        boolean failed = !limited && (answer.isFailure || isFailure(answer.status));
        if (failed) {
            permit.failed();
        } else if (breaker == null && !limited && isRetryable(answer.status)) {
            permit.release();
        } else {
            permit.succeeded();
        }
        return failed;
    }

    private boolean isRetried(Answer<?> answer) {
        if (!answer.thrown) {
            return (answer.wantsRetry && backoff != null && !backoff.isOff()) || isRetryable(answer.status);
        }
        if (backoff == null || answer.statusDecides(this)) {
            return isRetryable(answer.status);
        }
        Throwable failure = (Throwable) answer.value;
        return answer.noAnswer ? backoff.isRetryable(failure) : backoff.isRetryableAnswer(failure);
    }

    private boolean isRateLimited(int status) {
        return limiter != null && limiter.isRateLimited(status);
    }

    private <A extends @Nullable Object> boolean isRateLimited(Answer<A> answer) {
        return isRateLimited(answer.status)
                && RetryDelay.isRateLimited(
                        answer.status,
                        answer.hint,
                        answer.value,
                        context.clock().currentTimeMillis());
    }

    boolean isFailure(int status) {
        return breaker != null && breaker.isFailure(status);
    }

    boolean isRetryable(int status) {
        return backoff != null && backoff.isRetryable(status);
    }

    private long backoffDelay(int attempt) {
        return backoff == null || backoff.isOff() ? 0 : backoff.delayNanos(attempt - 1, context.random());
    }

    /**
     * Returns the delay after an answer that is retried though it is no rate limit, or {@link #STOP}. A delay that the answer
     * names is never cut short: where it is longer than the longest accepted one there is no further attempt.
     */
    private <A extends @Nullable Object> long delayAfterFailure(Answer<A> answer) {
        long own = backoffDelay(answer.attempt);
        if (answer.hint == null || !answer.hasStatus() || (limiter != null && !limiter.respectsRetryAfter())) {
            return own;
        }
        long named =
                RetryDelay.namedNanos(answer.hint, answer.value, context.clock().currentTimeMillis());
        if (named <= 0) {
            return own;
        }
        long max = backoff == null ? 0 : backoff.maxDelayNanos();
        long wait = limiter != null && !limiter.isOff() ? limiter.accepted(named) : named > max ? Limiter.NEVER : named;
        return wait == Limiter.NEVER ? STOP : Math.max(wait, own) + Hold.jitter(wait, context.random());
    }

    private long delayAfterRateLimit(Answer<?> answer, long requested) {
        return requested == Limiter.NEVER
                ? STOP
                : Math.max(requested, backoffDelay(answer.attempt)) + Hold.jitter(requested, context.random());
    }

    /** Tells the listener of the retry, or of its absence. */
    private long retryOrStop(Answer<?> answer, long delay) {
        if (delay == STOP
                || answer.isLast
                || answer.attempt >= maxAttempts()
                || isAborted(answer)
                || isFutile(delay, answer.deadline)) {
            gaveUp(answer);
            return STOP;
        }
        context.events().retry(call, answer.attempt, answer.failure(), answer.status, delay);
        return delay;
    }

    private int maxAttempts() {
        int attempts = limiter == null ? 1 : limiter.maxAttempts();
        return backoff == null || backoff.isOff() ? attempts : backoff.maxAttempts();
    }

    private boolean isAborted(Answer<?> answer) {
        Throwable failure = answer.failure();
        return failure != null && backoff != null && backoff.isAborted(failure);
    }

    /** Returns whether a wait can only end in a rejection, or too late, as far as is known now. */
    private boolean isFutile(long delay, long deadline) {
        if (overruns(delay, deadline) || (breaker != null && breaker.isRejectingFor(0))) {
            return true;
        }
        if (limiter == null) {
            return false;
        }
        long until = limiter.untilAdmitted(delay);
        return until == Limiter.NEVER || overruns(until, deadline);
    }
}
