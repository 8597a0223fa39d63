package dev.holdfast.runtime.generated;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.call.BlockingGuard;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import org.jspecify.annotations.Nullable;

/**
 * The guard of a synchronous method. For generated code. Thread-safe.
 *
 * <p>It reads failures, and the headers of refused results, with the hints of its setup. The status of a result is read
 * once, by {@code status}, with a constant of the generated class, so that the JVM can inline it.
 */
public final class SyncGuard extends BlockingGuard {

    SyncGuard(MethodPolicies policies) {
        super(policies);
    }

    /**
     * Records an exception like {@link #failed(Permit, int, Throwable)}, and closes the result: the exception may be
     * that of a predicate, after the delegate returned a result that the caller does not get.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param failure the exception
     * @param result the result of the delegate; null for none
     * @return the permit of the next attempt, or null to throw {@code failure}
     * @throws CallTimeoutException if the attempt took too long and is final
     */
    public @Nullable Permit failedWithResult(Permit permit, int attempt, Throwable failure, @Nullable Object result) {
        return failed(permit, attempt, failure, policies.hint(failure), result, policies.resultHint);
    }

    /**
     * Records a result that was not accepted, and waits for the next attempt if there is one.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param status of the result, or {@code NO_STATUS}
     * @param result the result of the delegate
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refused(Permit permit, int attempt, int status, @Nullable Object result) {
        return refused(permit, attempt, status, result, policies.resultHint, false, false);
    }

    /**
     * The same as {@link #refused(Permit, int, int, Object)}, for a method with a predicate {@code retryResult}.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param status of the result, or {@code NO_STATUS}
     * @param result the result of the delegate
     * @param retry the predicate's answer
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refusedWithRetry(
            Permit permit, int attempt, int status, @Nullable Object result, boolean retry) {
        return refused(permit, attempt, status, result, policies.resultHint, retry, false);
    }

    /**
     * The same as {@link #refused(Permit, int, int, Object)}, for a method with a predicate {@code retryResult} and no status.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param result the result of the delegate
     * @param retry the predicate's answer
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refusedWithRetry(Permit permit, int attempt, @Nullable Object result, boolean retry) {
        return refused(permit, attempt, RateLimitHint.NO_STATUS, result, policies.resultHint, retry, false);
    }

    /**
     * The same as {@link #refused(Permit, int, int, Object)}, for a method with a predicate {@code failureResult}.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param status of the result, or {@code NO_STATUS}
     * @param result the result of the delegate
     * @param failure the predicate's answer
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refusedWithFailure(
            Permit permit, int attempt, int status, @Nullable Object result, boolean failure) {
        return refused(permit, attempt, status, result, policies.resultHint, false, failure);
    }

    /**
     * The same as {@link #refused(Permit, int, int, Object)}, for a method with a predicate {@code failureResult} and no status.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param result the result of the delegate
     * @param failure the predicate's answer
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refusedWithFailure(Permit permit, int attempt, @Nullable Object result, boolean failure) {
        return refused(permit, attempt, RateLimitHint.NO_STATUS, result, policies.resultHint, false, failure);
    }

    /**
     * The same as {@link #refused(Permit, int, int, Object)}, for a method with both predicates.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param status of the result, or {@code NO_STATUS}
     * @param result the result of the delegate
     * @param retry the answer of {@code retryResult}
     * @param failure the answer of {@code failureResult}
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refused(
            Permit permit, int attempt, int status, @Nullable Object result, boolean retry, boolean failure) {
        return refused(permit, attempt, status, result, policies.resultHint, retry, failure);
    }

    /**
     * The same as {@link #refused(Permit, int, int, Object)}, for a method with both predicates and no status.
     *
     * @param permit the permit of the attempt
     * @param attempt its number, from 1
     * @param result the result of the delegate
     * @param retry the answer of {@code retryResult}
     * @param failure the answer of {@code failureResult}
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refused(
            Permit permit, int attempt, @Nullable Object result, boolean retry, boolean failure) {
        return refused(permit, attempt, RateLimitHint.NO_STATUS, result, policies.resultHint, retry, failure);
    }
}
