package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.fallback.FallbackPolicy;
import dev.holdfast.runtime.internal.http.HintCalls;
import dev.holdfast.runtime.spi.CallSteps;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the policies of a method that returns a {@code CompletionStage} to its calls. For generated code; by hand,
 * {@link Resilience} is shorter.
 *
 * <p>The protocol, for one call: {@code begin}; with a permit, {@code accepts} for the delegate's first stage, which is
 * the answer if accepted; in every other case {@code follow}. Never blocks and never throws: all failures fail the
 * future. Thread-safe.
 */
public class StageGuard extends Gate {

    final @Nullable Predicate<@Nullable Object> retryResult;
    final @Nullable Predicate<@Nullable Object> failureResult;

    /** Whether any result is good, so that it need not be read. */
    private final boolean anyResult;

    /** Whether the status alone decides about a result. */
    private final boolean onlyStatus;

    public StageGuard(
            MethodPolicies policies,
            @Nullable Predicate<@Nullable Object> retryResult,
            @Nullable Predicate<@Nullable Object> failureResult) {
        // Other code may begin a call on the fast path, and tell of it on another thread: too late to capture a
        // context.
        super(policies, policies.isFastPath() && policies.context.carriers() == null);
        this.retryResult = retryResult;
        this.failureResult = failureResult;
        this.onlyStatus = retryResult == null && failureResult == null && !policies.obeysServiceLimits;
        this.anyResult = policies.resultHint == null && retryResult == null && failureResult == null;
    }

    /**
     * Begins a call.
     *
     * @return the permit of the first attempt; null if the attempt must wait or is rejected
     */
    public @Nullable Permit begin() {
        Permit quick = fastPathPermit();
        return quick == null ? firstPermit() : quick;
    }

    private @Nullable Permit firstPermit() {
        if (policies.isWatched) {
            return null;
        }
        Permit permit = isHeldBack() ? null : breakerPermit();
        Permit withPlaces = permit == null ? null : withPlaces(permit);
        if (withPlaces == null) {
            return null;
        }
        try {
            return TimedPermit.of(withPlaces, policies.deadline());
        } catch (Throwable broken) {
            withPlaces.release();
            throw broken;
        }
    }

    /**
     * Judges the stage of the first attempt, and records a success if it is done with a good result.
     *
     * @param permit the permit of the attempt
     * @param first the stage of the delegate
     * @return true for a stage to return unchanged; false for a stage to pass to {@code follow}, and nothing is
     *     recorded
     */
    public boolean accepts(Permit permit, @Nullable CompletionStage<?> first) {
        if (!(first instanceof CompletableFuture)) {
            return false;
        }
        CompletableFuture<?> future = (CompletableFuture<?>) first;
        return hasResult(future) && acceptsResult(permit, anyResult ? null : future.getNow(null));
    }

    /**
     * Begins a call whose first attempt other code makes, if that needs nothing but a closed breaker and no hold.
     *
     * @return the permit, which need not be released; null to leave the first attempt to {@code follow}
     */
    public @Nullable Permit quickPermit() {
        return fastPathPermit();
    }

    /**
     * Judges the result of a first attempt, and records a success if it is good.
     *
     * @param permit the permit of {@link #quickPermit}
     * @param result the result
     * @return true for the answer of the call; false for one to pass to {@code follow}, and nothing is recorded
     */
    public boolean acceptsResult(@Nullable Permit permit, @Nullable Object result) {
        if (permit == null || !(anyResult || takesQuietly(result))) {
            return false;
        }
        if (!successIsNoOp(permit)) {
            permit.succeeded();
        }
        return true;
    }

    private static boolean hasResult(CompletableFuture<?> future) {
        try {
            return future.isDone() && !future.isCompletedExceptionally();
        } catch (UnsupportedOperationException minimal) {
            // A minimal stage is a CompletableFuture that answers no questions.
            return false;
        }
    }

    /**
     * An exception of a predicate is the attempt's failure. {@code follow} asks the predicate again, and closes the
     * result.
     */
    private boolean takesQuietly(@Nullable Object result) {
        try {
            return takes(result);
        } catch (Throwable broken) {
            return false;
        }
    }

    private boolean takes(@Nullable Object result) {
        int status = HintCalls.status(policies.resultHint, result);
        if (status >= policies.lowestNotable && policies.isNotable(status)) {
            return false;
        }
        return onlyStatus || takes(result, status);
    }

    private boolean takes(@Nullable Object result, int status) {
        if (wantsRetry(result) || isFailure(result)) {
            return false;
        }
        policies.obeyServiceLimits(status, policies.resultHint, result);
        return true;
    }

    /**
     * Continues a call whose first stage was not accepted.
     *
     * @param <T> the result of the call
     * @param permit the permit from {@code begin}
     * @param first the stage of the delegate, or null
     * @param failure the exception of the delegate in place of a stage, or null
     * @param call calls the delegate, for further attempts
     * @return a future with the result or failure of the last attempt; cancelling it cancels the attempt in flight or
     *     the wait
     */
    public <T extends @Nullable Object> CompletableFuture<T> follow(
            @Nullable Permit permit,
            @Nullable CompletionStage<? extends T> first,
            @Nullable Throwable failure,
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> call) {
        AsyncCall<T> future = new AsyncCall<>(this, call);
        future.begin((BreakerPermit) permit, first, failure);
        return future;
    }

