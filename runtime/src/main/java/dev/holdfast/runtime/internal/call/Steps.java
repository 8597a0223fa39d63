package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.bulkhead.QueuedCall;
import dev.holdfast.runtime.internal.timeout.TimeLimit;
import dev.holdfast.runtime.internal.unit.AttemptNumber;
import dev.holdfast.runtime.spi.CallSteps;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One call whose attempts and waits other code makes. Has no thread, no timer and no future of its own. */
final class Steps implements CallSteps, QueuedCall {

    private final StageGuard guard;
    private final MethodPolicies policies;
    private final Runnable askAgain;
    private final long deadline;

    /** The wait to be returned next; {@link #STOP} after the end, 0 for none. */
    private long delay;

    /** The pending admission of the next attempt; null without one. */
    private @Nullable Admission admission;

    /** The permit of the attempt in flight; null between attempts. */
    private @Nullable BreakerPermit permit;

    /** The waiter or the closing that the call waits for; null where it waits for a time. */
    private volatile @Nullable Object awaited;

    private int attempt;
    private long started;
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private int status;

    /** The call as listeners hear of it, from the first {@link #next}; null if nobody does. */
    private @Nullable WatchedCall watched;

    /** Whether the call waits, as {@link #next} has said. */
    private boolean waits;

    /** Whether the last answer was closed, so that a result can't be the caller's any more. */
    private boolean closed;

    Steps(StageGuard guard, @Nullable BreakerPermit first, Runnable askAgain) {
        this.guard = guard;
        this.permit = first;
        this.attempt = first == null ? 0 : 1;
        this.policies = guard.policies;
        this.askAgain = askAgain;
        this.deadline = policies.deadline();
    }

    @Override
    public long next() {
        if (permit != null) {
            throw new IllegalStateException("an attempt is in flight");
        }
        if (policies.isWatched) {
            return watchedNext();
        }
        return nextStep();
    }

    private long watchedNext() {
        WatchedCall call = watched == null ? WatchedCall.begin(policies) : watched;
        watched = call;
        try {
            long wait = nextStep();
            if (wait == STOP) {
                // Told where the last attempt was judged, unless another one was to follow.
                call.end(failure, failure != null && policies.answersFor(failure));
            }
            return wait;
        } catch (Throwable thrown) {
            call.end(thrown, policies.answersFor(thrown));
            throw thrown;
        }
    }

    private long nextStep() {
        awaited = null;
        if (waits && policies.context.isClosed()) {
            return endWithContext();
        }
        long wait = delay;
        if (wait > 0) {
            delay = 0;
        }
        if (wait == 0 && attempt > 0 && !closed) {
            wait = closeAnswer();
        }
        if (wait == 0) {
            wait = admit();
        }
        waits = wait > 0;
        return waits && policies.context.isClosed() ? endWithContext() : wait;
    }

    /** As the context's own timer does: there is no wait in a closed context, and no attempt after one. */
    private long endWithContext() {
        return end(new RejectedExecutionException("the context is closed"));
    }

    /** Closes the last answer with no permit and no place in hand, if a further attempt may follow as far as is known. */
    private long closeAnswer() {
        if (!guard.mayHold(value, failure)) {
            return 0;
        }
        Admission asked = admission();
        long wait = asked.preview();
        if (wait == Admission.REJECTED) {
            return end(policies.rejected(asked.rejection()));
        }
        if (wait > 0) {
            return wait;
        }
        if (policies.overruns(0, deadline)) {
            return end(policies.deadlineExceeded());
        }
        closed = true;
        Closing closing = guard.closing(value, failure, this);
        if (closing == null) {
            return 0;
        }
        awaited = closing;
        closing.begin();
        return Math.max(1, policies.closingNanos(attempt + 1, deadline));
    }

    private Admission admission() {
        Admission pending = admission;
        if (pending == null) {
            pending = new Admission(policies, attempt + 1, deadline, this);
            admission = pending;
        }
        return pending;
    }

