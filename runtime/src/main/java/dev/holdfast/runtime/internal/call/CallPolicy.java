package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.backoff.RetryPolicy;
import dev.holdfast.runtime.internal.breaker.Breaker;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.context.Context;
import dev.holdfast.runtime.internal.context.Events;
import dev.holdfast.runtime.internal.http.FailureHint;
import dev.holdfast.runtime.internal.http.RetryDelay;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.runtime.internal.limit.Limiter;
import dev.holdfast.runtime.internal.limit.LimiterSettings;
import dev.holdfast.runtime.internal.limit.Quota;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.unit.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one kind of call, apart from how waiting is done: what its breaker is told, whether it is tried again
 * and after how long. Immutable; shared by all calls.
 */
public final class CallPolicy {

    /** Instead of a delay: the answer is final. */
    static final long STOP = -1;

    /** Instead of a wait that a rate limit asks for: the answer is none. */
    private static final long NOT_LIMITED = -1;

    public final String call;
    public final @Nullable Breaker breaker;
    public final @Nullable RetryPolicy backoff;
    public final @Nullable Limiter limiter;
    final @Nullable BulkheadEntrance entrance;
    public final @Nullable TimeLimit timeout;
    public final @Nullable MethodFallback fallback;

    /** Whether a wait that is interrupted says so by {@code InterruptedException}. */
    public final boolean interruptible;

    /** Whether the hint of results lets go of what is not {@link AutoCloseable} itself. */
    public final boolean discards;

    public final Context context;
    public final Events events;

    /** A status below this means nothing to any of the policies. */
    final int lowestNotable;

    /** Whether calls are held back also where an answer that is no rate limit says that nothing remains. */
    final boolean obeysServiceLimits;

    /** Null where there are none, which costs no class then. */
    private final FailureHint @Nullable [] failureHints;

    private final int maxAttempts;

    /** For all attempts and waits, in nanoseconds; 0 for none. */
    private final long budget;

    public CallPolicy(GuardDraft builder, Context holdfast) {
        this.call = builder.call;
        this.breaker = builder.breaker;
        this.backoff = builder.backoff;
        this.limiter = builder.limiter;
        this.entrance = BulkheadEntrance.of(builder.bulkhead);
        this.timeout = builder.timeout;
        this.fallback = builder.fallback == null ? null : new MethodFallback(builder.fallback, builder.handledTypes);
        this.failureHints = builder.failureHints.isEmpty() ? null : builder.failureHints.toArray(new FailureHint[0]);
        this.interruptible = builder.interruptible;
        this.discards = builder.discards;
        this.context = holdfast;
        this.events = holdfast.events();
        int lowest = limiter == null
                ? Integer.MAX_VALUE
                : limiter.settings().statuses.lowest();
        lowest = Math.min(lowest, backoff == null ? Integer.MAX_VALUE : backoff.lowestStatus());
        this.lowestNotable = Math.min(
                lowest, breaker == null ? Integer.MAX_VALUE : breaker.settings().lowestFailureStatus());
        this.obeysServiceLimits = limiter != null && limiter.settings().shared && limiter.settings().respectRetryAfter;
        int attempts = limiter == null ? 1 : limiter.settings().maxAttempts;
        this.maxAttempts = backoff == null ? attempts : backoff.maxAttempts();
        long deadline = backoff == null ? 0 : backoff.deadlineNanos();
        // Only calls with a budget carry more than a permit, so one that has a timeout gets a budget that nobody uses
        // up.
        this.budget = deadline == 0 && timeout != null ? Nanos.MAX : deadline;
    }

    /** Whether an attempt is let through by a breaker and a rate limiter's hold alone, and nothing is measured. */
    boolean isFastPath() {
        return budget == 0 && entrance == null && (limiter == null || limiter.quota() == null);
    }

    /** Whether any policy has something to do about an answer of this status. */
    boolean isNotable(int status) {
        return isRateLimited(status) || isFailure(status) || isRetryable(status);
    }

    /** Tells the breaker of an exception, so that the permit is used up even if this throws, and returns the wait before the next attempt, or {@link #STOP}. */
    <E extends Throwable> long afterFailure(
            Permit permit, int attempt, long deadline, E failure, int status, @Nullable RateLimitHint<? super E> hint) {
        // First the hold, so that whoever the breaker lets through next finds it.
        long requested = requestedDelay(permit, status, hint, failure);
        boolean limited = requested != NOT_LIMITED;
        record((BreakerPermit) permit, failure, status, limited);
        long delay;
        if (limiter != null && limited) {
            delay = delayAfterRateLimit(limiter, attempt, requested);
        } else {
            obeyServiceLimits(status, hint, failure);
            boolean retried = status != RateLimitHint.NO_STATUS ? isRetryable(status) : isRetryable(failure);
            delay = retried ? delayAfterFailure(attempt, status, hint, failure) : STOP;
        }
        // abortOn wins over the answer; the delay a server asks for still holds other calls back.
        boolean aborted = backoff != null && backoff.isAborted(failure);
        return retryOrStop(attempt, deadline, failure, status, aborted ? STOP : delay);
    }

