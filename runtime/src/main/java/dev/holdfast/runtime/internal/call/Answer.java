package dev.holdfast.runtime.internal.call;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.http.HintCalls;
import dev.holdfast.runtime.internal.unit.StatusSet;
import org.jspecify.annotations.Nullable;

/**
 * A result or an exception of an attempt, with its status, which is read once. Made only for answers that are not plainly good.
 *
 * @param <A> the type of the result or exception
 */
class Answer<A extends @Nullable Object> {

    private static final int FIRST_REDIRECT = 300;

    /** The number of the attempt, from 1. */
    final int attempt;

    /** The deadline of the call, or {@link TimedPermit#NO_DEADLINE}. */
    final long deadline;

    final A value;

    /** Whether the value is an exception. */
    final boolean thrown;

    /** Whether it is an exception that says nothing about the service, such as an interrupt. */
    final boolean noAnswer;

    /** Reads and closes the value; null where nothing can. */
    final @Nullable RateLimitHint<? super A> hint;

    /** An HTTP status, or {@link RateLimitHint#NO_STATUS}. With a longer number, the object would take 8 bytes more. */
    final short status;

    /** Whether a predicate of the user asks for another attempt. */
    boolean wantsRetry;

    /** Whether a predicate of the user calls a result a failure. */
    boolean isFailure;

    /** Whether no further attempt may follow, because a part of the answer was handed on. */
    boolean isLast;

    /** Creates the answer for a result. */
    Answer(int attempt, long deadline, A value, @Nullable RateLimitHint<? super A> hint, int status) {
        this.attempt = attempt;
        this.deadline = deadline;
        this.value = value;
        this.thrown = false;
        this.noAnswer = false;
        this.hint = hint;
        this.status = (short) (StatusSet.isStatus(status) ? status : RateLimitHint.NO_STATUS);
    }

    /** Creates the answer for an exception. Looks among its causes for an interrupt once, since reading one takes a lock. */
    Answer(int attempt, long deadline, A failure, @Nullable RateLimitHint<? super A> hint) {
        this.attempt = attempt;
        this.deadline = deadline;
        this.value = failure;
        this.thrown = true;
        this.noAnswer = Interrupts.isNoAnswer((Throwable) failure);
        this.hint = hint;
        this.status = (short) (noAnswer ? RateLimitHint.NO_STATUS : HintCalls.status(hint, failure));
    }

    /** Returns the exception, or null for a result. */
    @Nullable
    Throwable failure() {
        return thrown ? (Throwable) value : null;
    }

    /** Returns the exception as the caller gets it, or null for a result. */
    @Nullable
    Throwable told() {
        return thrown ? CalledOff.told((Throwable) value) : null;
    }

    boolean hasStatus() {
        return status != RateLimitHint.NO_STATUS;
    }

    /**
     * Returns whether the status of an exception decides, and not its class. A good status says nothing about what went wrong after
     * it, such as a body that breaks off, unless a policy names it; nor does any status once a part of the answer was handed on.
     */
    boolean statusDecides(MethodPolicies policies) {
        return !isLast && (status >= FIRST_REDIRECT || policies.isNotable(status));
    }

    /** Returns whether the value may hold a resource. */
    boolean mayNeedClosing(MethodPolicies policies) {
        return Closing.mayBeNeeded(policies, hint, value);
    }
}