    private long admit() {
        Permit quick = admission == null ? guard.fastPathPermit() : null;
        if (quick != null) {
            return begin(quick);
        }
        if (closed && policies.overruns(0, deadline)) {
            return end(policies.deadlineExceeded());
        }
        Admission asked = admission();
        long wait = asked.next();
        BulkheadWaiter waiter = asked.waiter();
        if (wait > 0 && waiter != null) {
            awaited = waiter;
            // A grant before that was told to nobody.
            wait = waiter.isGranted() ? asked.next() : wait;
        }
        if (wait == Admission.REJECTED) {
            return end(policies.rejected(asked.rejection()));
        }
        Permit admitted = wait > 0 ? null : asked.permit();
        if (admitted == null) {
            return wait;
        }
        admission = null;
        guard.cache(admitted);
        return begin(admitted);
    }

    private long begin(Permit admitted) {
        WatchedCall call = watched;
        attempt++;
        permit = call == null ? (BreakerPermit) admitted : call.attempt(admitted, attempt);
        value = null;
        failure = null;
        closed = false;
        if (call != null) {
            WatchedAttempt.of(permit).begin();
        }
        started = policies.timeout == null ? 0 : policies.context.clock().nanoTime();
        return 0;
    }

    /** Ends the call without a further attempt, with the last answer or with the reason. */
    private long end(RuntimeException reason) {
        abandon();
        delay = STOP;
        if (attempt == 0 || (closed && failure == null)) {
            throw reason;
        }
        policies.context.events().gaveUp(policies.call, attempt, failure, status);
        return STOP;
    }

    @Override
    public long timeLimitNanos() {
        TimeLimit limit = policies.timeout;
        return limit == null ? Long.MAX_VALUE : limit.limitNanos(attempt, deadline - started);
    }

    @Override
    public CallTimeoutException timeout() {
        return new CallTimeoutException(policies.call, timeLimitNanos(), null);
    }

    @Override
    public boolean returned(@Nullable Object result) {
        Answer<?> answer;
        try {
            answer = guard.answer(attempt, deadline, result, null);
        } catch (Throwable broken) {
            boolean last = failed(broken);
            Closing.begin(policies, policies.resultHint, result);
            if (last) {
                throw broken;
            }
            return false;
        }
        value = result;
        return judge(answer);
    }

    @Override
    public boolean failed(Throwable thrown) {
        return failed(thrown, false);
    }

    @Override
    public void brokeOff(Throwable thrown) {
        failed(thrown, true);
    }

    private boolean failed(Throwable thrown, boolean last) {
        failure = thrown;
        Answer<Throwable> answer = guard.failure(attempt, deadline, thrown);
        answer.isLast = last;
        return judge(answer);
    }

    private boolean judge(@Nullable Answer<?> answer) {
        BreakerPermit used = take();
        delay = STOP;
        if (answer == null) {
            used.succeeded();
            return true;
        }
        status = answer.status;
        delay = policies.judge(used, answer);
        WatchedCall call = watched;
        if (call != null && delay == STOP) {
            Throwable thrown = answer.failure();
            call.end(thrown, thrown != null && !answer.isLast && policies.answersFor(thrown));
        }
        return delay == STOP;
    }

    private BreakerPermit take() {
        BreakerPermit used = permit;
        if (used == null) {
            throw new IllegalStateException("no attempt is in flight");
        }
        permit = null;
        return used;
    }

    @Override
    public void cancel() {
        abandon();
        if (permit != null) {
            take().release();
        } else if (attempt > 0 && !closed && delay != STOP) {
            guard.discard(value, failure);
        }
        delay = STOP;
        WatchedCall call = watched;
        if (call != null) {
            call.cancel();
        }
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public int enter() {
        return attempt > 1 || watched != null ? AttemptNumber.enter(attempt) : NumberedPermit.UNCOUNTED;
    }

    @Override
    public void leave(int entered) {
        if (entered != NumberedPermit.UNCOUNTED) {
            AttemptNumber.leave(entered);
        }
    }

    private void abandon() {
        Admission left = admission;
        waits = false;
        admission = null;
        awaited = null;
        if (left != null) {
            left.abandon();
        }
    }

    @Override
    public boolean fallsBack(Throwable thrown) {
        return policies.fallsBack(thrown);
    }

    /** On any thread, maybe after the wait. */
    @Override
    public void waitEnded(Object waiter) {
        if (waiter.equals(awaited)) {
            askAgain.run();
        }
    }
}
