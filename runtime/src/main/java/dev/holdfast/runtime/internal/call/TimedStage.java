package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.internal.context.Continuation;
import dev.holdfast.runtime.internal.context.HandOver;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.timeout.TimeWatch;
import dev.holdfast.runtime.internal.timeout.TimedWork;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stage of one asynchronous attempt with a time limit, its callback, and the timer's task. One object for each
 * attempt, so that a late outcome is not mistaken for that of the next attempt. If time is the system's, the timer gets
 * the task only if the attempt is still under way when a {@link TimeWatch} looks.
 *
 * @param <T> the result of the call
 */
public final class TimedStage<T extends @Nullable Object> extends TimedWork
        implements BiFunction<T, @Nullable Throwable, @Nullable Void>, Runnable, Continuation {

    /** Null after the outcome, like the stage, because a watch keeps this object for a while. */
    private @Nullable AsyncCall<T> call;

    private @Nullable CompletionStage<? extends T> stage;
    private final long started;
    private volatile @Nullable Future<?> entry;

    /** The call while this attempt is being cut; a late outcome does not take it away. */
    private @Nullable AsyncCall<T> cut;

    private TimedStage(AsyncCall<T> call, CompletionStage<? extends T> stage, long limit, long started) {
        super(limit);
        this.call = call;
        this.stage = stage;
        this.started = started;
    }

    /** Returns the stage of the attempt in flight, or null without a time limit. */
    static <T extends @Nullable Object> @Nullable TimedStage<T> of(
            AsyncCall<T> call, CompletionStage<? extends T> stage, long started, long deadline) {
        TimeLimit timeout = call.guard.policies.timeout;
        // A stream has a limit to its first item, not to its end.
        return timeout == null || stage instanceof StreamAttempt
                ? null
                : new TimedStage<>(call, stage, timeout.limitNanos(call.attempt, deadline - started), started);
    }

    /** Starts the time limit. To be called once the callback is registered, if the stage is not done yet. */
    void startTimer() {
        AsyncCall<T> waiting = call;
        if (waiting == null) {
            return;
        }
        MethodPolicies policies = waiting.guard.policies;
        try {
            if (policies.watches(limit)) {
                TimeWatch.of(policies.context).watch(this);
            } else {
                schedule(waiting);
            }
        } catch (RejectedExecutionException closed) {
            // As Context.close says: attempts go on.
        }
    }

    private void schedule(AsyncCall<T> waiting) {
        MethodPolicies policies = waiting.guard.policies;
        entry = policies.context
                .timer()
                .scheduleTimeout(this, limit - (policies.context.clock().nanoTime() - started));
        if (waiting.work.get() != this) {
            release();
        }
    }

    @Override
    protected void seen() {
        AsyncCall<T> waiting = call;
        if (waiting == null || waiting.work.get() != this) {
            return;
        }
        try {
            schedule(waiting);
        } catch (RejectedExecutionException closed) {
            // As above.
        } catch (Throwable noMemory) {
            // For the task. To end it too early would be worse.
        }
    }

    @Override
    public @Nullable Void apply(T result, @Nullable Throwable thrown) {
        release();
        AsyncCall<T> waiting = call;
        call = null;
        stage = null;
        if (waiting != null) {
            waiting.outcomeArrived(this, result, thrown);
        }
        return null;
    }

    /** Time is up. On the timer's thread, which must not do more than this. */
    @Override
    public void run() {
        AsyncCall<T> waiting = call;
        if (waiting != null && waiting.work.driveAfter(this)) {
            cut = waiting;
            HandOver.beginNow(waiting.guard.policies.context, this);
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
        AsyncCall<T> late = Objects.requireNonNull(cut);
        CallFuture.cancelQuietly(stage);
        late.attemptTimedOut(new CallTimeoutException(late.guard.policies.call, limit, null), inExecutor);
    }

    /** Cancels the timer's task; returns the stage, or null if it is done. */
    @Nullable
    CompletionStage<? extends T> release() {
        Future<?> scheduled = entry;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        return stage;
    }
}
