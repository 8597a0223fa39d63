package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.unit.AttemptNumber;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.spi.Sleeper;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies the policies of a synchronous method to its calls; the generated method has only the loop of attempts. For
 * generated code; by hand, {@link Resilience} is shorter.
 *
 * <p>The protocol, for one call: {@code begin}, and for each attempt, numbered from 1, exactly one of
 * {@code succeeded}, {@code accepts} with the result true, {@code failed} or, after {@code accepts} was false,
 * {@code refused}. The last two wait, and return the permit of the next attempt, or null for a final answer. An answer
 * that is dropped for a next attempt is closed before that attempt is admitted: by {@link RateLimitHint#discard}, or if
 * it is {@link AutoCloseable}. If the attempt is rejected after that, {@code refused} throws the rejection, since a
 * closed result is no answer.
 *
 * <p>A time limit runs from one call of the guard to the next. An outcome after the limit is a failure,
 * {@link CallTimeoutException}: thrown by the method that receives it, or by {@code failed} if it is final.
 *
 * <p>An interrupted wait ends at once with the thread's interrupt flag set: with {@code InterruptedException} if the
 * method declares it, otherwise with the last answer. Thread-safe, without locks. Not to be extended by users.
 */
public class BlockingGuard extends Gate {

    /**
     * The latest permit of a further attempt. A closed breaker gives all calls the same one, and so does this. Not volatile: a permit
     * is immutable, and a thread that does not see it makes another.
     */
    private @Nullable NumberedPermit numbered;

    /**
     * Guards a method that waits with the context's sleeper, and whose attempts are interrupted when their time is up.
     */
    public BlockingGuard(MethodPolicies policies) {
        super(policies, policies.isFastPath());
    }

    /** Returns the way to wait on the calling thread. */
    Sleeper sleeper() {
        return policies.context.sleeper();
    }

    /** Returns the source of the task that cancels the attempt in flight when its time is up; null to interrupt its thread. */
    @Nullable
    Supplier<Runnable> canceller() {
        return null;
    }

    /**
     * Begins a call: waits for the end of a hold, asks the breaker, and waits for a place in the quota and one in the
     * bulkhead.
     *
     * @return the permit of the first attempt
     * @throws CircuitOpenException if the breaker rejects the call
     * @throws RateLimitedException if the hold is too long, or the quota has no place in time
     * @throws BulkheadFullException if the bulkhead has no place in time
     * @throws CallTimeoutException if the call has a time limit, and is made in the middle of another call's attempt
     *     whose time is up
     */
    public final Permit begin() {
        Permit permit = fastPathPermit();
        return permit == null ? BlockingWaits.first(this) : permit;
    }

    /**
     * Records a success.
     *
     * @param permit the permit of the attempt
     * @throws CallTimeoutException after the time limit; to be passed to {@code failed}
     */
    public final void succeeded(Permit permit) {
        if (!successIsNoOp(permit)) {
            permit.succeeded();
        }
    }

    /**
     * The same as {@link #succeeded(Permit)}, for a result to close after the time limit.
     *
     * @param <R> the type of the result
     * @param permit the permit of the attempt
     * @param result the result of the attempt
     * @throws CallTimeoutException after the time limit; to be passed to {@code failed}
     */
    public final <R extends @Nullable Object> void succeeded(Permit permit, R result) {
        succeeded(permit, result, null);
    }

    private <R extends @Nullable Object> void succeeded(
            Permit permit, R result, @Nullable RateLimitHint<? super R> hint) {
        if (successIsNoOp(permit)) {
            return;
        }
        Closing.succeeded(policies, permit, hint, result);
    }

    /**
     * Judges a result by its HTTP status, and records a success for a good one.
     *
     * @param permit the permit of the attempt
     * @param status any number; anything but an HTTP status is good
     * @return true for a good result; false for a result to pass to {@code refused}, and nothing is recorded
     * @throws CallTimeoutException after the time limit; to be passed to {@code failed}
     */
    public final boolean accepts(Permit permit, int status) {
        if (status >= policies.lowestNotable && policies.isNotable(status)) {
            return false;
        }
        succeeded(permit);
        return true;
    }

    /**
     * The same as {@link #accepts(Permit, int)}, for a good result whose headers may say that nothing remains: then a
     * hold begins.
     *
     * @param permit the permit of the attempt
     * @param status any number; anything but an HTTP status is good
     * @param result the result of the attempt
     * @param hint reads the headers of such results; null for none
     * @return true for a good result; false for a result to pass to {@code refused}, and nothing is recorded
     * @throws CallTimeoutException after the time limit; to be passed to {@code failed}
     */
    @SuppressWarnings("unchecked") // no type parameters, which compilers of generated code would spend time on
    public final boolean accepts(Permit permit, int status, @Nullable Object result, @Nullable RateLimitHint<?> hint) {
        if (status >= policies.lowestNotable && policies.isNotable(status)) {
            return false;
        }
        policies.obeyServiceLimits(status, (RateLimitHint<Object>) hint, result);
        succeeded(permit, result, (RateLimitHint<Object>) hint);
        return true;
    }

    /**
     * Records the exception of an attempt, and waits for the next attempt if there is one.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param failure the exception
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long and is final
     */
    public final @Nullable Permit failed(Permit permit, int attempt, Throwable failure) {
        return failed(permit, attempt, failure, policies.hint(failure), null, null);
    }

    /**
     * The same as {@link #failed(Permit, int, Throwable)}, with the hint of the exception, and for an exception of a
     * user's predicate: closes the result, which the caller does not get.
     *
     * @param <E> the type of the exception
     * @param <R> the type of the result
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param failure the exception
     * @param hint reads the status; null for none
     * @param result the result of the attempt; null for none
     * @param resultHint closes the result; null for none
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long and is final
     */
    public final <E extends Throwable, R> @Nullable Permit failed(
            Permit permit,
            int attempt,
            E failure,
            @Nullable RateLimitHint<? super E> hint,
            @Nullable R result,
            @Nullable RateLimitHint<? super R> resultHint) {
        if (!policies.isWatched) {
            return afterFailure(permit, attempt, failure, hint, result, resultHint);
        }
        WatchedCall call = WatchedAttempt.of(permit).call;
        try {
            Permit next = afterFailure(permit, attempt, failure, hint, result, resultHint);
            if (next == null) {
                call.end(failure, policies.answersFor(failure));
            }
            return next;
        } catch (Throwable thrown) {
            call.end(thrown, policies.answersFor(thrown));
            throw thrown;
        }
    }

    private <E extends Throwable, R> @Nullable Permit afterFailure(
            Permit permit,
            int attempt,
            E failure,
            @Nullable RateLimitHint<? super E> hint,
            @Nullable R result,
            @Nullable RateLimitHint<? super R> resultHint) {
        CallTimeoutException late = end(permit, failure);
        if (late != null) {
            BlockingAnswer<CallTimeoutException> timeout = BlockingAnswer.late(this, permit, attempt, late);
            long delay = timeout.judgeLate(permit);
            if (late != failure) { // else it was closed where that was found out
                Closing.begin(policies, hint, failure);
                Closing.begin(policies, resultHint, result);
            }
            return BlockingAnswer.afterTimeout(timeout, delay, permit);
        }
        BlockingAnswer<E> answer = BlockingAnswer.failure(this, permit, attempt, failure, hint);
        if (answer.isCalledOff()) {
            answer.callOff(permit);
            Closing.begin(policies, resultHint, result);
            return null;
        }
        long delay = answer.judge(permit);
        if (result != null) {
            answer.closeResult(resultHint, result);
        }
        return answer.await(delay, permit);
    }

    /**
     * Records a result that was not accepted, or that a predicate of the user refuses, and waits for the next attempt if
     * there is one.
     *
     * @param <R> the type of the result
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param status of the result, or {@link RateLimitHint#NO_STATUS}
     * @param result the result of the attempt
     * @param hint reads the headers; null for none
     * @param retry the verdict of the predicate for results to retry
     * @param failure the verdict of the predicate for failed results
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or letting go of the result has used up
     *     the deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public final <R extends @Nullable Object> @Nullable Permit refused(
            Permit permit,
            int attempt,
            int status,
            R result,
            @Nullable RateLimitHint<? super R> hint,
            boolean retry,
            boolean failure) {
        if (!policies.isWatched) {
            return afterResult(permit, attempt, status, result, hint, retry, failure);
        }
        WatchedCall call = WatchedAttempt.of(permit).call;
        try {
            Permit next = afterResult(permit, attempt, status, result, hint, retry, failure);
            if (next == null) {
                call.end(null, false);
            }
            return next;
        } catch (Throwable thrown) {
            call.end(thrown, policies.answersFor(thrown));
            throw thrown;
        }
    }

    private <R extends @Nullable Object> @Nullable Permit afterResult(
            Permit permit,
            int attempt,
            int status,
            R result,
            @Nullable RateLimitHint<? super R> hint,
            boolean retry,
            boolean failure) {
        CallTimeoutException late = end(permit, null);
        if (late != null) {
            BlockingAnswer<CallTimeoutException> timeout = BlockingAnswer.late(this, permit, attempt, late);
            long delay = timeout.judgeLate(permit);
            Closing.begin(policies, hint, result);
            return BlockingAnswer.afterTimeout(timeout, delay, permit);
        }
        BlockingAnswer<R> answer = BlockingAnswer.result(this, permit, attempt, result, hint, status);
        answer.wantsRetry = retry;
        answer.isFailure = failure;
        return answer.await(answer.judge(permit), permit);
    }

    /** Lets the calling thread know the number of a further attempt, until the permit is used up. */
    BreakerPermit numbered(BreakerPermit permit, int attempt) {
        int around = AttemptNumber.enter(attempt);
        NumberedPermit known = numbered;
        if (around > 0 || known == null || !known.permit.equals(permit)) {
            known = new NumberedPermit(permit, around);
            numbered = around > 0 ? numbered : known;
        }
        return known;
    }

    /** Returns the call that an attempt belongs to, if listeners hear of it. */
    @Nullable
    WatchedCall watched(Permit permit) {
        return policies.isWatched ? WatchedAttempt.of(permit).call : null;
    }

    /** Ends the time limit of an attempt. If that fails, releases the permit. */
    private static @Nullable CallTimeoutException end(Permit permit, @Nullable Throwable failure) {
        try {
            return TimedAttempt.end(permit, failure);
        } catch (Throwable broken) {
            permit.release();
            throw broken;
        }
    }

    /**
     * Reads a result's HTTP status. A hint is the user's code: if it throws, there is no status.
     *
     * @param hint the reader of such results
     * @param result the result of the attempt
     * @return a status from 100 to 599, or {@link RateLimitHint#NO_STATUS}
     */
    @SuppressWarnings("unchecked") // as above
    public final int status(RateLimitHint<?> hint, @Nullable Object result) {
        // As HintCalls does it, which a call that succeeds need not load.
        try {
            int status = result == null ? RateLimitHint.NO_STATUS : ((RateLimitHint<Object>) hint).status(result);
            return StatusSet.isStatus(status) ? status : RateLimitHint.NO_STATUS;
        } catch (Throwable unreadable) {
            return RateLimitHint.NO_STATUS;
        }
    }

    /**
     * Returns whether the method's fallback handles the exception of {@code begin} or of the last attempt.
     *
     * @param failure the exception
     * @return true to call the fallback
     */
    public final boolean fallsBack(Throwable failure) {
        return policies.fallsBack(failure);
    }

    /**
     * Closes any resource in a failure, for a fallback that does not take the failure.
     *
     * @param failure the exception passed to {@code fallsBack}
     */
    public final void letGo(Throwable failure) {
        Closing.begin(policies, policies.hint(failure), failure);
    }

    /**
     * Suppresses the first failure in the exception of a fallback that failed too.
     *
     * @param failure the first failure
     * @param thrown the exception of the fallback; unchanged if it has many suppressed ones
     */
    public final void fallbackFailed(Throwable failure, Throwable thrown) {
        FallbackPolicy.suppress(failure, thrown);
    }
}