    /**
     * The same as {@link #follow(Permit, CompletionStage, Throwable, CheckedSupplier)} with a fallback for the last
     * failure.
     *
     * @param <T> the result of the call
     * @param permit the permit from {@code begin}
     * @param first the stage of the delegate, or null
     * @param failure the exception of the delegate in place of a stage, or null
     * @param call calls the delegate, for further attempts
     * @param answer calls the fallback with the last failure
     * @return a future with the result of the last attempt or of the fallback; cancelling it cancels the attempt, wait
     *     or fallback in progress
     */
    public <T extends @Nullable Object> CompletableFuture<T> follow(
            @Nullable Permit permit,
            @Nullable CompletionStage<? extends T> first,
            @Nullable Throwable failure,
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> call,
            CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer) {
        if (policies.fallback == null) {
            return follow(permit, first, failure, call);
        }
        AsyncCall<T> future = new AsyncCall<>(this, new FallbackDelegate<>(call, answer));
        future.begin((BreakerPermit) permit, first, failure);
        return future;
    }

    /**
     * Makes a call, with all its attempts. For an answer of another type than a stage, which is made from the future.
     *
     * @param <T> the result of the call
     * @param call calls the delegate, for each attempt
     * @return a future with the result or failure of the last attempt; cancelling it cancels the attempt in flight or
     *     the wait
     */
    public <T extends @Nullable Object> CompletableFuture<T> call(
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> call) {
        return follow(null, null, null, call);
    }

    /**
     * The same as {@link #call(CheckedSupplier)} with a fallback for the last failure.
     *
     * @param <T> the result of the call
     * @param call calls the delegate, for each attempt
     * @param answer calls the fallback with the last failure
     * @return a future with the result of the last attempt or of the fallback; cancelling it cancels the attempt, wait
     *     or fallback in progress
     */
    public <T extends @Nullable Object> CompletableFuture<T> call(
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> call,
            CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer) {
        return follow(null, null, null, call, answer);
    }

    /**
     * Begins a call whose attempts and waits the caller makes.
     *
     * @param askAgain called, on any thread, when a wait has ended early; must be short
     * @return the call
     */
    public CallSteps steps(Runnable askAgain) {
        return new Steps(this, null, askAgain);
    }

    /**
     * The same for a call whose first attempt is in flight already, or has ended unjudged.
     *
     * @param first the permit of {@link #quickPermit}; null for a call without an attempt yet
     * @param askAgain called, on any thread, when a wait has ended early; must be short
     * @return the call
     */
    public CallSteps steps(@Nullable Permit first, Runnable askAgain) {
        return new Steps(this, (BreakerPermit) first, askAgain);
    }

    /**
     * Suppresses the failure of a call in the exception of a fallback that failed too.
     *
     * @param failure the failure that the fallback answered for
     * @param thrown the exception of the fallback
     */
    public void fallbackFailed(Throwable failure, Throwable thrown) {
        FallbackPolicy.suppress(failure, thrown);
    }

    /**
     * Closes any resource in a failure, for a fallback that does not take the failure.
     *
     * @param failure the exception
     */
    public void letGo(Throwable failure) {
        Closing.begin(policies, policies.hint(failure), failure);
    }

    /**
     * Reads the outcome of an attempt, a result or an exception: returns it with its status, or null for a good result, whose
     * service limits are obeyed then. Throws what a predicate throws.
     */
    @Nullable
    Answer<?> answer(int attempt, long deadline, @Nullable Object result, @Nullable Throwable thrown) {
        if (thrown != null) {
            return failure(attempt, deadline, thrown);
        }
        boolean retry = wantsRetry(result);
        boolean failed = isFailure(result);
        RateLimitHint<Object> hint = policies.resultHint;
        int status = HintCalls.status(hint, result);
        if (!retry && !failed && !policies.isNotable(status)) {
            policies.obeyServiceLimits(status, hint, result);
            return null;
        }
        Answer<@Nullable Object> answer = new Answer<>(attempt, deadline, result, hint, status);
        answer.wantsRetry = retry;
        answer.isFailure = failed;
        return answer;
    }

    Answer<Throwable> failure(int attempt, long deadline, Throwable thrown) {
        return new Answer<>(attempt, deadline, thrown, policies.hint(thrown));
    }

    private boolean wantsRetry(@Nullable Object result) {
        return retryResult != null && retryResult.test(result);
    }

    private boolean isFailure(@Nullable Object result) {
        return failureResult != null && failureResult.test(result);
    }

    /** Closes the outcome of an attempt that the caller does not get. */
    void discard(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            Closing.begin(policies, policies.resultHint, result);
        } else {
            Closing.begin(policies, policies.hint(failure), failure);
        }
    }

    /**
     * The same before a next attempt: returns the closing to begin, which resumes the call at its end, or null if it is
     * done.
     */
    @Nullable
    Closing closing(@Nullable Object result, @Nullable Throwable failure, QueuedCall call) {
        return failure == null
                ? Closing.of(policies, policies.resultHint, result, call)
                : Closing.of(policies, policies.hint(failure), failure, call);
    }

    /** Returns whether an outcome may hold a resource. */
    boolean mayHold(@Nullable Object result, @Nullable Throwable failure) {
        return failure == null
                ? Closing.mayBeNeeded(policies, policies.resultHint, result)
                : Closing.mayBeNeeded(policies, policies.hint(failure), failure);
    }
}
