package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.call.BlockingGuard;
import dev.holdfast.runtime.internal.call.CallPolicy;
import dev.holdfast.runtime.internal.call.GuardDraft;
import org.jspecify.annotations.Nullable;

/**
 * The guard of a method that returns when its call is done. Generated code calls it; its methods say how. Thread-safe.
 *
 * <p>It reads refused results and failures by the hints that its setup names. A result that may be good is judged before that,
 * by the hint that {@code accepts} is given: a constant of the generated class, which the JVM's compiler can see through.
 */
public final class SyncGuard extends BlockingGuard {

    private final @Nullable RateLimitHint<Object> resultHint;

    SyncGuard(CallPolicy policy, GuardDraft draft) {
        super(policy);
        this.resultHint = draft.resultHint;
    }

    /**
     * Records an exception as {@link #failed(Permit, int, Throwable)} does, and closes a result: one of the client's predicates
     * may have failed after the delegate returned it, so that nobody gets it.
     *
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param failure the exception
     * @param result the delegate's result; null for none
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long, and is final
     */
    public @Nullable Permit failedWithResult(Permit permit, int attempt, Throwable failure, @Nullable Object result) {
        return failed(permit, attempt, failure, policy.hint(failure), result, resultHint);
    }

    /**
     * Records a result that was not accepted for its status, and waits for the next attempt if there is to be one.
     *
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param result the delegate's result
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long, and is final; or closing the result has used up the deadline
     * @throws ResilienceException if the result was closed for an attempt that is rejected then
     */
    public @Nullable Permit refused(Permit permit, int attempt, @Nullable Object result) {
        return refused(permit, attempt, result, false, false);
    }

    /**
     * Does the same as {@link #refused(Permit, int, Object)} where the method has a predicate {@code retryResult}.
     *
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param result the delegate's result
     * @param retry the predicate's answer
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long, and is final; or closing the result has used up the deadline
     * @throws ResilienceException if the result was closed for an attempt that is rejected then
     */
    public @Nullable Permit refusedWithRetry(Permit permit, int attempt, @Nullable Object result, boolean retry) {
        return refused(permit, attempt, result, retry, false);
    }

    /**
     * Does the same as {@link #refused(Permit, int, Object)} where the method has a predicate {@code failureResult}.
     *
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param result the delegate's result
     * @param failure the predicate's answer
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long, and is final; or closing the result has used up the deadline
     * @throws ResilienceException if the result was closed for an attempt that is rejected then
     */
    public @Nullable Permit refusedWithFailure(Permit permit, int attempt, @Nullable Object result, boolean failure) {
        return refused(permit, attempt, result, false, failure);
    }

    /**
     * Does the same as {@link #refused(Permit, int, Object)} where the method has both predicates.
     *
     * @param permit the attempt's
     * @param attempt its number, from 1
     * @param result the delegate's result
     * @param retry the answer of {@code retryResult}
     * @param failure the answer of {@code failureResult}
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long, and is final; or closing the result has used up the deadline
     * @throws ResilienceException if the result was closed for an attempt that is rejected then
     */
    public @Nullable Permit refused(
            Permit permit, int attempt, @Nullable Object result, boolean retry, boolean failure) {
        return refused(permit, attempt, result, resultHint, retry, failure);
    }
}
