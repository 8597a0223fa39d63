package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.failure.CalledOff;
import org.jspecify.annotations.Nullable;

/** The permit of an attempt of a {@link WatchedCall}. However the attempt ends, listeners hear of it once. */
final class WatchedAttempt extends NumberedPermit {

    /** In place of a delay: no attempt follows. */
    private static final long FINAL = MethodPolicies.STOP;

    final WatchedCall call;

    private final int number;

    /** When it began; 0 if nobody wants to know. */
    private long start;

    private boolean begun;

    /** Whether its outcome is being judged, and told after that. */
    private boolean judged;

    /** Whether its answer has begun a hold. */
    boolean isLimited;

    WatchedAttempt(BreakerPermit permit, int around, WatchedCall call, int number) {
        super(permit, around);
        this.call = call;
        this.number = number;
    }

    /** Returns the attempt that a permit is for. */
    static WatchedAttempt of(Permit permit) {
        if (permit instanceof TimedPermit) {
            return of(((TimedPermit) permit).permit);
        }
        return permit instanceof TimedAttempt ? of(((TimedAttempt) permit).permit()) : (WatchedAttempt) permit;
    }

    /** The attempt is about to be made. */
    void begin() {
        begun = true;
        call.attempts = number;
        start = call.now();
        call.events().attemptBegun(call, number);
    }

    /** Judges an answer as {@link MethodPolicies#decide}, and tells of it. */
    static <A extends @Nullable Object> long judge(MethodPolicies policies, Permit permit, Answer<A> answer) {
        WatchedAttempt attempt = of(permit);
        attempt.judged = true;
        long took = attempt.call.since(attempt.start);
        long delay = FINAL;
        try {
            delay = policies.decide(permit, answer);
        } finally {
            attempt.tell(attempt.outcome(policies, answer), answer.failure(), answer.status, took, delay);
        }
        return delay;
    }

    private Outcome outcome(MethodPolicies policies, Answer<?> answer) {
        if (isLimited) {
            return Outcome.RATE_LIMITED;
        }
        if (answer.thrown) {
            return answer.noAnswer && !(answer.value instanceof ResilienceException)
                    ? Outcome.CANCELLED
                    : Outcome.FAILURE;
        }
        boolean bad = answer.isFailure
                || answer.wantsRetry
                || policies.isFailure(answer.status)
                || policies.isRetryable(answer.status);
        return bad ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    /** The attempt has ended, and so has the call if it has succeeded. */
    @Override
    void end(boolean succeeded) {
        super.end(succeeded);
        if (judged || !begun) {
            return;
        }
        judged = true;
        Outcome outcome = succeeded ? Outcome.SUCCESS : Outcome.CANCELLED;
        tell(outcome, null, 0, call.since(start), FINAL);
        if (succeeded) {
            call.succeed();
        }
    }

    private void tell(Outcome outcome, @Nullable Throwable failure, int status, long took, long delay) {
        call.last = outcome;
        call.failure = failure;
        call.status = status;
        Throwable told = failure == null ? null : CalledOff.told(failure);
        call.events().attemptEnded(new AttemptEnd(call, number, outcome, told, status, took, delay));
    }
}