    /** Ends a call in the middle of an attempt of another client, whose time is up: its failure is no matter of the service. */
    void callOff(Permit permit, int attempt, Throwable failure) {
        permit.release();
        events.gaveUp(call, attempt, failure, RateLimitHint.NO_STATUS);
    }

    /** Tells the breaker of a result that is not good, in the same way, and returns the wait before the next attempt, or {@link #STOP}. */
    <R> long afterResult(
            Permit permit,
            int attempt,
            long deadline,
            @Nullable R result,
            int status,
            @Nullable RateLimitHint<? super R> hint,
            boolean retry,
            boolean failure) {
        long requested = requestedDelay(permit, status, hint, result);
        boolean limited = requested != NOT_LIMITED;
        boolean failed = !limited && (failure || isFailure(status));
        if (failed) {
            permit.failed();
        } else if (breaker == null && !limited && isRetryable(status)) {
            permit.release();
        } else {
            permit.succeeded();
        }
        long delay;
        if (limiter != null && limited) {
            delay = delayAfterRateLimit(limiter, attempt, requested);
        } else {
            obeyServiceLimits(status, hint, result);
            boolean retried = (retry && backoff != null) || isRetryable(status);
            if (!retried && !retry && !failed) {
                // No rate limit after all: nothing to tell, as of any other answer that is final.
                return STOP;
            }
            delay = retried ? delayAfterFailure(attempt, status, hint, result) : STOP;
        }
        return retryOrStop(attempt, deadline, null, status, delay);
    }

    /** Holds calls back for as long as a rate limit asks for, and returns that, or {@link #NOT_LIMITED}. Where that can't be told the permit is given back. */
    private <R> long requestedDelay(
            Permit permit, int status, @Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        try {
            return limiter != null && isRateLimited(status, hint, answer) ? hold(limiter, hint, answer) : NOT_LIMITED;
        } catch (Throwable broken) {
            permit.release();
            throw broken;
        }
    }

    /** A server may say with any answer that it has nothing left to give: calls are then held back as by a 429. */
    <R> void obeyServiceLimits(int status, @Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        if (limiter == null || !obeysServiceLimits || status == RateLimitHint.NO_STATUS) {
            return;
        }
        long wait = RetryDelay.usedUpNanos(hint, answer);
        if (wait > 0) {
            // The server has not refused anything yet, and may be one of several: never for longer than a wait that is
            // accepted.
            limiter.holdFor(Math.min(wait, limiter.settings().maxDelayNanos));
        }
    }

