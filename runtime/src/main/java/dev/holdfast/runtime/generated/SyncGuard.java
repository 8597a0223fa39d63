package dev.holdfast.runtime.generated;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.call.BlockingGuard;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import org.jspecify.annotations.Nullable;

/**
 * The guard of a synchronous method. For generated code. Thread-safe.
 *
 * <p>It reads refused results and failures with the hints of its setup. Good results are read with the hint passed to
 * {@code accepts}, which is a constant of the generated class, so that the JVM can inline it.
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
     * @param result the result of the delegate
     * @return the permit of the next attempt, or null to return {@code result}
     * @throws CallTimeoutException if the attempt took too long and is final; or closing the result has used up the
     *     deadline
     * @throws ResilienceException if the next attempt is rejected after closing the result
     */
    public @Nullable Permit refused(Permit permit, int attempt, @Nullable Object result) {
        return refused(permit, attempt, result, false, false);
    }

    /**
     * The same as {@link #refused(Permit, int, Object)}, for a method with a predicate {@code retryResult}.
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
        return refused(permit, attempt, result, retry, false);
    }

    /**
     * The same as {@link #refused(Permit, int, Object)}, for a method with a predicate {@code failureResult}.
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
        return refused(permit, attempt, result, false, failure);
    }

    /**
     * The same as {@link #refused(Permit, int, Object)}, for a method with both predicates.
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
        return refused(permit, attempt, result, policies.resultHint, retry, failure);
    }
}
