package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.http.Hints;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a method of a generated client that returns a {@code CompletionStage} and its delegate: everything that is
 * decided about such a call. For generated code; by hand, {@link Resilience} is shorter.
 *
 * <p>The protocol, for one call: {@code begin}; with a permit, the delegate's first stage to {@code accepts}, and if that says
 * yes the stage is the answer; in every other case {@code follow} with whatever there is. Nothing blocks and nothing is
 * thrown: whatever goes wrong fails the future. Thread-safe.
 */
public class StageGuard extends Gate {

    public final @Nullable RateLimitHint<Object> resultHint;
    private final @Nullable Predicate<@Nullable Object> retryResult;
    private final @Nullable Predicate<@Nullable Object> failureResult;

    /** Whether any result that is there is good, without a look at it. */
    private final boolean anyResult;

    /** Whether the status of a result is all that matters of it. */
    private final boolean onlyStatus;

    public StageGuard(CallPolicy policy, GuardDraft builder) {
        super(policy);
        this.resultHint = builder.resultHint;
        this.retryResult = builder.retryResult;
        this.failureResult = builder.failureResult;
        this.onlyStatus = retryResult == null && failureResult == null && !policy.obeysServiceLimits;
        this.anyResult = resultHint == null && retryResult == null && failureResult == null;
    }

    /**
     * Begins a call.
     *
     * @return the permit of the first attempt; null if it must not be made now
     */
    public @Nullable Permit begin() {
        Permit quick = fastPathPermit();
        return quick == null ? firstPermit() : quick;
    }

    private @Nullable Permit firstPermit() {
        Permit permit = isHeldBack() ? null : breakerPermit();
        Permit withPlaces = permit == null ? null : withPlaces(permit);
        if (withPlaces == null) {
            return null;
        }
        try {
            return TimedPermit.of(withPlaces, policy.deadline());
        } catch (Throwable broken) {
            withPlaces.release();
            throw broken;
        }
    }

    /**
     * Judges the stage of the first attempt: one that is done already, with a good result, is recorded as a success.
     *
     * @param permit the attempt's
     * @param first what the delegate returned
     * @return true for a stage to return as it is; false, and nothing is recorded, for one to hand to {@code follow}
     */
    public boolean accepts(Permit permit, @Nullable CompletionStage<?> first) {
        if (!(first instanceof CompletableFuture)) {
            return false;
        }
        CompletableFuture<?> future = (CompletableFuture<?>) first;
        if (!hasResult(future) || !(anyResult || takesQuietly(future.getNow(null)))) {
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

    /** What a predicate throws is the attempt's failure, for {@code follow} to find out again: it has the result to let go of. */
    private boolean takesQuietly(@Nullable Object result) {
        try {
            return takes(result);
        } catch (Throwable broken) {
            return false;
        }
    }

    private boolean takes(@Nullable Object result) {
        int status = Hints.status(resultHint, result);
        if (status >= policy.lowestNotable && policy.isNotable(status)) {
            return false;
        }
        return onlyStatus || takes(result, status);
    }

    private boolean takes(@Nullable Object result, int status) {
        if (wantsRetry(result) || isFailure(result)) {
            return false;
        }
        policy.obeyServiceLimits(status, resultHint, result);
        return true;
    }

    /**
     * Goes on with a call whose first stage is not a good result already.
     *
     * @param <T> what the call brings
     * @param permit what {@code begin} returned
     * @param first what the delegate returned, if it did
     * @param failure what the delegate threw instead of returning a stage, if it did
     * @param call calls the delegate, for further attempts
     * @return a future of the last attempt's result or failure; cancelling it cancels the attempt or wait under way
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
     * The same as {@link #follow(Permit, CompletionStage, Throwable, CheckedSupplier)} where a fallback may answer for the last
     * failure.
     *
     * @param <T> what the call brings
     * @param permit what {@code begin} returned
     * @param first what the delegate returned, if it did
     * @param failure what the delegate threw instead of returning a stage, if it did
     * @param call calls the delegate, for further attempts
     * @param answer calls the fallback, with the last failure
     * @return a future of the last attempt's result, or of what the fallback brings; cancelling it cancels what is under way
     */
    public <T extends @Nullable Object> CompletableFuture<T> follow(
            @Nullable Permit permit,
            @Nullable CompletionStage<? extends T> first,
            @Nullable Throwable failure,
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> call,
            CheckedFunction<Throwable, ? extends @Nullable CompletionStage<? extends T>, ?> answer) {
        if (policy.fallback == null) {
            return follow(permit, first, failure, call);
        }
        AsyncCall<T> future = new AsyncCall<>(this, new FallbackDelegate<>(call, answer));
        future.begin((BreakerPermit) permit, first, failure);
        return future;
    }

    /**
     * Lets go of a failure that the fallback answers for without having been given it.
     *
     * @param failure what the fallback was called for
     */
    public void letGo(Throwable failure) {
        Closing.begin(policy, policy.hint(failure), failure);
    }

    boolean wantsRetry(@Nullable Object result) {
        return retryResult != null && retryResult.test(result);
    }

    boolean isFailure(@Nullable Object result) {
        return failureResult != null && failureResult.test(result);
    }

    /** Lets go of what an attempt brought that nobody will see. */
    public void discard(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            Closing.begin(policy, resultHint, result);
        } else {
            Closing.begin(policy, policy.hint(failure), failure);
        }
    }

    /** The same where it may take long: what is to be begun for that and then goes on with the call, or null where it is done. */
    @Nullable
    Closing closing(@Nullable Object result, @Nullable Throwable failure, QueuedCall call) {
        return failure == null
                ? Closing.of(policy, resultHint, result, call)
                : Closing.of(policy, policy.hint(failure), failure, call);
    }

    /** Whether an answer may hold something that is to be let go of. */
    boolean mayHold(@Nullable Object result, @Nullable Throwable failure) {
        return failure == null
                ? Closing.mayBeNeeded(policy, resultHint, result)
                : Closing.mayBeNeeded(policy, policy.hint(failure), failure);
    }
}