    /**
     * Adds to a breaker's permit the places that a first attempt needs and can have without a wait; otherwise the permit is
     * given back, and the answer is null. Where nobody waits, it makes no difference which place is asked for first.
     */
    @Nullable
    Permit withPlaces(Permit permit) {
        Permit held = permit;
        try {
            Permit entered = entrance == null ? permit : entrance.tryEnter((BreakerPermit) permit);
            if (entered != null) {
                held = entered;
                Quota quota = limiter == null ? null : limiter.quota();
                if (quota == null || quota.tryTake()) {
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

    /** Whether the call's fallback answers for a failure, of which the listener is then told. */
    public boolean fallsBack(Throwable failure) {
        boolean answered = fallback != null && fallback.answersFor(failure);
        if (answered) {
            events.fellBack(call, failure);
        }
        return answered;
    }

    /** What reads a status from an exception, and lets go of it; or null. */
    public @Nullable RateLimitHint<? super Throwable> hint(Throwable failure) {
        if (failureHints == null || failure instanceof CallTimeoutException) {
            return null;
        }
        for (FailureHint each : failureHints) {
            if (each.type.isInstance(failure)) {
                return each.hint;
            }
        }
        return null;
    }

    /** Whether there is a limit to the time of attempts, or of calls. */
    boolean limitsTime() {
        return budget != 0;
    }

    /** Why a call ends without another attempt where closing its last answer has used up the deadline. */
    public CallTimeoutException deadlineExceeded() {
        return new CallTimeoutException(call, budget, null);
    }

    /** How long to wait at most until an answer is closed: it must not take more than the next attempt may. */
    long closingNanos(int nextAttempt, long deadline) {
        long left = Math.min(Closing.PATIENCE, untilDeadline(deadline));
        return timeout == null ? left : timeout.limitNanos(nextAttempt, left);
    }

    /** When the budget of a call that begins now is used up. */
    public long deadline() {
        if (budget == 0) {
            return TimedPermit.NO_DEADLINE;
        }
        long end = context.clock().nanoTime() + budget;
        // A clock may well read what stands for no deadline; a nanosecond less does no harm.
        return end == TimedPermit.NO_DEADLINE ? end - 1 : end;
    }

    /** How long an attempt may take, counted from 1, 0 where nothing says so. */
    public long limitNanos(int attempt) {
        return timeout == null ? 0 : timeout.limitNanos(attempt - 1);
    }

    /** When a call began that has a budget. */
    public long startOf(long deadline) {
        return deadline - budget;
    }

    boolean overruns(long delay, long deadline) {
        return deadline != TimedPermit.NO_DEADLINE && context.clock().nanoTime() + delay - deadline > 0;
    }

    /** What is left of a call's budget: as good as no end where it has none. */
    long untilDeadline(long deadline) {
        return deadline == TimedPermit.NO_DEADLINE
                ? Long.MAX_VALUE
                : Math.max(0, deadline - context.clock().nanoTime());
    }

    /** Where an answer carries a status, that decides: one that is no failure shows a server that is alive. */
    private void record(BreakerPermit permit, Throwable failure, int status, boolean limited) {
        if (breaker == null) {
            // What a call found out that was let through a hold to look.
            if (status == RateLimitHint.NO_STATUS || (isRetryable(status) && !limited)) {
                permit.release();
            } else {
                permit.succeeded();
            }
            return;
        }
        if (status == RateLimitHint.NO_STATUS) {
            permit.failed(failure);
        } else if (breaker.settings().isNeutral(failure)) {
            permit.release();
        } else if (isFailure(status) && !limited) {
            permit.failedBecause(failure);
        } else {
            permit.succeeded();
        }
    }

    private boolean isRateLimited(int status) {
        return limiter != null && limiter.isRateLimited(status);
    }

    private <R> boolean isRateLimited(int status, @Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        return isRateLimited(status)
                && RetryDelay.isRateLimited(
                        status, hint, answer, context.clock().currentTimeMillis());
    }

    private boolean isFailure(int status) {
        return breaker != null && breaker.settings().isFailure(status);
    }

    private boolean isRetryable(int status) {
        return backoff != null && backoff.isRetryable(status);
    }

    private boolean isRetryable(Throwable failure) {
        return backoff != null && backoff.isRetryable(failure);
    }

    private long backoffDelay(int attempt) {
        return backoff == null ? 0 : backoff.delayNanos(attempt - 1, context.random());
    }

    /**
     * The wait after an answer that is tried again though it is no rate limit, or {@link #STOP}. A wait that it names is not cut short:
     * not by the backoff, and where it is longer than any that is accepted there is no further attempt.
     */
    private <R> long delayAfterFailure(
            int attempt, int status, @Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        long own = backoffDelay(attempt);
        LimiterSettings settings = limiter == null ? null : limiter.settings();
        if (hint == null || status == RateLimitHint.NO_STATUS || (settings != null && !settings.respectRetryAfter)) {
            return own;
        }
        long named = RetryDelay.namedNanos(hint, answer, context.clock().currentTimeMillis());
        if (named <= 0) {
            return own;
        }
        long requested = settings == null ? named : settings.clamped(named);
        return requested > longestAccepted(settings)
                ? STOP
                : Math.max(requested, own) + Hold.jitter(requested, context.random());
    }

    private long longestAccepted(@Nullable LimiterSettings settings) {
        if (settings != null) {
            return settings.maxDelayNanos;
        }
        return backoff == null ? 0 : backoff.maxDelayNanos();
    }

    /** Reads what the server asks for, which counts for other calls even where this one has no attempt left. */
    private static <R> long hold(Limiter limiter, @Nullable RateLimitHint<? super R> hint, @Nullable R answer) {
        LimiterSettings settings = limiter.settings();
        long requested = settings.clamped(limiter.hintNanos(hint, answer));
        if (settings.shared && requested > 0) {
            limiter.holdFor(requested);
        }
        return requested;
    }

    private long delayAfterRateLimit(Limiter limiter, int attempt, long requested) {
        return requested > limiter.settings().maxDelayNanos
                ? STOP
                : Math.max(requested, backoffDelay(attempt)) + Hold.jitter(requested, context.random());
    }

    private long retryOrStop(int attempt, long deadline, @Nullable Throwable failure, int status, long delay) {
        if (delay == STOP || attempt >= maxAttempts || isFutile(delay, deadline)) {
            events.gaveUp(call, attempt, failure, status);
            return STOP;
        }
        events.retry(call, attempt, failure, status, delay);
        return delay;
    }

    /** Whether a wait could only end in a rejection or too late, as far as can be known now. */
    private boolean isFutile(long delay, long deadline) {
        if (overruns(delay, deadline) || (breaker != null && breaker.isRejectingFor(0))) {
            return true;
        }
        if (limiter == null) {
            return false;
        }
        Quota quota = limiter.quota();
        if (quota != null) {
            long wait = quota.waitAfter(delay);
            if (wait > limiter.settings().maxWaitNanos || overruns(delay + wait, deadline)) {
                return true;
            }
        }
        Hold hold = limiter.currentHold();
        if (hold == null) {
            return false;
        }
        long remaining = limiter.remaining(hold);
        return remaining - delay > limiter.settings().maxDelayNanos || overruns(Math.max(delay, remaining), deadline);
    }
}
