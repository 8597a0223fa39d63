package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.http.Hints;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call with all its attempts: the future that the caller has, the callback of the attempt under way, and the
 * task of the timer, in one object.
 *
 * @param <T> what the call brings
 */
public class AsyncCall<T extends @Nullable Object> extends AsyncWaits<T>
        implements BiFunction<T, @Nullable Throwable, @Nullable Void> {

    /** Makes an attempt; null where the future is done, and there will be none. */
    private @Nullable CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier;

    /**
     * The thread that hands this object to a stage, which may call back before it returns. The thread then stands in
     * {@link #work} itself until it finds that out.
     */
    private @Nullable Thread registering;

    AsyncCall(StageGuard guard, CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> supplier) {
        super(guard);
        this.supplier = supplier;
    }

    @Override
    public void releaseSupplier() {
        supplier = null;
    }

    /** Takes over the first attempt, or makes it where there is no permit yet. */
    public void begin(
            @Nullable BreakerPermit permit, @Nullable CompletionStage<? extends T> first, @Nullable Throwable failure) {
        try {
            CallPolicy policy = guard.policy;
            boolean ended;
            if (permit == null) {
                ended = admit(policy.deadline());
            } else {
                this.permit = permit;
                this.attempt = 1;
                long deadline = TimedPermit.deadline(permit);
                ended = endsAtOnce(first, failure, policy.startOf(deadline), deadline);
            }
            if (ended) {
                drive(true);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    /** The stage of the attempt under way is done. */
    @Override
    public @Nullable Void apply(T result, @Nullable Throwable thrown) {
        Object stage = work.get();
        outcomeArrived(stage instanceof CompletionStage ? stage : null, result, thrown);
        return null;
    }

    /** An attempt has brought something; it stands in {@link #work} if it is the one under way. */
    void outcomeArrived(@Nullable Object attempt, T result, @Nullable Throwable thrown) {
        if (attempt == null || !work.compareAndSet(attempt, DRIVEN)) {
            // Too late: nobody will see it.
            guard.discard(result, cause(thrown));
            return;
        }
        setOutcome(result, thrown);
        Thread current = Thread.currentThread();
        if (registering == current) {
            // Not by recursion: a thousand attempts that fail at once must not need a thousand times the stack. The
            // field is
            // not read again: a thread that registered an earlier attempt may just be clearing it.
            if (!work.compareAndSet(DRIVEN, current)) {
                releaseAll(current);
            }
            return;
        }
        driveOn(true);
    }

    /**
     * The attempt that was under way took too long.
     *
     * @param inExecutor whether a further attempt may be made here
     */
    void attemptTimedOut(CallTimeoutException timeout, boolean inExecutor) {
        setOutcome(null, timeout);
        driveOn(inExecutor);
    }

    private void driveOn(boolean inExecutor) {
        try {
            drive(inExecutor);
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    @Override
    public void resume() {
        try {
            if (isDone()) {
                abandonAdmission();
                discardOutcome();
            } else if (guard.policy.context.isClosed()) {
                finishWithLast(new RejectedExecutionException("the context is closed"));
            } else if (admit(TimedPermit.NO_DEADLINE)) { // one with a deadline has left it in its admission
                drive(true);
            }
        } catch (Throwable broken) {
            failInternally(broken);
        }
    }

    /** Judges attempts and makes further ones, until something must be waited for or the call has ended. */
    private void drive(boolean mayAttempt) {
        while (true) {
            long deadline = TimedPermit.deadline(permit);
            long delay = judge(deadline);
            if (delay == CallPolicy.STOP) {
                end();
                return;
            }
            if (isDone()) {
                // Somebody else has completed the future: nobody waits for another attempt.
                discardOutcome();
                return;
            }
            if (delay > 0 || !mayAttempt) {
                if (deadline != TimedPermit.NO_DEADLINE) {
                    admission = new Admission(guard.policy, attempt + 1, deadline, this);
                }
                if (delay > 0) {
                    waitFor(delay);
                } else {
                    handOver();
                }
                return;
            }
            if (!admit(deadline)) {
                return;
            }
        }
    }

    /** Tells the breaker what the attempt under way has brought; returns the wait before the next one, or STOP. */
    private long judge(long deadline) {
        CallPolicy policy = guard.policy;
        BreakerPermit told = permit;
        if (told == null) {
            throw new IllegalStateException("an attempt has no permit");
        }
        boolean retry = false;
        boolean failed = false;
        T unjudged = null;
        if (failure == null) {
            try {
                retry = guard.wantsRetry(value);
                failed = guard.isFailure(value);
            } catch (Throwable broken) {
                unjudged = value;
                setOutcome(null, broken);
            }
        }
        Throwable thrown = failure;
        if (thrown != null) {
            var hint = guard.hint(thrown);
            int status = Interrupts.isNoAnswer(thrown) ? 0 : Hints.status(hint, thrown);
            permit = null;
            long delay = policy.afterFailure(told, attempt, deadline, thrown, status, hint);
            if (unjudged != null) {
                Closing.begin(policy, guard.resultHint, unjudged);
            }
            return delay;
        }
        int status = Hints.status(guard.resultHint, value);
        boolean notable = policy.isNotable(status);
        // Used up by what comes now, also if that throws; before, whoever ends the call gives it back.
        permit = null;
        if (!retry && !failed && !notable) {
            told.succeeded();
            policy.obeyServiceLimits(status, guard.resultHint, value);
            return CallPolicy.STOP;
        }
        return policy.afterResult(told, attempt, deadline, value, status, guard.resultHint, retry, failed);
    }

    /**
     * Asks for a further attempt and makes it; says whether it has ended already.
     *
     * @param deadline the call's, where there is no {@link #admission} yet that knows it
     */
    private boolean admit(long deadline) {
        CheckedSupplier<? extends @Nullable CompletionStage<? extends T>, ?> call = supplier;
        if (call == null) {
            // Somebody else has completed the future.
            abandonAdmission();
            discardOutcome();
            return false;
        }
        if (attempt > 0 && !outcomeDiscarded && guard.mayHold(value, failure) && !isClosed(deadline)) {
            return false;
        }
        if (outcomeDiscarded && isDone()) {
            // Cancelled or completed while the last answer was being closed.
            abandonAdmission();
            discardOutcome();
            return false;
        }
        Permit admitted = admission == null ? guard.fastPathPermit() : null;
        long until = deadline;
        if (admitted == null) {
            Admission asked = admission == null ? new Admission(guard.policy, attempt + 1, deadline, this) : admission;
            admission = asked;
            if (outcomeDiscarded && guard.policy.overruns(0, asked.deadline)) {
                finishWithLast(guard.policy.deadlineExceeded());
                return false;
            }
            long wait = asked.next();
            if (wait > 0) {
                waitFor(wait);
                return false;
            }
            admission = null;
            admitted = asked.permit();
            until = asked.deadline;
            if (admitted == null) {
                reject(asked.rejection());
                return false;
            }
            guard.cache(admitted);
        }
        permit = (BreakerPermit) admitted;
        permit = (BreakerPermit) TimedPermit.of(admitted, until);
        attempt++;
        setOutcome(null, null);
        long started =
                guard.policy.timeout == null ? 0 : guard.policy.context.clock().nanoTime();
        CompletionStage<? extends T> stage = null;
        Throwable thrown = null;
        try {
            stage = call.get();
        } catch (Throwable instead) {
            thrown = instead;
        }
        return endsAtOnce(stage, thrown, started, until);
    }

    /**
     * Lets go of the last answer, if a further attempt may follow as far as is known: nothing is in hand meanwhile. False where something is to be waited for before or after that, or the call has ended.
     */
    private boolean isClosed(long deadline) {
        CallPolicy policy = guard.policy;
        Admission asked = admission;
        if (asked == null && (policy.limitsTime() || guard.fastPathPermit() == null)) {
            asked = new Admission(policy, attempt + 1, deadline, this);
            admission = asked;
        }
        long wait = asked == null ? Admission.PASS : asked.preview();
        if (wait == Admission.REJECTED && asked != null) {
            admission = null;
            reject(asked.rejection());
            return false;
        }
        if (wait > 0) {
            waitFor(wait);
            return false;
        }
        if (asked != null && policy.overruns(0, asked.deadline)) {
            finishWithLast(policy.deadlineExceeded());
            return false;
        }
        Closing closing = guard.closing(value, failure, this);
        outcomeDiscarded = true;
        if (closing != null && asked != null) {
            waitFor(closing, policy.closingNanos(attempt + 1, asked.deadline));
            return false;
        }
        return true;
    }

    /**
     * Puts down the stage of an attempt to wait for; says whether there is nothing to wait for.
     *
     * @param started when the attempt began; matters only where its time is limited
     */
    private boolean endsAtOnce(
            @Nullable CompletionStage<? extends T> stage, @Nullable Throwable thrown, long started, long deadline) {
        if (stage == null) {
            setOutcome(
                    null,
                    thrown != null ? thrown : new NullPointerException("the delegate returned null, not a stage"));
            return true;
        }
        TimedStage<T> timed = TimedStage.of(this, stage, started, deadline);
        Object underWay = timed == null ? stage : timed;
        BiFunction<T, @Nullable Throwable, @Nullable Void> callback = timed == null ? this : timed;
        if (!work.compareAndSet(DRIVEN, underWay)) {
            releaseAll(underWay);
            // To let go of its result too.
            stage.handle(callback);
            return false;
        }
        registering = Thread.currentThread();
        try {
            stage.handle(callback);
        } catch (Throwable broken) {
            if (work.compareAndSet(underWay, DRIVEN)) {
                setOutcome(null, broken);
                registering = null;
                return true;
            }
        }
        registering = null;
        if (work.compareAndSet(Thread.currentThread(), DRIVEN)) {
            return true;
        }
        if (timed != null) {
            timed.startTimer();
        }
        return false;
    }

    private void reject(ResilienceException rejection) {
        CallPolicy policy = guard.policy;
        policy.events.rejected(policy.call, rejection);
        finishWithLast(rejection);
    }
}
