package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.http.Hints;
import dev.holdfast.runtime.spi.Sleeper;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a method of a generated client and its delegate: everything that is decided about a synchronous call, so
 * that the generated method holds nothing but the loop. For generated code; by hand, {@link Resilience} is shorter.
 *
 * <p>The protocol, for one call: {@code begin}, and for each attempt, numbered from 1, exactly one of {@code succeeded},
 * {@code accepts} with the result true, {@code failed} or, after {@code accepts} was false, {@code refused}. The last two
 * wait, and return the permit of the next attempt or null where the answer at hand is final. An answer that is dropped for a
 * next attempt is closed, by {@link RateLimitHint#discard} or where it is {@link AutoCloseable}, before that attempt is admitted. If it is
 * not admitted then, {@code refused} throws what is against it, for a result that is closed is no answer.
 *
 * <p>Where the time of attempts is limited it runs from one call of the guard to the next. What came too late is a failure,
 * {@link CallTimeoutException}, whatever it was: thrown by whichever method is told of it, or by {@code failed} where it is final.
 *
 * <p>A wait that is interrupted ends at once with the thread's interrupt flag set: by {@code InterruptedException} where the
 * method declares it, otherwise with the answer at hand. Thread-safe; holds no lock. Not for subclasses of users' own.
 */
public class BlockingGuard extends Gate {

    private final BlockingWaits waits;

    /** Guards a method whose waits are the context's, and whose attempts are interrupted when their time is up. */
    public BlockingGuard(CallPolicy policy) {
        this(policy, policy.context.sleeper(), null);
    }

    /**
     * Guards one call whose waits another thread can end, and whose attempts can be cancelled.
     *
     * @param canceller gives the task that cancels the attempt in flight; null to interrupt it
     */
    BlockingGuard(CallPolicy policy, Sleeper sleeper, @Nullable Supplier<Runnable> canceller) {
        super(policy);
        this.waits = new BlockingWaits(this, sleeper, canceller);
    }

    /**
     * Begins a call: waits while the rate limiter holds calls back, then asks the breaker, then takes a place in the limiter's
     * quota and one in the bulkhead, or waits for them.
     *
     * @return the permit of the first attempt
     * @throws CircuitOpenException if the breaker rejects the call
     * @throws RateLimitedException if the limiter would hold it back for too long, or its quota has no place soon enough
     * @throws BulkheadFullException if the bulkhead has no place soon enough
     * @throws CallTimeoutException if the call has a time limit and is made in the middle of an attempt of another whose time is up
     */
    public final Permit begin() {
        Permit permit = fastPathPermit();
        return permit == null ? waits.first() : permit;
    }

    /**
     * Records a success.
     *
     * @param permit the attempt's
     * @throws CallTimeoutException if it came too late, to be handed to {@code failed}
     */
    public final void succeeded(Permit permit) {
        if (!successIsNoOp(permit)) {
            permit.succeeded();
        }
    }

    /**
     * The same as {@link #succeeded(Permit)} where the result must be let go of if it came too late.
     *
     * @param <R> the result's type
     * @param permit the attempt's
     * @param result what the attempt returned
     * @throws CallTimeoutException if it came too late, to be handed to {@code failed}
     */
    public final <R extends @Nullable Object> void succeeded(Permit permit, R result) {
        succeeded(permit, result, null);
    }

    private <R extends @Nullable Object> void succeeded(
            Permit permit, R result, @Nullable RateLimitHint<? super R> hint) {
        if (successIsNoOp(permit)) {
            return;
        }
        try {
            permit.succeeded();
        } catch (CallTimeoutException late) {
            Closing.begin(policy, hint, result);
            throw late;
        }
    }

    /**
     * Judges a result by its HTTP status; a good one is recorded as a success.
     *
     * @param permit the attempt's
     * @param status any number; what is no HTTP status is good
     * @return true for a good result; false, and nothing is recorded, for one to hand to {@code refused}
     * @throws CallTimeoutException if it came too late, to be handed to {@code failed}
     */
    public final boolean accepts(Permit permit, int status) {
        if (status >= policy.lowestNotable && policy.isNotable(status)) {
            return false;
        }
        succeeded(permit);
        return true;
    }

    /**
     * Judges a result by its HTTP status and by the user's predicates; a good one is recorded as a success.
     *
     * @param permit the attempt's
     * @param status any number; what is no HTTP status is good
     * @param retry whether a predicate wants another attempt
     * @param failure whether a predicate calls the result a failure
     * @return true for a good result; false, and nothing is recorded, for one to hand to {@code refused}
     * @throws CallTimeoutException if it came too late, to be handed to {@code failed}
     */
    public final boolean accepts(Permit permit, int status, boolean retry, boolean failure) {
        return !retry && !failure && accepts(permit, status);
    }

    /**
     * The same as {@link #accepts(Permit, int)} where a good result may say that the server has nothing left to give: then calls
     * are held back from now on.
     *
     * @param <R> the result's type
     * @param permit the attempt's
     * @param status any number; what is no HTTP status is good
     * @param result what the attempt returned
     * @param hint reads it; null for nothing to read
     * @return true for a good result; false, and nothing is recorded, for one to hand to {@code refused}
     * @throws CallTimeoutException if it came too late, to be handed to {@code failed}
     */
    public final <R extends @Nullable Object> boolean accepts(
            Permit permit, int status, R result, @Nullable RateLimitHint<? super R> hint) {
        if (status >= policy.lowestNotable && policy.isNotable(status)) {
            return false;
        }
        policy.obeyServiceLimits(status, hint, result);
        succeeded(permit, result, hint);
        return true;
    }

    /**
     * The same as {@link #accepts(Permit, int, Object, RateLimitHint)} where the user's predicates have a say.
     *
     * @param <R> the result's type
     * @param permit the attempt's
     * @param status any number; what is no HTTP status is good
     * @param retry whether a predicate wants another attempt
     * @param failure whether a predicate calls the result a failure
     * @param result what the attempt returned
     * @param hint reads it; null for nothing to read
     * @return true for a good result; false, and nothing is recorded, for one to hand to {@code refused}
     * @throws CallTimeoutException if it came too late, to be handed to {@code failed}
     */
    public final <R extends @Nullable Object> boolean accepts(
            Permit permit,
            int status,
            boolean retry,
            boolean failure,
            R result,
            @Nullable RateLimitHint<? super R> hint) {
        return !retry && !failure && accepts(permit, status, result, hint);
    }

    /**
     * Records what an attempt threw, and waits for the next attempt if there is to be one.
     *
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param failure what it threw
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long, and is final
     */
    public final @Nullable Permit failed(Permit permit, int attempt, Throwable failure) {
        return failed(permit, attempt, failure, null);
    }

    /**
     * The same as {@link #failed(Permit, int, Throwable)} for an exception that may carry an HTTP status.
     *
     * @param <E> the exception's type
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param failure what it threw
     * @param hint reads the status; null for none
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long, and is final
     */
    public final <E extends Throwable> @Nullable Permit failed(
            Permit permit, int attempt, E failure, @Nullable RateLimitHint<? super E> hint) {
        return failed(permit, attempt, failure, hint, null, null);
    }

    /**
     * The same as {@link #failed(Permit, int, Throwable, RateLimitHint)} where the attempt may have brought a result that one of the user's
     * predicates has then failed at: nobody gets it, so it is let go of.
     *
     * @param <E> the exception's type
     * @param <R> the result's type
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param failure what it threw
     * @param hint reads the status; null for none
     * @param result what it had returned before that; null for nothing
     * @param resultHint lets go of the result; null for none
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long, and is final
     */
    public final <E extends Throwable, R> @Nullable Permit failed(
            Permit permit,
            int attempt,
            E failure,
            @Nullable RateLimitHint<? super E> hint,
            @Nullable R result,
            @Nullable RateLimitHint<? super R> resultHint) {
        CallTimeoutException late = end(permit, failure);
        long deadline = waits.deadline(permit);
        if (late != null) {
            Answer<CallTimeoutException> timeout = Answer.late(attempt, deadline, late);
            long delay = judgeLate(permit, timeout);
            if (late != failure) { // else it was closed where that was found out
                Closing.begin(policy, hint, failure);
                Closing.begin(policy, resultHint, result);
            }
            return afterTimeout(timeout, delay);
        }
        Answer<E> answer = Answer.failure(attempt, deadline, failure, hint);
        if (!answer.hasStatus() && TimedAttempt.isCallersTimeUp()) {
            policy.callOff(permit, answer);
            Closing.begin(policy, resultHint, result);
            return null;
        }
        long delay = policy.judge(permit, answer);
        if (result != null) {
            try {
                waits.close(resultHint, result, attempt + 1, deadline);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return delay == CallPolicy.STOP ? null : waits.next(answer, delay);
    }

    /**
     * Records a result that was not accepted for its status, and waits for the next attempt if there is to be one.
     *
     * @param <R> the result's type
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param result what the attempt returned
     * @param hint reads the status
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long, and is final; or letting go of the result has used up the deadline
     * @throws ResilienceException if the result was let go of for an attempt that is rejected then
     */
    public final <R extends @Nullable Object> @Nullable Permit refused(
            Permit permit, int attempt, R result, @Nullable RateLimitHint<? super R> hint) {
        return refused(permit, attempt, result, hint, false, false);
    }

    /**
     * The same as {@link #refused(Permit, int, Object, RateLimitHint)} where the user's predicates have a say.
     *
     * @param <R> the result's type
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param result what the attempt returned
     * @param hint reads the status; null for none
     * @param retry whether a predicate wants another attempt
     * @param failure whether a predicate calls the result a failure
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long, and is final; or letting go of the result has used up the deadline
     * @throws ResilienceException if the result was let go of for an attempt that is rejected then
     */
    public final <R extends @Nullable Object> @Nullable Permit refused(
            Permit permit,
            int attempt,
            R result,
            @Nullable RateLimitHint<? super R> hint,
            boolean retry,
            boolean failure) {
        CallTimeoutException late = end(permit, null);
        if (late != null) {
            Answer<CallTimeoutException> timeout = Answer.late(attempt, waits.deadline(permit), late);
            long delay = judgeLate(permit, timeout);
            Closing.begin(policy, hint, result);
            return afterTimeout(timeout, delay);
        }
        Answer<R> answer = Answer.result(attempt, waits.deadline(permit), result, hint, Hints.status(hint, result))
                .judged(retry, failure);
        long delay = policy.judge(permit, answer);
        return delay == CallPolicy.STOP ? null : waits.next(answer, delay);
    }

    /** Reports an attempt that took too long; returns the delay before the next one, or {@link CallPolicy#STOP}. */
    private long judgeLate(Permit permit, Answer<CallTimeoutException> timeout) {
        if (TimedAttempt.isCalledOff(permit)) {
            policy.callOff(permit, timeout);
            return CallPolicy.STOP;
        }
        return policy.judge(permit, timeout);
    }

    /** Waits for the attempt after one that took too long; throws the timeout if there is none. */
    private Permit afterTimeout(Answer<CallTimeoutException> timeout, long delay) {
        Permit next = delay == CallPolicy.STOP ? null : waits.next(timeout, delay);
        if (next == null) {
            throw timeout.value;
        }
        return next;
    }

    /** Ends the time of an attempt, where it is limited. Where that can't be done the permit is given back. */
    private static @Nullable CallTimeoutException end(Permit permit, @Nullable Throwable failure) {
        try {
            return TimedAttempt.end(permit, failure);
        } catch (Throwable broken) {
            permit.release();
            throw broken;
        }
    }

    /**
     * Reads a result's HTTP status. A hint is users' code, and answers can be odd: one that throws has found nothing to read.
     *
     * @param <R> the result's type
     * @param hint reads it
     * @param result what the attempt returned
     * @return a status from 100 to 599, or {@link RateLimitHint#NO_STATUS}
     */
    public final <R extends @Nullable Object> int status(RateLimitHint<? super R> hint, R result) {
        return Hints.status(hint, result);
    }

    /**
     * Decides whether the method's fallback answers for what {@code begin} or the last attempt threw.
     *
     * @param failure what the caller would get
     * @return whether to call the fallback
     */
    public final boolean fallsBack(Throwable failure) {
        return policy.fallsBack(failure);
    }

    /**
     * Lets go of a failure that the fallback answers for without having been given it.
     *
     * @param failure what {@code fallsBack} was asked about
     */
    public final void letGo(Throwable failure) {
        Closing.begin(policy, policy.hint(failure), failure);
    }

    /**
     * Sees to it that the first failure is not lost where the fallback has failed too.
     *
     * @param failure what the fallback was to answer for
     * @param thrown what it threw, which gets the first failure as a suppressed one, unless it has collected many already
     */
    public final void fallbackFailed(Throwable failure, Throwable thrown) {
        FallbackPolicy.suppress(failure, thrown);
    }
}
