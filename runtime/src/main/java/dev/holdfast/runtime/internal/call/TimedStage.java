package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.internal.context.Continuation;
import dev.holdfast.runtime.internal.context.HandOver;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stage of one asynchronous attempt with a time limit, its callback, and the timer's task. One object for each
 * attempt, so that a late outcome is not mistaken for that of the next attempt.
 *
 * @param <T> the result of the call
 */
public final class TimedStage<T extends @Nullable Object>
        implements BiFunction<T, @Nullable Throwable, @Nullable Void>, Runnable, Continuation {

    private final AsyncCall<T> call;
    private final CompletionStage<? extends T> stage;
    private final long limit;
    private final long started;
    private volatile @Nullable Future<?> entry;

    private TimedStage(AsyncCall<T> call, CompletionStage<? extends T> stage, long limit, long started) {
        this.call = call;
        this.stage = stage;
        this.limit = limit;
        this.started = started;
    }

    /** Returns the stage of the attempt in flight, or null without a time limit. */
    static <T extends @Nullable Object> @Nullable TimedStage<T> of(
            AsyncCall<T> call, CompletionStage<? extends T> stage, long started, long deadline) {
        TimeLimit timeout = call.guard.policies.timeout;
        return timeout == null
                ? null
                : new TimedStage<>(call, stage, timeout.limitNanos(call.attempt, deadline - started), started);
    }

    /** Starts the timer. To be called once the callback is registered, if the stage is not done yet. */
    void startTimer() {
        MethodPolicies policy = call.guard.policies;
        try {
            entry = policy.context
                    .timer()
                    .scheduleTimeout(this, limit - (policy.context.clock().nanoTime() - started));
        } catch (RejectedExecutionException closed) {
            // As Context.close says: attempts go on.
        }
        if (call.work.get() != this) {
            release();
        }
    }

    @Override
    public @Nullable Void apply(T result, @Nullable Throwable thrown) {
        release();
        call.outcomeArrived(this, result, thrown);
        return null;
    }

    /** Time is up. On the timer's thread, which must not do more than this. */
    @Override
    public void run() {
        if (call.work.driveAfter(this)) {
            HandOver.beginNow(call.guard.policies.context, this);
        }
    }

    @Override
    public void resume() {
        cut(true);
    }

    /** The call ends in time even without the executor. */
    @Override
    public void resumeWithoutExecutor(@Nullable Throwable why) {
        cut(false);
    }

    private void cut(boolean inExecutor) {
        CallFuture.cancelQuietly(stage);
        call.attemptTimedOut(timeout(), inExecutor);
    }

    private CallTimeoutException timeout() {
        return new CallTimeoutException(call.guard.policies.call, limit, null);
    }

    /** Cancels the timer's task; returns the stage. */
    CompletionStage<? extends T> release() {
        Future<?> scheduled = entry;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        return stage;
    }
}
