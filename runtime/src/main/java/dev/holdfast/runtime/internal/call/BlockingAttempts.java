package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.http.HintCalls;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a synchronous call's attempts, where it is not generated. For any number of calls, unless a subclass says
 * otherwise.
 *
 * @param <T> the result of the call
 * @param <X> the checked exception of the call
 */
public abstract class BlockingAttempts<T extends @Nullable Object, X extends Throwable> {

    protected final @Nullable RateLimitHint<? super T> resultHint;
    private final @Nullable Predicate<? super T> retryResult;
    private final @Nullable Predicate<? super T> failureResult;

    protected BlockingAttempts(
            @Nullable RateLimitHint<? super T> resultHint,
            @Nullable Predicate<? super T> retryResult,
            @Nullable Predicate<? super T> failureResult) {
        this.resultHint = resultHint;
        this.retryResult = retryResult;
        this.failureResult = failureResult;
    }

    /** Makes an attempt, counted from 1. */
    protected abstract T attempt(int number) throws X;

    /**
     * Records the exception of an attempt, and waits for the next attempt if there is one.
     *
     * @param result the result, where a predicate or the guard has thrown the exception; null for none
     * @return the permit of the next attempt, or null to throw the exception
     */
    protected abstract @Nullable Permit failed(
            BlockingGuard guard, Permit permit, int number, Throwable failure, @Nullable T result);

    /** Makes a call. */
    @SuppressWarnings({"unchecked", "NullAway"}) // a result is null only where the attempt returned null
    public final T call(BlockingGuard guard) throws X {
        Permit permit = guard.begin();
        for (int number = 1; ; number++) {
            T result = null;
            boolean retry;
            boolean failed;
            int status;
            try {
                result = attempt(number);
                retry = retryResult != null && retryResult.test(result);
                failed = failureResult != null && failureResult.test(result);
                status = HintCalls.status(resultHint, result);
                if (!retry && !failed && guard.accepts(permit, status, result, resultHint)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = failed(guard, permit, number, failure, result);
                if (permit == null) {
                    throw (X) failure;
                }
                continue;
            }
            permit = guard.refused(permit, number, status, result, resultHint, retry, failed);
            if (permit == null) {
                return result;
            }
        }
    }
}
