package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.context.Continuation;
import dev.holdfast.runtime.internal.context.HandOver;
import dev.holdfast.runtime.internal.unit.AttemptNumber;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call with all its attempts and waits: the future that the caller has, the callback of the attempt in flight, and
 * the timer's task, in one object.
 *
 * @param <T> the result of the call
 */
final class AsyncCall<T extends @Nullable Object> extends CallFuture<T>
        implements BiFunction<T, @Nullable Throwable, @Nullable Void>, QueuedCall, Runnable, Continuation {

    AsyncCall(StageGuard guard, CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> delegate) {
        super(guard, delegate);
    }

    /** Takes over the first attempt, or makes it where there is no permit yet. */
    void begin(
            @Nullable BreakerPermit permit, @Nullable CompletionStage<? extends T> first, @Nullable Throwable failure) {
        try {
            capture();
            MethodPolicies policies = guard.policies;
            boolean ended;
            if (permit == null) {
                ended = tryAttempt(policies.deadline());
            } else {
                setPermit(permit);
                attempt = 1;
                long deadline = TimedPermit.deadline(permit);
                ended = hasEnded(first, failure, policies.startOf(deadline), deadline);
            }
            if (ended) {
                drive(true);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    /** The stage of the attempt in flight is done. */
    @Override
    public @Nullable Void apply(T result, @Nullable Throwable thrown) {
        Object stage = work.get();
        outcomeArrived(stage instanceof CompletionStage && stage != this ? stage : null, result, thrown);
        return null;
    }

    /** An attempt has an outcome; it is the attempt in flight if it stands in {@link #work}. */
    void outcomeArrived(@Nullable Object attempt, T result, @Nullable Throwable thrown) {
        if (attempt == null || !work.driveAfter(attempt)) {
            // Too late: the outcome is dropped.
            guard.discard(result, cause(thrown));
            return;
        }
        setOutcome(result, thrown);
        Thread current = Thread.currentThread();
        if (work.registering == current) {
            // No recursion: a thousand attempts that fail at once must not need a thousand times the stack. The field
            // is not read again: a thread that registered an earlier attempt may just be clearing it.
            if (!work.leaveTo(current)) {
                releaseAll(current);
            }
            return;
        }
        driveOn(true);
    }

    /**
     * The attempt that was in flight took too long.
     *
     * @param inExecutor whether a further attempt may be made here
     */
    void attemptTimedOut(CallTimeoutException timeout, boolean inExecutor) {
        setOutcome(null, timeout);
        driveOn(inExecutor);
    }

    private void driveOn(boolean inExecutor) {
        Thread thread = Thread.currentThread();
        Object undo = enter(thread);
        try {
            drive(inExecutor);
        } catch (Throwable broken) {
            failInternally(broken);
        } finally {
            leave(thread, undo);
        }
    }

    /** Judges attempts and makes further ones, until there is something to wait for or the call has ended. */
    private void drive(boolean mayAttempt) {
        while (true) {
            long deadline = TimedPermit.deadline(permit());
            long delay = judge(deadline);
            if (delay == MethodPolicies.STOP) {
                finish();
                return;
            }
            if (isDone()) {
                // The future was completed by other code: nobody waits for another attempt.
                dropOutcome();
                return;
            }
            if (delay > 0 || !mayAttempt) {
                if (deadline != TimedPermit.NO_DEADLINE) {
                    setAdmission(newAdmission(deadline));
                }
                if (delay > 0) {
                    work.waitFor(this, delay);
                } else {
                    handOver();
                }
                return;
            }
            if (!tryAttempt(deadline)) {
                return;
            }
        }
    }

    /** Reports the outcome of the attempt in flight; returns the delay before the next one, or {@link MethodPolicies#STOP}. */
    private long judge(long deadline) {
        MethodPolicies policies = guard.policies;
        BreakerPermit used = permit();
        if (used == null) {
            throw new IllegalStateException("an attempt has no permit");
        }
        T unjudged = null;
        Answer<?> answer;
        try {
            answer = guard.answer(attempt, deadline, value(), failure());
        } catch (Throwable broken) {
            unjudged = value();
            setOutcome(null, broken);
            answer = guard.answer(attempt, deadline, null, broken);
        }
        // Used up by the next call, even if that throws; until here, failInternally releases it.
        setPermit(null);
        if (answer == null) {
            used.succeeded();
            return MethodPolicies.STOP;
        }
        status = answer.status;
        // An attempt without a delegate has a failure only: its result is the end of a stream.
        answer.isLast = answer.thrown && delegate == null && !isDone();
        long delay = policies.judge(used, answer);
        if (unjudged != null) {
            Closing.begin(policies, policies.resultHint, unjudged);
        }
        return delay;
    }

    /**
     * Asks for a further attempt and makes it; returns whether it has ended already.
     *
     * @param deadline of the call, where there is no {@link #admission} yet that knows it
     */
    private boolean tryAttempt(long deadline) {
        CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> source = delegate;
        if (source == null) {
            return dropAttempt();
        }
        if (attempt > 0 && !outcomeDiscarded && guard.mayHold(value(), failure()) && !closeOutcome(deadline)) {
            return false;
        }
        if (outcomeDiscarded && isDone()) {
            return dropAttempt();
        }
        Admission asked = admission();
        Permit quick = asked == null ? guard.fastPathPermit() : null;
        if (quick != null) {
            return makeAttempt(source, quick, deadline);
        }
        if (asked == null) {
            asked = newAdmission(deadline);
            setAdmission(asked);
        }
        if (outcomeDiscarded && guard.policies.overruns(0, asked.deadline)) {
            finishWithLast(guard.policies.deadlineExceeded());
            return false;
        }
        long wait = asked.next();
        if (wait > 0) {
            work.waitFor(this, wait);
            return false;
        }
        setAdmission(null);
        Permit admitted = asked.permit();
        if (admitted == null) {
            reject(asked.rejection());
            return false;
        }
        guard.cache(admitted);
        return makeAttempt(source, admitted, asked.deadline);
    }

    private Admission newAdmission(long deadline) {
        return new Admission(guard.policies, attempt + 1, deadline, this);
    }

    private boolean makeAttempt(
            CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> source,
            Permit admitted,
            long deadline) {
        // Set twice: where there is no memory for the timed one, failInternally releases this one.
        setPermit((BreakerPermit) admitted);
        attempt++;
        WatchedCall watched = watched();
        BreakerPermit permit = watched == null ? (BreakerPermit) admitted : watched.attempt(admitted, attempt);
        setPermit((BreakerPermit) TimedPermit.of(permit, deadline));
        setOutcome(null, null);
        if (watched != null) {
            WatchedAttempt.of(permit).begin();
        }
        long started = guard.policies.timeout == null
                ? 0
                : guard.policies.context.clock().nanoTime();
        CompletionStage<? extends T> stage = null;
        Throwable thrown = null;
        boolean numbered = attempt > 1 || watched != null;
        int around = numbered ? AttemptNumber.enter(attempt) : 0;
        try {
            stage = source.get();
        } catch (Throwable instead) {
            thrown = instead;
        }
        if (numbered) {
            AttemptNumber.leave(around);
        }
        return hasEnded(stage, thrown, started, deadline);
    }

    /**
     * Closes the last answer, with no permit and no place in hand, if a further attempt may follow as far as is known. Returns false
     * where there is something to wait for before or after that, or where the call has ended.
     */
    private boolean closeOutcome(long deadline) {
        MethodPolicies policies = guard.policies;
        Admission asked = admission();
        if (asked == null && (policies.limitsTime() || guard.fastPathPermit() == null)) {
            asked = newAdmission(deadline);
            setAdmission(asked);
        }
        long wait = asked == null ? Admission.PASS : asked.preview();
        if (wait == Admission.REJECTED && asked != null) {
            setAdmission(null);
            reject(asked.rejection());
            return false;
        }
        if (wait > 0) {
            work.waitFor(this, wait);
            return false;
        }
        if (asked != null && policies.overruns(0, asked.deadline)) {
            finishWithLast(policies.deadlineExceeded());
            return false;
        }
        Closing closing = guard.closing(value(), failure(), this);
        outcomeDiscarded = true;
        if (closing != null && asked != null) {
            work.waitFor(this, closing, policies.closingNanos(attempt + 1, asked.deadline));
            return false;
        }
        return true;
    }

    /**
     * Registers with the stage of an attempt; returns whether the attempt has ended already.
     *
     * @param started when the attempt began; matters only where its time is limited
     */
    private boolean hasEnded(
            @Nullable CompletionStage<? extends T> stage, @Nullable Throwable thrown, long started, long deadline) {
        if (stage == null) {
            setOutcome(
                    null,
                    thrown != null ? thrown : new NullPointerException("the delegate returned null, not a stage"));
            return true;
        }
        TimedStage<T> timed = TimedStage.of(this, stage, started, deadline);
        Object inFlight = timed == null ? stage : timed;
        BiFunction<T, @Nullable Throwable, @Nullable Void> callback = timed == null ? this : timed;
        if (!work.leaveTo(inFlight)) {
            releaseAll(inFlight);
            // To close its result too.
            stage.handle(callback);
            return false;
        }
        work.registering = Thread.currentThread();
        try {
            stage.handle(callback);
        } catch (Throwable broken) {
            if (work.driveAfter(inFlight)) {
                setOutcome(null, broken);
                work.registering = null;
                return true;
            }
        }
        work.registering = null;
        if (work.driveAfter(Thread.currentThread())) {
            return true;
        }
        if (timed != null) {
            timed.startTimer();
        }
        return false;
    }

    private void reject(ResilienceException rejection) {
        finishWithLast(guard.policies.rejected(rejection));
    }

    /** A wait is over. On the thread of a user's timer, which must not do more than this. */
    @Override
    public void run() {
        if (work.driveAfterAny()) {
            handOver();
        }
    }

    /** A wait for a place or for a closing is over. On any thread, which must not do more than this. */
    @Override
    public void waitEnded(Object waiter) {
        if (work.driveAfter(waiter)) {
            handOver();
        }
    }

    /** Leaves the next attempt to the executor; where time is limited, the executor must not delay the call for longer. */
    void handOver() {
        MethodPolicies policies = guard.policies;
        Admission asked = admission();
        long deadline = asked == null || policies.timeout == null ? TimedPermit.NO_DEADLINE : asked.deadline;
        try {
            if (deadline == TimedPermit.NO_DEADLINE) {
                HandOver.begin(policies.context, this);
            } else {
                HandOver.beginBefore(deadline, policies.context, this);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    @Override
    public void resume() {
        Thread thread = Thread.currentThread();
        Object undo = enter(thread);
        try {
            if (isDone()) {
                dropAttempt();
            } else if (guard.policies.context.isClosed()) {
                finishWithLast(new RejectedExecutionException("the context is closed"));
            } else if (tryAttempt(TimedPermit.NO_DEADLINE)) { // a call with a deadline has left it in its admission
                drive(true);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        } finally {
            leave(thread, undo);
        }
    }

    /** There is no executor, or no time left for it. */
    @Override
    public void resumeWithoutExecutor(@Nullable Throwable why) {
        Thread thread = Thread.currentThread();
        Object undo = enter(thread);
        try {
            if (isDone()) {
                dropAttempt();
            } else {
                finishWithLast(why == null ? executorTimeout() : why);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        } finally {
            leave(thread, undo);
        }
    }
}
